import type { Person } from '#demo/person.ts';

/** Customers of ordinary institutions, who have nothing to do with the stories. */
export const ORDINARY_PEOPLE = {
  larisa: {
    name: { ru: 'Мельникова Лариса Петровна', en: 'Larisa Melnikova' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Школа № 12', en: 'School No. 12' }, phone: '+7 (8352) 51-12-40' },
  },
  anton: {
    name: { ru: 'Гусев Антон Валерьевич', en: 'Anton Gusev' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Казначейство района', en: 'District treasury' },
      phone: '+7 (8352) 52-70-15',
    },
  },
  galina: {
    name: { ru: 'Сорокина Галина Ивановна', en: 'Galina Sorokina' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Детская поликлиника', en: 'Children’s clinic' },
      phone: '+7 (8352) 53-44-02',
    },
  },
  rustam: {
    name: { ru: 'Ахметов Рустам Ильдарович', en: 'Rustam Akhmetov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Городское хозяйство', en: 'City Services' },
      phone: '+7 (8352) 41-17-05',
    },
  },
  yulia: {
    name: { ru: 'Тихонова Юлия Сергеевна', en: 'Yulia Tikhonova' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Центр занятости', en: 'Job centre' }, phone: '+7 (8352) 54-19-83' },
  },
  boris: {
    name: { ru: 'Крылов Борис Аркадьевич', en: 'Boris Krylov' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Лесхоз', en: 'Forestry' }, phone: '+7 (8352) 55-06-71' },
  },
  zinaida: {
    name: { ru: 'Мартынова Зинаида Фёдоровна', en: 'Zinaida Martynova' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Дом культуры', en: 'House of Culture' }, phone: '+7 (8352) 56-28-39' },
  },
  maxim: {
    name: { ru: 'Егоров Максим Дмитриевич', en: 'Maxim Egorov' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Центр «Забота»', en: 'Centre “Zabota”' }, phone: '+7 (8352) 57-35-60' },
  },
  alla: {
    name: { ru: 'Данилова Алла Геннадьевна', en: 'Alla Danilova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Детский сад «Рябинка»', en: 'Kindergarten “Ryabinka”' },
      phone: '+7 (8352) 58-90-12',
    },
  },
  timur: {
    name: { ru: 'Исмаилов Тимур Рашидович', en: 'Timur Ismailov' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Спортшкола', en: 'Sports School' }, phone: '+7 (8352) 59-47-25' },
  },
  lidia: {
    name: { ru: 'Панова Лидия Степановна', en: 'Lidia Panova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Районные библиотеки', en: 'District libraries' },
      phone: '+7 (8352) 61-13-54',
    },
  },
  gleb: {
    name: { ru: 'Романов Глеб Олегович', en: 'Gleb Romanov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Финуправление', en: 'Finance department' },
      phone: '+7 (8352) 62-80-97',
    },
  },
  raisa: {
    name: { ru: 'Фомина Раиса Михайловна', en: 'Raisa Fomina' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Районная больница', en: 'District hospital' },
      phone: '+7 (8352) 63-51-36',
    },
  },
  stepan: {
    name: { ru: 'Журавлёв Степан Николаевич', en: 'Stepan Zhuravlev' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Комбинат школьного питания', en: 'School meals' },
      phone: '+7 (8352) 64-02-78',
    },
  },
  ekaterina: {
    name: { ru: 'Носова Екатерина Львовна', en: 'Ekaterina Nosova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Музей-заповедник', en: 'The museum reserve' },
      phone: '+7 (8352) 65-74-41',
    },
  },
  viktor: {
    name: { ru: 'Калинин Виктор Егорович', en: 'Viktor Kalinin' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Автобаза', en: 'Motor pool' }, phone: '+7 (8352) 66-39-05' },
  },
} as const satisfies Readonly<Record<string, Person>>;
