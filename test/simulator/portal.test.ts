import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BORIS, BOT, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

const commentsOf = (key: string) => `/rest/servicedeskapi/request/${key}/comment`;

async function textsSeenBy(who: typeof ANNA, key: string): Promise<readonly string[]> {
  const { body } = await site.as(who)('GET', commentsOf(key));
  return (body as { values: readonly { body: string }[] }).values.map((comment) => comment.body);
}

describe('a customer on the portal', () => {
  it('does not see what agents write among themselves; agents see all of it', async () => {
    const issue = site.request(ANNA, 'Видимость');
    site.says(issue, OLGA, 'Ответ');
    site.says(issue, OLGA, 'Между нами', { internal: true });
    await site.as(BOT)('POST', `/rest/api/3/issue/${issue.key}/comment`, {
      body: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Заметка' }] }],
      },
      properties: [{ key: 'sd.public.comment', value: { internal: true } }],
    });

    expect(await textsSeenBy(ANNA, issue.key)).toEqual(['Ответ']);
    expect(await textsSeenBy(OLGA, issue.key)).toEqual(['Ответ', 'Между нами', 'Заметка']);
  });

  it('sees their own requests and those they take part in, and nobody else’s', async () => {
    const own = site.request(ANNA, 'Своё');
    const shared = site.request(BORIS, 'Общее');
    shared.participants = [ANNA.id];
    const other = site.request(BORIS, 'Чужое');
    const status = async (key: string) =>
      (await site.as(ANNA)('GET', `/rest/servicedeskapi/request/${key}`)).status;

    expect([await status(own.key), await status(shared.key), await status(other.key)]).toEqual([
      200, 200, 404,
    ]);
    expect(
      (await site.as(ANNA)('POST', commentsOf(other.key), { body: 'Привет', public: true })).status,
    ).toBe(404);
  });

  it.each([
    ['GET', '/rest/api/3/issue/SUP-1'],
    ['GET', '/rest/api/3/issue/SUP-1/comment'],
    ['POST', '/rest/api/3/search/jql'],
    ['POST', '/rest/api/3/comment/list'],
    ['GET', '/rest/api/3/issue/SUP-1/transitions'],
  ] as const)('has no use of the platform: %s %s', async (method, path) => {
    const { status } = await site.as(ANNA)(method, path, method === 'POST' ? {} : undefined);
    expect(status).toBe(403);
  });

  it('writes a request that came by the portal, and comments that all can see', async () => {
    const { body } = await site.as(ANNA)('POST', '/rest/servicedeskapi/request', {
      requestTypeId: '2',
      requestFieldValues: { summary: 'Ошибка', description: 'Не печатает' },
    });
    const key = (body as { issueKey: string }).issueKey;
    await site.as(ANNA)('POST', commentsOf(key), { body: 'Ещё снимок', public: true });

    const ticket = await site.ticket(key);
    expect(ticket).toMatchObject({
      channel: 'portal',
      kind: 'error',
      description: 'Не печатает',
      reporter: { id: 'anna' },
      entries: [{ actor: 'customer', public: true, text: 'Ещё снимок' }],
    });
  });

  it('may do what the workflow lets customers do, and nothing else', async () => {
    const issue = site.request(ANNA, 'Отмена');
    const path = `/rest/servicedeskapi/request/${issue.key}/transition`;
    expect((await site.as(ANNA)('GET', path)).body).toMatchObject({
      values: [{ id: '51', name: 'Отменить' }],
    });
    expect((await site.as(ANNA)('POST', path, { id: '31' })).status).toBe(400);
    expect((await site.as(ANNA)('POST', path, { id: '51' })).status).toBe(204);
    expect(issue.status.name).toBe('Отменено');
  });

  it('must say whether a comment is public', async () => {
    const issue = site.request(ANNA, 'Словами');
    expect((await site.as(ANNA)('POST', commentsOf(issue.key), { body: 'Да' })).status).toBe(400);
    expect(issue.comments).toEqual([]);
  });
});

describe('a mail', () => {
  const mail = (subject: string, text: string, files: readonly object[] = []) =>
    site.as(OLGA)('POST', '/sim/mail', { from: ANNA.id, subject, text, files });

  it('without a key in its subject is a new request', async () => {
    const { body } = await mail('Не печатает', 'Помогите', [
      { name: 'a.png', mimeType: 'image/png', bytes: 7 },
    ]);
    const ticket = await site.ticket((body as { key: string }).key);
    expect(ticket).toMatchObject({
      channel: 'email',
      summary: 'Не печатает',
      description: 'Помогите',
      attachments: [{ name: 'a.png', bytes: 7 }],
    });
  });

  it('with the key of a request is an answer to it', async () => {
    const issue = site.request(ANNA, 'Переписка');
    const { body } = await mail(`Re: [${issue.key}] Переписка`, 'Вот путь');
    expect(body).toMatchObject({ key: issue.key });
    expect((await site.ticket(issue.key)).entries).toMatchObject([
      { actor: 'customer', text: 'Вот путь', public: true },
    ]);
  });
});
