import type { Person } from '#core/ticket/person.ts';
import { isObject, own, textAt } from './json.ts';

const ACCOUNT_TYPES = ['customer', 'app', 'atlassian'] as const;

/** A user of either flavour; `undefined` for nobody (deleted, anonymous, not visible to us). */
export function readPerson(value: unknown): Person | undefined {
  if (!isObject(value)) return undefined;
  const accountId = textAt(value, 'accountId');
  const key = textAt(value, 'key');
  const name = textAt(value, 'name');
  const id = accountId ?? key ?? name;
  if (id === undefined) return undefined;
  const aliases = [accountId, key, name, textAt(value, 'emailAddress')].filter(
    (alias) => alias !== undefined,
  );
  const accountType = ACCOUNT_TYPES.find((type) => type === own(value, 'accountType'));
  return {
    id,
    aliases,
    displayName: textAt(value, 'displayName') ?? name ?? id,
    ...(accountType === undefined ? {} : { accountType }),
    ...(own(value, 'active') === false ? { inactive: true } : {}),
  };
}

export function readPeople(value: unknown): readonly Person[] {
  const people = Array.isArray(value) ? value.map(readPerson) : [];
  return people.filter((person) => person !== undefined);
}
