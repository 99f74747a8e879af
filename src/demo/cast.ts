import type { Language } from '#core/calendar/bilingual.ts';
import type { User } from '#simulator/model.ts';
import type { Person } from './person.ts';
import { ORDINARY_PEOPLE } from './traffic/people.ts';

/** The people of the demo: two agents, the customers of a few institutions, and the accounts that are nobody. */
const PEOPLE = {
  olga: { name: { ru: 'Лебедева Ольга', en: 'Olga Lebedeva' }, accountType: 'atlassian' },
  igor: { name: { ru: 'Соколов Игорь', en: 'Igor Sokolov' }, accountType: 'atlassian' },
  marina: { name: { ru: 'Кузнецова Марина Олеговна', en: 'Marina Kuznetsova' }, accountType: 'customer' },
  denis: { name: { ru: 'Павлов Денис Игоревич', en: 'Denis Pavlov' }, accountType: 'customer' },
  irina: { name: { ru: 'Волкова Ирина Андреевна', en: 'Irina Volkova' }, accountType: 'customer' },
  elena: { name: { ru: 'Фролова Елена Викторовна', en: 'Elena Frolova' }, accountType: 'customer' },
  svetlana: { name: { ru: 'Орлова Светлана Юрьевна', en: 'Svetlana Orlova' }, accountType: 'customer' },
  nina: { name: { ru: 'Белова Нина Павловна', en: 'Nina Belova' }, accountType: 'customer' },
  oleg: { name: { ru: 'Титов Олег Петрович', en: 'Oleg Titov' }, accountType: 'customer' },
  vera: { name: { ru: 'Громова Вера Ильинична', en: 'Vera Gromova' }, accountType: 'customer' },
  pavel: { name: { ru: 'Зайцев Павел Сергеевич', en: 'Pavel Zaitsev' }, accountType: 'customer' },
  tamara: { name: { ru: 'Ершова Тамара Львовна', en: 'Tamara Ershova' }, accountType: 'customer' },
  kirill: { name: { ru: 'Ершов Кирилл Романович', en: 'Kirill Ershov' }, accountType: 'customer' },
  arkady: { name: { ru: 'Лапин Аркадий Семёнович', en: 'Arkady Lapin' }, accountType: 'customer' },
  nadezhda: { name: { ru: 'Котова Надежда Ивановна', en: 'Nadezhda Kotova' }, accountType: 'customer' },
  semyon: { name: { ru: 'Рыбаков Семён Ильич', en: 'Semyon Rybakov' }, accountType: 'customer' },
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
