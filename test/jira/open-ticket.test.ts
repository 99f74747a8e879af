import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenTicketData } from '#core/policy/language/effect-data.ts';
import type { Issue } from '#simulator/model.ts';
import { note, owed, performerOn, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BORIS, OLGA } from '#test/support/people.ts';

const CLOSING = 'history:10005';
const KEY = `jira/10001/late-return/openTicket/${CLOSING}`;

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

function closedWithFiles(): Issue {
  const issue = site.request(ANNA, 'Не печатает форму');
  attach(issue, 'log.txt', 'text/plain', 'журнал');
  attach(issue, 'report.json', 'application/json', '{"a":1}');
  attach(issue, 'снимок.png', 'image/png', '\u0000\u0001');
  site.moves(issue, OLGA, 'Решить', 'Готово');
  return issue;
}

function attach(issue: Issue, name: string, mimeType: string, text: string): void {
  site.world.attach(issue, ANNA.id, name, mimeType, new TextEncoder().encode(text));
}

function followUpOf(issue: Issue, more: Partial<OpenTicketData> = {}): OpenTicketData {
  return {
    kind: 'openTicket',
    link: issue.key,
    projectKey: 'SUP',
    issueType: { id: '10302', name: 'Ошибка' },
    requestType: { id: '2', name: 'Ошибка' },
    summary: 'Не печатает форму',
    description: 'Опять не печатает.',
    reporter: BORIS.id,
    participants: [ANNA.id],
    organizations: [{ id: '301', name: 'МКУ «Центр учёта»' }],
    components: [{ id: '102', name: 'Отчётность' }],
    priority: { id: '2', name: 'High' },
    securityLevel: { id: '201', name: 'Только поддержка и заявитель' },
    labels: ['возврат'],
    files: issue.files.map((file) => ({ ...file, bytes: file.content.byteLength })),
    ...more,
  };
}

function opened(key: string | undefined): Issue {
  const issue = site.world.find(key ?? '');
  if (issue === undefined) throw new Error('no ticket was opened');
  return issue;
}

async function open(issue: Issue, more: Partial<OpenTicketData> = {}, key = KEY): Promise<Issue> {
  const performed = await performerOn(site.client).perform(
    owed(issue.key, followUpOf(issue, more), key),
    undefined,
  );
  if (performed.kind !== 'done') throw new Error(performed.why);
  return opened(performed.remoteId);
}

describe('a follow-up', () => {
  it('is a whole ticket: all that is known is inherited', async () => {
    const followUp = await open(closedWithFiles());

    expect(followUp).toMatchObject({
      summary: 'Не печатает форму',
      issueType: { id: '10302', requestTypeId: '2' },
      reporter: BORIS.id,
      participants: [ANNA.id],
      organizations: [{ id: '301' }],
      components: [{ id: '102' }],
      priority: { id: '2' },
      securityLevel: { id: '201' },
      labels: ['возврат'],
      creator: 'reglament-bot',
    });
    const ticket = await site.ticket(followUp.key);
    expect(ticket).toMatchObject({ description: 'Опять не печатает.', kind: 'error' });
    expect(ticket.participants.map(({ id }) => id)).toEqual([ANNA.id]);
  });

  it('is linked to the old ticket, which points back at it', async () => {
    const issue = closedWithFiles();
    const followUp = await open(issue);

    expect((await site.ticket(followUp.key)).links).toEqual([
      { type: 'Relates', outward: true, key: issue.key },
    ]);
    expect((await site.ticket(issue.key)).links).toEqual([
      { type: 'Relates', outward: false, key: followUp.key },
    ]);
  });

  it('says its request type in the field that this site has for it', async () => {
    const { client, asked } = watched(site.client);
    await performerOn(client).perform(
      owed('SUP-1', followUpOf(closedWithFiles(), { files: [] }), KEY),
      undefined,
    );

    const created = asked.find(({ call }) => call === 'POST /rest/api/3/issue')?.body;
    expect(created).toMatchObject({
      fields: {
        customfield_10010: '2',
        customfield_10026: [{ accountId: ANNA.id }],
        customfield_10002: [301],
      },
      update: { issuelinks: [{ add: { type: { name: 'Relates' } } }] },
      properties: [{ key: 'reglament.effect', value: { key: KEY, message: 'follow-up' } }],
    });
  });

  it('has its files, byte for byte, whatever their kind', async () => {
    const issue = closedWithFiles();
    const followUp = await open(issue);

    const told = ({ files }: Issue) =>
      files.map(({ name, mimeType, content }) => [name, mimeType, [...content]]);
    expect(told(followUp)).toEqual(told(issue));
    expect(followUp.files).toHaveLength(3);
  });

  it('is opened once, however often it is tried', async () => {
    const issue = closedWithFiles();
    const first = await open(issue);
    const before = site.world.issues.size;

    const again = await open(issue);

    expect(again.key).toBe(first.key);
    expect(site.world.issues.size).toBe(before);
    expect(again.files).toHaveLength(3);
  });

  it('is opened again for another closing', async () => {
    const issue = closedWithFiles();
    const first = await open(issue);
    const second = await open(issue, {}, KEY.replace(CLOSING, 'history:10900'));
    expect(second.key).not.toBe(first.key);
  });

  it('is not a ticket that somebody linked by hand', async () => {
    const issue = closedWithFiles();
    const byHand = site.request(ANNA, 'Связано вручную');
    site.world.link(byHand, issue, 'Relates', OLGA.id);

    expect((await open(issue)).key).not.toBe(byHand.key);
  });

  it('with no more than the needful has the defaults of the site', async () => {
    const issue = site.request(ANNA, 'Без всего');
    const {
      requestType: _type,
      reporter: _reporter,
      priority: _priority,
      securityLevel: _level,
      ...rest
    } = followUpOf(issue, { participants: [], organizations: [], components: [], labels: [] });
    const { client, asked } = watched(site.client);

    const performed = await performerOn(client).perform(owed(issue.key, rest, KEY), undefined);

    expect(performed.kind).toBe('done');
    expect(asked.map(({ call }) => call)).not.toContain('GET /rest/api/3/field');
  });
});

describe('a follow-up whose opening nobody knows the outcome of', () => {
  it('is found, and what was not copied yet is copied', async () => {
    const issue = closedWithFiles();
    const followUp = await open(issue);
    followUp.files.splice(1);
    const effect = owed(issue.key, followUpOf(issue), KEY);

    const found = await performerOn(site.client).readBack(effect, undefined);

    expect(found).toEqual({ kind: 'found', remoteId: followUp.key });
    expect(followUp.files.map(({ name }) => name)).toEqual(['log.txt', 'report.json', 'снимок.png']);
  });

  it('is absent when there is none', async () => {
    const issue = closedWithFiles();
    const effect = owed(issue.key, followUpOf(issue), KEY);
    expect(await performerOn(site.client).readBack(effect, undefined)).toEqual({ kind: 'absent' });
  });
});

describe('a late letter', () => {
  it('is carried over to the follow-up as a note with its files, once', async () => {
    const issue = closedWithFiles();
    const followUp = await open(issue, { files: [] });
    const files = followUpOf(issue).files.slice(0, 1);
    const effect = owed(issue.key, note('Ещё один файл', { onFollowUpOf: CLOSING, files }), 'late-note');
    const performer = performerOn(site.client);

    expect(await performer.readBack(effect, undefined)).toEqual({ kind: 'absent' });
    const performed = await performer.perform(effect, followUp.key);
    expect(await performer.perform(effect, followUp.key)).toEqual(performed);

    expect(followUp.comments.map(({ public: visible }) => visible)).toEqual([false]);
    expect(followUp.files.map(({ name }) => name)).toEqual(['log.txt']);
    expect(issue.comments).toEqual([]);
    expect((await performer.readBack(effect, undefined)).kind).toBe('found');
  });

  it('has nowhere to go when there is no follow-up', async () => {
    const issue = closedWithFiles();
    const effect = owed(issue.key, note('Ещё', { onFollowUpOf: CLOSING }));

    expect((await performerOn(site.client).perform(effect, undefined)).kind).toBe('refused');
    expect(await performerOn(site.client).readBack(effect, undefined)).toEqual({ kind: 'absent' });
  });
});
