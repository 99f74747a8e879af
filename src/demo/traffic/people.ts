import type { Person } from '#demo/person.ts';

/** Customers of ordinary institutions, who have nothing to do with the stories. */
export const ORDINARY_PEOPLE = {
  larisa: { name: { ru: 'Мельникова Лариса Петровна', en: 'Larisa Melnikova' }, accountType: 'customer' },
  anton: { name: { ru: 'Гусев Антон Валерьевич', en: 'Anton Gusev' }, accountType: 'customer' },
  galina: { name: { ru: 'Сорокина Галина Ивановна', en: 'Galina Sorokina' }, accountType: 'customer' },
  rustam: { name: { ru: 'Ахметов Рустам Ильдарович', en: 'Rustam Akhmetov' }, accountType: 'customer' },
  yulia: { name: { ru: 'Тихонова Юлия Сергеевна', en: 'Yulia Tikhonova' }, accountType: 'customer' },
  boris: { name: { ru: 'Крылов Борис Аркадьевич', en: 'Boris Krylov' }, accountType: 'customer' },
  zinaida: { name: { ru: 'Мартынова Зинаида Фёдоровна', en: 'Zinaida Martynova' }, accountType: 'customer' },
  maxim: { name: { ru: 'Егоров Максим Дмитриевич', en: 'Maxim Egorov' }, accountType: 'customer' },
  alla: { name: { ru: 'Данилова Алла Геннадьевна', en: 'Alla Danilova' }, accountType: 'customer' },
  timur: { name: { ru: 'Исмаилов Тимур Рашидович', en: 'Timur Ismailov' }, accountType: 'customer' },
  lidia: { name: { ru: 'Панова Лидия Степановна', en: 'Lidia Panova' }, accountType: 'customer' },
  gleb: { name: { ru: 'Романов Глеб Олегович', en: 'Gleb Romanov' }, accountType: 'customer' },
  raisa: { name: { ru: 'Фомина Раиса Михайловна', en: 'Raisa Fomina' }, accountType: 'customer' },
  stepan: { name: { ru: 'Журавлёв Степан Николаевич', en: 'Stepan Zhuravlev' }, accountType: 'customer' },
  ekaterina: { name: { ru: 'Носова Екатерина Львовна', en: 'Ekaterina Nosova' }, accountType: 'customer' },
  viktor: { name: { ru: 'Калинин Виктор Егорович', en: 'Viktor Kalinin' }, accountType: 'customer' },
} as const satisfies Readonly<Record<string, Person>>;
