import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '#configuration/reading-of.ts';
import { writeMarker } from '#core/issue/marker.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Message } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { issueFetcher } from '#jira/fetch-issue.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { altered, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BOT, OLGA, ROBOT } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

async function fetched(client: Client, key: string): Promise<Ticket> {
  const answer = await issueFetcher(client, async () => readingOf(theConfiguration()))(key);
  if (answer.kind !== 'issue') throw new Error('not there');
  const read = readIssue(answer.issue, answer.reading);
  if (read.kind !== 'ticket') throw new Error(read.why.en);
  return read.ticket;
}

function messagesOf({ entries }: Ticket): readonly Message[] {
  return entries.filter((entry) => entry.kind === 'message');
}

describe('a ticket is fetched whole', () => {
  it('with its history over several pages, oldest first', async () => {
    const issue = site.request(ANNA, 'Много меток');
    for (let turn = 1; turn <= 2100; turn += 1) site.world.label(issue, OLGA.id, [`метка-${turn}`], []);
    const { client, asked } = watched(site.client);

    const { entries } = await fetched(client, issue.key);

    expect(entries).toHaveLength(2100);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2100);
    expect(asked.filter(({ call }) => call.endsWith('/changelog/bulkfetch'))).toHaveLength(3);
  });

  it('with more than a hundred comments, each with what we wrote into it', async () => {
    const issue = site.request(ANNA, 'Долгая переписка');
    for (let turn = 1; turn <= 230; turn += 1) {
      const value = writeMarker({ key: `effect-${turn}`, rule: 'ask', message: 'ask' });
      const properties = [{ key: 'reglament.effect', value }];
      site.world.comment(issue, { by: BOT.id, body: documentOf(`№ ${turn}`), public: true, properties });
    }

    const messages = messagesOf(await fetched(site.client, issue.key));

    expect(messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 230 }, (_, index) => `№ ${index + 1}`),
    );
    expect(messages.every(({ marker }, index) => marker?.key === `effect-${index + 1}`)).toBe(true);
  });

  it('with our markers asked for by id, where the list of comments leaves properties out', async () => {
    const issue = site.request(ANNA, 'Без свойств');
    const value = writeMarker({ key: 'effect-1', rule: 'ask', message: 'ask' });
    const properties = [{ key: 'reglament.effect', value }];
    site.world.comment(issue, { by: BOT.id, body: documentOf('Пришлите путь'), public: true, properties });
    site.says(issue, ANNA, 'Вот путь');
    const { client, asked } = watched(
      altered(site.client, /GET .*\/comment$/, (answer) => {
        const { comments } = answer as { comments: readonly Record<string, unknown>[] };
        return { ...(answer as object), comments: comments.map(({ properties: _, ...rest }) => rest) };
      }),
    );

    const [ours, theirs] = messagesOf(await fetched(client, issue.key));

    expect(ours?.marker?.key).toBe('effect-1');
    expect(theirs?.marker).toBeUndefined();
    expect(asked.filter(({ call }) => call.endsWith('/comment/list'))).toHaveLength(1);
  });

  it('with the channel it came by, its request type, and its people by the service fields', async () => {
    const issue = site.request(ANNA, 'С портала');

    const ticket = await fetched(site.client, issue.key);

    expect(ticket).toMatchObject({ channel: 'portal', requestType: { id: '1' }, reporter: { id: 'anna' } });
  });
});

describe('a ticket that changes while it is read', () => {
  it('is read again: no move is seen without the letter that it answers', async () => {
    const issue = site.request(ANNA, 'Меняется');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    const client = altered(site.client, /GET .*\/comment$/, (answer, times) => {
      if (times === 1) {
        // The comments are read already; the history is not told before this has happened.
        site.says(issue, ANNA, 'Опять ошибка');
        site.moves(issue, ROBOT, 'Открыть заново');
      }
      return answer;
    });

    const { entries, state } = await fetched(inTurn(client), issue.key);

    expect(state).toBe('open');
    expect(entries.map(({ kind, author }) => `${kind} ${author?.id}`)).toEqual([
      'change olga',
      'message anna',
      'change automation-for-jira',
    ]);
  });

  it('is read again when only its fields are older than its history', async () => {
    const issue = site.request(ANNA, 'Меняется в начале');
    const client = altered(site.client, /GET .*\/issue\/SUP-\d+$/, (answer, times) => {
      if (times === 1) site.moves(issue, OLGA, 'Взять в работу');
      return answer;
    });

    expect((await fetched(client, issue.key)).state).toBe('inProgress');
  });

  it('and never stops changing is taken as it is at last, after three readings', async () => {
    const issue = site.request(ANNA, 'Не останавливается');
    const { client, asked } = watched(
      altered(site.client, /GET .*\/comment$/, (answer, times) => {
        site.says(issue, ANNA, `Ещё ${times}`);
        return answer;
      }),
    );

    const messages = messagesOf(await fetched(client, issue.key));

    expect(messages.length).toBeGreaterThanOrEqual(2);
    expect(asked.filter(({ call }) => call.endsWith(`/issue/${issue.key}`))).toHaveLength(3);
  });

  it('and rests is read once', async () => {
    const issue = site.request(ANNA, 'Стоит');
    const { client, asked } = watched(site.client);

    await fetched(client, issue.key);

    expect(asked.filter(({ call }) => call.endsWith('/changelog/bulkfetch'))).toHaveLength(1);
  });
});

describe('a ticket that is not there', () => {
  it('is said not to be there, and is no fault', async () => {
    const fetch = issueFetcher(site.client, async () => readingOf(theConfiguration()));
    expect((await fetch('SUP-9999')).kind).toBe('notThere');
  });

  it('is not there when it goes while it is read', async () => {
    const issue = site.request(ANNA, 'Удаляется');
    const client = altered(site.client, /GET .*\/issue\/SUP-\d+$/, (answer) => {
      site.world.delete(issue, OLGA.id);
      return answer;
    });
    const fetch = issueFetcher(client, async () => readingOf(theConfiguration()));

    expect((await fetch(issue.key)).kind).toBe('notThere');
  });

  it.each(['../../2/myself?x=1#', 'SUP-1/comment', '', 'sup-1', 'SUP-1 '])(
    'is not looked for under a name that is no key: %j',
    async (name) => {
      const { client, asked } = watched(site.client);
      const fetch = issueFetcher(client, async () => readingOf(theConfiguration()));

      await expect(fetch(name)).rejects.toThrow('not a ticket key');
      expect(asked).toEqual([]);
    },
  );
});

/** History is asked for only when the comments are there: the worst case for a torn picture. */
function inTurn(client: Client): Client {
  let before: Promise<unknown> = Promise.resolve();
  return {
    sendRequest(request) {
      const answer = before.then(() => client.sendRequest(request));
      before = answer.catch(() => undefined);
      return answer;
    },
  };
}
