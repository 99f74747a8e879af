import { expect, test } from 'vitest';
import { readingOf } from '#configuration/reading-of.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { ANNA } from '#test/support/people.ts';
import { COMPLAINT, looksAt, solvedOnFriday } from '#test/support/service-looks.ts';

test('a ticket that was moved to a project where this policy is not kept is left alone', async () => {
  const raw = solvedOnFriday().says(ANNA, '2027-02-24 12:00', COMPLAINT).toJson();
  const project = { id: '2', key: 'HR', name: 'HR' };
  const issue = { ...raw, key: 'HR-1', fields: { ...(raw.fields as object), project } };
  const looks = await looksAt({ kind: 'issue', issue, reading: readingOf(theConfiguration()) });

  expect(await looks.only('2027-02-24 12:01')).toEqual({
    kind: 'unreadable',
    why: 'it stands in HR, where this policy is not kept',
  });
});
