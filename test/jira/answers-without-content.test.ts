import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '#configuration/reading-of.ts';
import { issueFetcher } from '#jira/fetch-issue.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { altered, owed, performerOn, reply } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

const EMPTY = [undefined, null, [], {}, { errorMessages: ['later'] }];

describe('an answer that lacks what it always holds is none', () => {
  it.each(EMPTY)('%j does not mean that a reply is not there', async (answer) => {
    const { key } = site.request(ANNA, 'Ответ уже есть');
    const effect = owed(key, reply('Ответ'));
    await performerOn(site.client).perform(effect, undefined);
    const client = altered(site.client, /GET .*\/comment$/, () => answer);

    await expect(performerOn(client).readBack(effect, undefined)).rejects.toMatchObject({ code: 'RGL9203' });
  });

  it.each(EMPTY)('%j does not mean that a ticket has no history', async (answer) => {
    const { key } = site.request(ANNA, 'История');
    const client = altered(site.client, /changelog\/bulkfetch$/, () => answer);
    const fetch = issueFetcher(client, async () => readingOf(theConfiguration()));

    await expect(fetch(key)).rejects.toMatchObject({ code: 'RGL9203' });
  });

  it('a comment that Jira took without saying so is looked for, not taken for done', async () => {
    const { key } = site.request(ANNA, 'Без подтверждения');
    const client = altered(site.client, /POST .*\/comment$/, () => undefined);

    await expect(performerOn(client).perform(owed(key, reply('Ответ')), undefined)).rejects.toMatchObject({
      code: 'RGL9204',
    });
  });
});
