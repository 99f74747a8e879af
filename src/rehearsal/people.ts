import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import { BOT as BOT_ID, demoUsers } from '#demo/cast.ts';
import type { User } from '#simulator/model.ts';

/** What somebody is to the desk. */
export type Station = 'customer' | 'agent' | 'stranger' | 'automation';

/** Somebody whom the usual people do not know. */
export interface NewPerson {
  readonly name: Bilingual | string;
  readonly is: Station;
}

/** Our own account. */
export const BOT: string = BOT_ID;

/** Ids of the people who are always there: the cast of the stories. */
export const USUAL_PEOPLE: readonly string[] = demoUsers('en')
  .map(({ accountId }) => accountId)
  .filter((id) => id !== BOT && id !== 'admin');

const ACCOUNT_TYPES: Readonly<Record<Station, User['accountType']>> = {
  customer: 'customer',
  agent: 'atlassian',
  stranger: 'atlassian',
  automation: 'app',
};

/** Everybody on the site: the usual people, and those that a scenario brings along. */
export function usersOf(people: Readonly<Record<string, NewPerson>>, language: Language): readonly User[] {
  const brought = Object.entries(people).map(([accountId, { name, is }]) => ({
    accountId,
    displayName: typeof name === 'string' ? name : name[language],
    accountType: ACCOUNT_TYPES[is],
    email: `${accountId}@example.org`,
    token: '',
  }));
  const known = new Set(brought.map(({ accountId }) => accountId));
  return [...demoUsers(language).filter(({ accountId }) => !known.has(accountId)), ...brought];
}

/** Accounts of Atlassian's that are no agents of this project: who they are nobody knows. */
export function strangersAmong(people: Readonly<Record<string, NewPerson>>): readonly string[] {
  return Object.entries(people).flatMap(([id, { is }]) => (is === 'stranger' ? [id] : []));
}
