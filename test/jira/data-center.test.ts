import type { Client } from 'jira.js/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '#clock.ts';
import { readingOf } from '#configuration/reading-of.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import { actorOf } from '#core/ticket/person.ts';
import { isFault } from '#faults.ts';
import { agentLookup } from '#jira/agents.ts';
import { DATA_CENTER } from '#jira/data-center.ts';
import { openClient } from '#jira/open-client.ts';
import { ownAccount } from '#jira/own-account.ts';
import { changedSince } from '#jira/search-changed.ts';
import { silentLog } from '#log.ts';
import type { Issue } from '#simulator/model.ts';
import { theConfiguration, theReglament } from '#test/support/desk.ts';
import { altered, note, owed, performerOn, reply, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite(undefined, 'data-center');
});

afterAll(() => site.stop());

function performer(client: Client = site.client) {
  return performerOn(client, 'data-center');
}

/** A key as decisions make them: the last part names the cause on the ticket. */
function keyFor(issue: Issue, cause: string, kind = 'reply'): string {
  return `jira/${issue.id}/rule-of-the-test/${kind}/${cause}`;
}

/** Answers to some calls are lost on the way. */
function losing(call: RegExp): Client {
  return altered(site.client, call, () => {
    throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
  });
}

const HOSTILE = 'Вы писали: {panel}[x|http://evil] [~admin] !a.png! *b* h1. <b>\nbq. C:\\temp\\*.txt';

describe('signing in to Data Center', () => {
  it('with a personal access token needs no user; who we are is told by name and key', async () => {
    const client = openClient({
      url: site.url,
      flavour: 'data-center',
      token: `token-of-${BOT.id}`,
      timeoutSeconds: 10,
    });

    expect(await ownAccount(client)()).toEqual([BOT.id, expect.stringMatching(/^JIRAUSER/)]);
  });

  it.each([
    ['a wrong token', undefined, 'wrong'],
    ['a wrong password', BOT.id, 'wrong'],
    ['somebody else’s name', OLGA.id, `token-of-${BOT.id}`],
  ])('with %s does not get in', async (_, user, token) => {
    const client = openClient({ url: site.url, flavour: 'data-center', user, token, timeoutSeconds: 10 });

    await expect(ownAccount(client)()).rejects.toSatisfy((error) => isFault(error, 'RGL9202'));
  });

  it.each([
    ['token', undefined, ''],
    ['user', '', 'secret'],
  ])('with an empty %s is refused before anything is sent', (_, user, token) => {
    expect(() =>
      openClient({ url: site.url, flavour: 'data-center', user, token, timeoutSeconds: 10 }),
    ).toThrow(expect.toSatisfy((error) => isFault(error, 'RGL9007')));
  });
});

describe('what is written on Data Center', () => {
  it('keeps a customer’s markup as plain text, and is read back as it was said', async () => {
    const issue = site.request(ANNA, 'Разметка');
    await performer().perform(owed(issue.key, reply(HOSTILE)), undefined);

    const ticket = await site.ticket(issue.key);

    expect(ticket.entries).toMatchObject([
      { kind: 'message', public: true, actor: 'ourselves', text: HOSTILE },
    ]);
    expect(issue.comments[0]?.body.markup).toContain('\\{panel\\}');
  });

  it('as a note is seen by agents only', async () => {
    const issue = site.request(ANNA, 'Заметка');
    const performed = await performer().perform(owed(issue.key, note('Проверьте договор')), undefined);

    expect(performed.kind).toBe('done');
    expect((await site.ticket(issue.key)).entries).toMatchObject([{ public: false, actor: 'ourselves' }]);
    const { body } = await site.as(ANNA)('GET', `/rest/servicedeskapi/request/${issue.key}/comment`);
    expect(body).toMatchObject({ values: [] });
  });

  it('as a note that Jira made public is taken away at once, and reported', async () => {
    const issue = site.request(ANNA, 'Утечка');
    const client = altered(site.client, /GET .*\/comment\/\d+$/, (answer) => ({
      ...(answer as object),
      properties: [],
    }));

    const performed = await performer(client).perform(owed(issue.key, note('Только для своих')), undefined);

    expect(performed).toEqual({ kind: 'refused', why: 'Jira made the note public' });
    expect(issue.comments).toEqual([]);
  });

  it('as a note whose visibility could not be asked for is in doubt, not repeated', async () => {
    const issue = site.request(ANNA, 'Неизвестно');
    const client = losing(/GET .*\/comment\/\d+$/);

    const performing = performer(client).perform(owed(issue.key, note('Только для своих')), undefined);

    await expect(performing).rejects.toSatisfy((error) => isFault(error, 'RGL9204'));
    expect(issue.comments).toHaveLength(1);
  });

  it('as a new ticket is refused with words for the agent, for now', async () => {
    const issue = site.request(ANNA, 'Поздний ответ');
    const data = {
      kind: 'openTicket',
      link: issue.key,
      projectKey: 'SUP',
      issueType: { id: '10301', name: 'Консультация' },
      summary: 'Продолжение',
      description: '',
      participants: [],
      organizations: [],
      components: [],
      labels: [],
      files: [],
    } as const;
    const { client, asked } = watched(site.client);

    const performed = await performer(client).perform(owed(issue.key, data), undefined);

    expect(performed).toMatchObject({ kind: 'refused', why: expect.stringContaining('by hand') });
    expect(asked).toEqual([]);
  });
});

describe('a reply of which nobody knows whether it was written', () => {
  it('is found by its words after its cause, whatever became of its marker', async () => {
    const issue = site.request(ANNA, 'Потерян ответ');
    const cause = site.says(issue, ANNA, 'Не помогло.');
    const effect = owed(issue.key, reply(HOSTILE), keyFor(issue, `comment:${cause}`));
    expect(await performer().readBack(effect, undefined)).toEqual({ kind: 'absent' });

    await expect(performer(losing(/POST .*\/comment$/)).perform(effect, undefined)).rejects.toThrow('lost');

    const [, written] = issue.comments;
    expect(written?.properties.map(({ key }) => key)).toEqual(['sd.public.comment']);
    expect(await performer().readBack(effect, undefined)).toEqual({ kind: 'found', remoteId: written?.id });
  });

  it.each([
    ['a history entry', (issue: Issue) => `history:${issue.histories.at(-1)?.id}`],
    ['the request itself', () => 'created'],
  ])('is found when its cause is %s', async (_, causeOf) => {
    const issue = site.request(ANNA, 'Причина');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    const effect = owed(issue.key, reply('Ответ'), keyFor(issue, causeOf(issue)));
    const performed = await performer().perform(effect, undefined);

    expect(await performer().readBack(effect, undefined)).toEqual({ ...performed, kind: 'found' });
  });

  it('is not what was said with the same words before its cause, nor what an agent said', async () => {
    const issue = site.request(ANNA, 'Раньше');
    await performer().perform(owed(issue.key, reply('Ответ')), undefined);
    const cause = site.says(issue, ANNA, 'Не помогло.');
    site.says(issue, OLGA, 'Ответ');
    const effect = owed(issue.key, reply('Ответ'), keyFor(issue, `comment:${cause}`));

    expect(await performer().readBack(effect, undefined)).toEqual({ kind: 'absent' });
  });

  it.each([
    ['two of that text are there', (cause: string) => `comment:${cause}`, 2],
    ['its cause is not on the ticket any more', () => 'comment:1', 1],
    ['its cause is nothing on the ticket', () => 'timePassed', 1],
  ])('is left to a person when %s', async (_, causeOf, times) => {
    const issue = site.request(ANNA, 'Неясно');
    const effect = owed(issue.key, reply('Ответ'), keyFor(issue, causeOf(site.says(issue, ANNA, 'Вопрос'))));
    for (let turn = 0; turn < times; turn += 1) await performer().perform(effect, undefined);

    // "Gone" is parked by whoever asked: nothing is sent again.
    expect(await performer().readBack(effect, undefined)).toMatchObject({ kind: 'gone' });
  });

  it('as a note that turns out to be public is taken away', async () => {
    const issue = site.request(ANNA, 'Открытая заметка');
    const cause = site.says(issue, ANNA, 'Вопрос');
    site.says(issue, BOT, 'Только для своих');
    const effect = owed(issue.key, note('Только для своих'), keyFor(issue, `comment:${cause}`, 'note'));

    expect(await performer().readBack(effect, undefined)).toMatchObject({ kind: 'gone' });
    expect(issue.comments).toHaveLength(1);
  });
});

describe('a ticket of Data Center', () => {
  it('is fetched whole in three requests', async () => {
    const issue = site.request(ANNA, 'Целиком');
    for (let turn = 0; turn < 30; turn += 1) site.world.label(issue, OLGA.id, [`метка-${turn}`], []);
    site.says(issue, OLGA, 'Смотрю.', { internal: true });
    const { entries, reporter, channel } = await site.ticket(issue.key);

    expect(entries).toHaveLength(31);
    expect(entries.at(-1)).toMatchObject({ kind: 'message', public: false, actor: 'agent' });
    expect(reporter?.aliases).toContain('anna');
    expect(channel).toBe('portal');
  });

  it('is found by what changed, page by page, without one of them missed', async () => {
    const { client, asked } = watched(site.client);
    const small: Client = {
      sendRequest: (request) =>
        client.sendRequest({ ...request, searchParams: { ...request.searchParams, maxResults: 3 } }),
    };

    const keys = await Array.fromAsync(changedSince(small, ['SUP'], DATA_CENTER)(msk('2027-02-01 00:00')));

    expect(new Set(keys)).toEqual(new Set([...site.world.issues.values()].map(({ key }) => key)));
    expect(keys).toHaveLength(site.world.issues.size);
    expect(asked.length).toBe(Math.ceil(keys.length / 3));
  });

  it('that the search loses on the way is missed, not taken for none', async () => {
    const client = altered(site.client, /GET .*\/search$/, (answer) => ({
      ...(answer as object),
      issues: [],
    }));
    const searching = Array.fromAsync(changedSince(client, ['SUP'], DATA_CENTER)(msk('2027-02-01 00:00')));

    await expect(searching).rejects.toSatisfy((error) => isFault(error, 'RGL9203'));
  });

  it('whose history is not whole is not judged', async () => {
    const issue = site.request(ANNA, 'Обрезана');
    const client = altered(site.client, /GET .*\/issue\/[^/]+$/, (answer) => ({
      ...(answer as object),
      changelog: { total: 5, histories: [] },
    }));

    const histories = client
      .sendRequest({ url: `/rest/api/2/issue/${issue.key}`, method: 'GET' })
      .then((found) => DATA_CENTER.historiesOf(client, found as never));

    await expect(histories).rejects.toSatisfy((error) => isFault(error, 'RGL9203'));
  });

  it('knows its agents by the names in the role, and by the members of its groups', async () => {
    const lookup = agentLookup(
      site.client,
      ['service desk team'],
      movableClock(msk('2027-02-16 10:00')),
      silentLog,
      DATA_CENTER,
    );
    const agents = await lookup.agentsOf('SUP');
    const issue = site.request(ANNA, 'Кто агент');
    site.says(issue, OLGA, 'Отвечаю.');
    const [entry] = (await site.ticket(issue.key)).entries;

    expect(agents).toContain('olga');
    expect(entry?.author && actorOf(entry.author, { ourselves: [], agents: agents ?? [] }, [])).toBe('agent');
    const group = { type: 'atlassian-group-role-actor', name: 'team' };
    const pages = [
      { values: [{ name: 'olga' }], isLast: false },
      { values: [{ name: 'ivan' }], isLast: true },
    ];
    const client = { sendRequest: async () => pages.shift() } as unknown as Client;
    expect(await DATA_CENTER.accountsOf(client, group)).toEqual(['olga', 'ivan']);
  });
});

describe('our reminder, of which only the words are left', () => {
  it('is known by them, with the day that it names', () => {
    const { messages, promises } = theReglament();
    const text = messages.render('reminder', 'ru', {
      ...Object.fromEntries(messages.placeholdersOf('reminder').map((name) => [name, 'x'])),
      lastDay: '24 февраля 2027 г.',
    });
    const raw = new RawIssue('2027-02-16 14:00', { flavour: 'data-center' }).says(
      BOT,
      '2027-02-18 09:00',
      text,
    );
    const read = readIssue(raw.toJson(), readingOf(theConfiguration()));
    if (read.kind !== 'ticket') throw new Error(read.why.en);

    const [entry] = read.ticket.entries;
    expect(entry?.kind === 'message' && messages.recognise(entry.text)).toMatchObject({
      message: 'reminder',
    });
    expect(promises.get('reminder')).toBe('lastDay');
  });
});
