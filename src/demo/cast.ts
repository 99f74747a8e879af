import type { Language } from '#core/calendar/bilingual.ts';
import type { User } from '#simulator/model.ts';
import type { Contacts, Person } from './person.ts';
import { ORDINARY_PEOPLE } from './traffic/people.ts';

/** The people of the demo: two agents, the customers of many institutions, and the accounts that are nobody. */
const PEOPLE = {
  olga: { name: { ru: 'Лебедева Ольга', en: 'Olga Lebedeva' }, accountType: 'atlassian' },
  igor: { name: { ru: 'Соколов Игорь', en: 'Igor Sokolov' }, accountType: 'atlassian' },
  marina: {
    name: { ru: 'Кузнецова Марина Олеговна', en: 'Marina Kuznetsova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Центральная библиотека, бухгалтерия', en: 'Central Library, accounts' },
      phone: '+7 (8352) 41-22-10',
    },
  },
  denis: {
    name: { ru: 'Павлов Денис Игоревич', en: 'Denis Pavlov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Детская школа искусств', en: 'School of Arts' },
      phone: '+7 (8352) 43-18-06',
    },
  },
  irina: {
    name: { ru: 'Волкова Ирина Андреевна', en: 'Irina Volkova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Финансовое управление района', en: 'District finance department' },
      phone: '+7 (8352) 45-60-31',
    },
  },
  elena: {
    name: { ru: 'Фролова Елена Викторовна', en: 'Elena Frolova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Музыкальный колледж', en: 'College of Music' },
      phone: '+7 (8352) 42-75-90',
    },
  },
  svetlana: {
    name: { ru: 'Орлова Светлана Юрьевна', en: 'Svetlana Orlova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Краеведческий музей', en: 'Museum of Local History' },
      phone: '+7 (8352) 44-09-52',
    },
  },
  nina: {
    name: { ru: 'Белова Нина Павловна', en: 'Nina Belova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Городская поликлиника', en: 'City clinic' },
      phone: '+7 (8352) 46-33-17',
    },
  },
  oleg: {
    name: { ru: 'Титов Олег Петрович', en: 'Oleg Titov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Станция юных техников', en: 'Young Technicians’ Centre' },
      phone: '+7 (8352) 47-81-24',
    },
  },
  vera: {
    name: { ru: 'Громова Вера Ильинична', en: 'Vera Gromova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Комитет по имуществу', en: 'Property committee' },
      phone: '+7 (8352) 41-90-63',
    },
  },
  pavel: {
    name: { ru: 'Зайцев Павел Сергеевич', en: 'Pavel Zaitsev' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Овощной склад комбината питания', en: 'Catering plant, vegetable store' },
      phone: '+7 (8352) 48-12-75',
    },
  },
  tamara: {
    name: { ru: 'Ершова Тамара Львовна', en: 'Tamara Ershova' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Техникум строительства', en: 'Building college' },
      phone: '+7 (8352) 49-27-38',
    },
  },
  kirill: { name: { ru: 'Ершов Кирилл Романович', en: 'Kirill Ershov' }, accountType: 'customer' },
  arkady: {
    name: { ru: 'Лапин Аркадий Семёнович', en: 'Arkady Lapin' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Фонд имущества', en: 'Property fund' }, phone: '+7 (8352) 40-55-19' },
  },
  nadezhda: {
    name: { ru: 'Котова Надежда Ивановна', en: 'Nadezhda Kotova' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Архив города', en: 'City archive' }, phone: '+7 (8352) 44-61-08' },
  },
  semyon: {
    name: { ru: 'Рыбаков Семён Ильич', en: 'Semyon Rybakov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Управление культуры', en: 'Culture department' },
      phone: '+7 (8352) 42-30-47',
    },
  },
  vasily: {
    name: { ru: 'Носков Василий Петрович', en: 'Vasily Noskov' },
    accountType: 'customer',
    contacts: {
      organization: { ru: 'Комбинат благоустройства', en: 'City Landscaping' },
      phone: '+7 (8352) 43-65-29',
    },
  },
  lyudmila: { name: { ru: 'Смирнова Людмила Павловна', en: 'Lyudmila Smirnova' }, accountType: 'customer' },
  roman: {
    name: { ru: 'Щербаков Роман Андреевич', en: 'Roman Shcherbakov' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Школа-интернат', en: 'Boarding school' }, phone: '+7 (8352) 43-77-01' },
  },
  tatyana: {
    name: { ru: 'Орехова Татьяна Юрьевна', en: 'Tatyana Orekhova' },
    accountType: 'customer',
    contacts: { organization: { ru: 'Дом ветеранов', en: 'Veterans’ Home' }, phone: '+7 (8352) 45-88-26' },
  },
  ...ORDINARY_PEOPLE,
  'reglament-bot': { name: { ru: 'Регламент', en: 'Reglament' }, accountType: 'app' },
  'automation-for-jira': {
    name: { ru: 'Automation for Jira', en: 'Automation for Jira' },
    accountType: 'app',
  },
  admin: { name: { ru: 'Администратор Jira', en: 'Jira administrator' }, accountType: 'app' },
} as const satisfies Readonly<Record<string, Person>>;

export type CastId = keyof typeof PEOPLE;

export const BOT: CastId = 'reglament-bot';
export const ADMIN: CastId = 'admin';

export function nameOf(id: CastId, language: Language): string {
  return PEOPLE[id].name[language];
}

/** @returns `undefined` for who signs nothing */
export function contactsOf(id: CastId): Contacts | undefined {
  const person: Person = PEOPLE[id];
  return person.contacts;
}

/** How somebody of the cast signs in; the demo's own tokens open nothing but the demo. */
export function signInOf(id: CastId): { readonly email: string; readonly token: string } {
  return { email: `${id}@example.org`, token: `demo-${id}` };
}

/** The users of the demo's site. */
export function demoUsers(language: Language): readonly User[] {
  return Object.entries(PEOPLE).map(([id, { name, accountType }]) => ({
    accountId: id,
    displayName: name[language],
    accountType,
    ...signInOf(id as CastId),
  }));
}
