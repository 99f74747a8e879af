import type { Item } from '#core/ticket/item.ts';
import type { Kind } from '#core/ticket/ticket.ts';

/** What may be read of a letter: the items of the regulation (5.3), and the subject line (3-c). */
export type Field = 'subject' | Item;

const CONTACTS = ['name', 'organization', 'phone', 'email'] as const;

/** What the regulation wants of each kind (5.3); of an unclear one, what it wants of all. */
export const NEEDED: Readonly<Record<Kind, readonly Item[]>> = {
  consultation: [...CONTACTS, 'question', 'steps', 'screenshots'],
  error: [
    ...CONTACTS,
    'entity',
    'documentIds',
    'reportParameters',
    'routeLogs',
    'steps',
    'screenshots',
    'errorText',
    'wrongData',
  ],
  changeRequest: [...CONTACTS, 'entity', 'changeDescription', 'changeFiles', 'desiredDate'],
  unclear: [...CONTACTS, 'question'],
};
