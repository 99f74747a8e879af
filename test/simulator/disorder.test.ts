import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeEach(async () => {
  site = await openSite((made) => ({
    ...made,
    organizations: made.organizations.map((organization) => ({ ...organization, members: [BORIS.id] })),
  }));
});

afterEach(() => site.stop());

const admin = (method: 'POST' | 'PUT', path: string, body: object) => site.as(ADMIN)(method, path, body);
const until = (time: string) => admin('POST', '/sim/clock', { now: msk(time).epochMilliseconds });

function issueOf(answer: { readonly body: unknown }) {
  const issue = site.world.find((answer.body as { key: string }).key);
  if (issue === undefined) throw new Error('there is no such issue');
  return issue;
}

describe('a mail', () => {
  it('of 23:58 lies in the queue, and what comes of it bears the time after midnight', async () => {
    const issue = site.request(ANNA, 'Полночь');
    await until('2027-02-16 23:58');
    const answer = await admin('POST', '/sim/mail', {
      from: ANNA.id,
      subject: `Re: ${issue.key} Полночь`,
      text: 'Вот журнал',
      delaySeconds: 480,
    });
    const arrives = msk('2027-02-17 00:06').epochMilliseconds;
    expect(answer).toMatchObject({ status: 202, body: { key: issue.key, arrivesAt: arrives } });
    expect((await site.as(ADMIN)('GET', '/sim/idle')).body).toMatchObject({ nextAt: arrives });
    await until('2027-02-17 09:00');
    expect(issue.comments).toMatchObject([{ author: ANNA.id, at: arrives }]);
  });

  it('that was written before now counts its delay from then', async () => {
    const issue = site.request(ANNA, 'Давно написано');
    await until('2027-02-16 12:00');
    const mail = { from: ANNA.id, subject: issue.key, text: 'Да', delaySeconds: 600 };
    const writtenAt = msk('2027-02-16 11:00').epochMilliseconds;
    expect((await admin('POST', '/sim/mail', { ...mail, writtenAt })).status).toBe(201);
    expect(issue.comments).toHaveLength(1);
  });

  it('brings its files some seconds after its words', async () => {
    const files = [{ name: 'экран.png', mimeType: 'image/png', bytes: 9 }];
    const answer = await admin('POST', '/sim/mail', {
      from: ANNA.id,
      subject: 'Не печатает',
      text: 'Снимок приложила',
      files,
      filesLaterSeconds: 40,
    });
    const issue = issueOf(answer);
    expect(issue.files).toEqual([]);
    await until('2027-02-16 10:05');
    expect(issue.files).toMatchObject([
      { name: 'экран.png', at: msk('2027-02-16 10:00:40').epochMilliseconds },
    ]);
  });

  it('of a stranger to the request says that its writer cannot see it', async () => {
    const issue = site.request(ANNA, 'Чужое письмо');
    await admin('POST', '/sim/mail', { from: BORIS.id, subject: issue.key, text: 'Я тоже' });
    await admin('POST', '/sim/mail', { from: ANNA.id, subject: issue.key, text: 'Да, и он' });
    const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${issue.key}/comment`);
    const { comments } = body as { comments: readonly { jsdAuthorCanSeeRequest?: boolean }[] };
    expect(comments.map((comment) => comment.jsdAuthorCanSeeRequest)).toEqual([false, undefined]);
  });

  it('can be shared with an organisation, have people in copy, and be hidden by a security level', async () => {
    const written = { from: ANNA.id, subject: 'Общее', text: 'Смотрите', organizations: ['301'] };
    const shared = issueOf(await admin('POST', '/sim/mail', { ...written, participants: [IVAN.id] }));
    const seen = async () =>
      (await site.as(BORIS)('GET', `/rest/servicedeskapi/request/${shared.key}`)).status;
    expect(await seen()).toBe(200);
    expect(await site.ticket(shared.key)).toMatchObject({ participants: [{ id: IVAN.id }] });

    const hidden = issueOf(await admin('POST', '/sim/mail', { ...written, securityLevel: '201' }));
    const { status } = await site.as(BORIS)('GET', `/rest/servicedeskapi/request/${hidden.key}`);
    expect(status).toBe(404);
  });
});

it('a request on the portal can be shared with an organisation, and hidden from it', async () => {
  const ask = (fields: object) =>
    site.as(ANNA)('POST', '/rest/servicedeskapi/request', {
      requestTypeId: '1',
      requestFieldValues: { summary: 'Портал', customfield_10002: [301], ...fields },
    });
  const keyOf = ({ body }: { readonly body: unknown }) => (body as { issueKey: string }).issueKey;
  const seen = async (key: string) =>
    (await site.as(BORIS)('GET', `/rest/servicedeskapi/request/${key}`)).status;
  expect(await seen(keyOf(await ask({})))).toBe(200);
  expect(await seen(keyOf(await ask({ security: { id: '201' } })))).toBe(404);
});

describe('a call', () => {
  it.each([
    { marked: 'channel', channel: 'phone', labels: [] },
    { marked: 'label', channel: 'jira', labels: ['phone'] },
  ] as const)('written down by an agent is told by its $marked', async ({ marked, channel, labels }) => {
    const call = { agent: OLGA.id, caller: ANNA.id, summary: 'Звонок', text: 'Не печатает', marked };
    const issue = issueOf(await admin('POST', '/sim/phone', call));
    expect(issue).toMatchObject({ creator: OLGA.id, reporter: ANNA.id, channel, labels });
    expect(await site.ticket(issue.key)).toMatchObject({ channel: 'phone' });
  });

  it('may stand in the agent’s own name, who is a customer there', async () => {
    const call = { agent: OLGA.id, caller: ANNA.id, reporter: 'agent', summary: 'Звонок', text: 'Кто-то' };
    const issue = issueOf(await admin('POST', '/sim/phone', call));
    site.says(issue, OLGA, 'Перезвонили');
    expect((await site.ticket(issue.key)).entries).toMatchObject([{ actor: 'customer' }]);
  });
});

describe('a clone', () => {
  it('has fields and people of the first, none of its words, and a link that says so', async () => {
    const issue = site.request(ANNA, 'Оригинал');
    issue.participants = [BORIS.id];
    site.world.label(issue, OLGA.id, ['бюджет'], []);
    site.says(issue, OLGA, 'Ответ');
    const clone = issueOf(await admin('POST', '/sim/clone', { key: issue.key, by: OLGA.id }));
    expect(clone).toMatchObject({
      summary: 'CLONE - Оригинал',
      creator: OLGA.id,
      reporter: ANNA.id,
      participants: [BORIS.id],
      labels: ['бюджет'],
      comments: [],
    });
    const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${clone.key}?fields=issuelinks`);
    expect(body).toMatchObject({
      fields: {
        issuelinks: [{ type: { name: 'Cloners', outward: 'clones' }, outwardIssue: { key: issue.key } }],
      },
    });
  });
});

describe('a move to another project', () => {
  it('changes the key, keeps the old one as a way to it, and takes it from the portal', async () => {
    const issue = site.request(ANNA, 'Это к разработчикам');
    const mailsBefore = site.mails.after(0).length;
    const answer = await admin('POST', '/sim/move', { key: issue.key, by: OLGA.id });
    expect(answer.body).toEqual({ key: 'DEV-1', id: issue.id });

    const { body } = await site.as(BOT)('GET', '/rest/api/3/issue/SUP-1?expand=changelog');
    expect(body).toMatchObject({
      key: 'DEV-1',
      fields: { project: { key: 'DEV' }, customfield_10010: null },
      changelog: {
        histories: [
          {
            items: [
              { field: 'project', fromString: 'Техническая поддержка', toString: 'Разработка' },
              { field: 'Key', fromString: 'SUP-1', toString: 'DEV-1' },
            ],
          },
        ],
      },
    });
    expect((await site.as(ANNA)('GET', '/rest/servicedeskapi/request/SUP-1')).status).toBe(404);
    site.says(issue, OLGA, 'Разбираемся');
    expect(site.mails.after(mailsBefore)).toEqual([]);
    expect(site.request(ANNA, 'Следующее').key).toBe('SUP-2');
  });
});

it('a merged request is closed as a duplicate and points to the other', async () => {
  const [issue, other] = [site.request(ANNA, 'Второе письмо'), site.request(ANNA, 'Первое письмо')];
  await admin('POST', '/sim/merge', { key: issue.key, into: other.key, by: OLGA.id });
  expect(issue).toMatchObject({
    status: { name: 'Закрыто' },
    resolution: { name: 'Дубликат' },
    links: [{ type: 'Duplicate', other: other.id, outward: true }],
  });
});

describe('an assignee', () => {
  const assign = (key: string, accountId: string | null) =>
    site.as(OLGA)('PUT', `/rest/api/3/issue/${key}/assignee`, { accountId });

  it('is set and taken away, and history knows of both', async () => {
    const issue = site.request(ANNA, 'Исполнитель');
    expect((await assign(issue.key, IVAN.id)).status).toBe(204);
    const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${issue.key}`);
    expect(body).toMatchObject({ fields: { assignee: { accountId: IVAN.id } } });
    await assign(issue.key, null);
    expect(issue.assignee).toBeNull();
    expect(issue.histories.flatMap(({ items }) => items)).toMatchObject([
      { field: 'assignee', from: null, to: IVAN.id, toString: IVAN.name },
      { field: 'assignee', from: IVAN.id, to: null, toString: null },
    ]);
  });

  it('is nobody who has left', async () => {
    const issue = site.request(ANNA, 'Ушёл');
    await admin('PUT', `/sim/users/${IVAN.id}`, { active: false });
    expect((await assign(issue.key, IVAN.id)).status).toBe(400);
    expect((await site.as(IVAN)('GET', '/rest/api/3/myself')).status).toBe(401);
    site.says(issue, IVAN, 'Раньше');
    const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${issue.key}/comment`);
    expect(body).toMatchObject({ comments: [{ author: { accountId: IVAN.id, active: false } }] });
  });
});
