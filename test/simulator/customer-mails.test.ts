import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerMail } from '#simulator/customer-mails.ts';
import { CustomerMails } from '#simulator/customer-mails.ts';
import type { Issue } from '#simulator/model.ts';
import { serviceSite } from '#simulator/site.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { World } from '#simulator/world.ts';
import { worldClock } from '#simulator/world-clock.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BORIS, BOT, OLGA } from '#test/support/people.ts';

let site: JiraSite;
let seen = 0;

beforeEach(async () => {
  seen = 0;
  site = await openSite((made) => ({
    ...made,
    organizations: made.organizations.map((organization) => ({ ...organization, members: ['boris'] })),
  }));
});

afterEach(() => site.stop());

/** What has come into mailboxes since the last look. */
async function come(): Promise<readonly CustomerMail[]> {
  const { body } = await site.as(ADMIN)('GET', `/sim/mails?after=${seen}`);
  const mails = body as readonly CustomerMail[];
  seen += mails.length;
  return mails;
}

/** A request of Anna's, whose confirmation has been read. */
async function request(change: (issue: Issue) => void = () => {}): Promise<Issue> {
  const issue = site.request(ANNA, 'Не проводится документ');
  change(issue);
  await come();
  return issue;
}

const receivers = (mails: readonly CustomerMail[]) => mails.map(({ to }) => to.accountId);

describe('a public comment', () => {
  it('is mailed to the reporter: key and summary in the subject, the words, a way to the portal', async () => {
    const issue = await request();
    const commentId = site.says(issue, OLGA, 'Пришлите журнал.\n\nСпасибо.');
    expect(await come()).toEqual([
      {
        number: 2,
        at: issue.updatedAt,
        to: { accountId: 'anna', name: 'Петрова Анна Сергеевна', email: 'anna@example.org' },
        from: { name: 'Техническая поддержка', email: 'support@desk.example.org' },
        subject: 'SUP-1 Не проводится документ',
        text: `Пришлите журнал.\n\nСпасибо.\n\nОткрыть обращение на портале: ${site.url}/servicedesk/customer/portal/1/SUP-1`,
        issueKey: 'SUP-1',
        causedBy: { accountId: 'olga', kind: 'publicComment', commentId },
      },
    ]);
  });

  it('of ours is mailed like any other, unless the project leaves our account out', async () => {
    const issue = await request();
    site.says(issue, BOT, 'Ждём журнал');
    expect(await come()).toMatchObject([{ causedBy: { accountId: BOT.id } }]);

    await site.as(ADMIN)('PUT', '/sim/notifications', {
      publicComment: { active: true, exceptInitiatedBy: [BOT.id] },
    });
    site.says(issue, BOT, 'Всё ещё ждём');
    site.says(issue, OLGA, 'И я');
    expect(await come()).toMatchObject([{ causedBy: { accountId: OLGA.id } }]);
  });

  it('of a customer goes to the others who take part, never back to its writer', async () => {
    const issue = await request((made) => {
      made.participants = [BORIS.id];
    });
    site.says(issue, ANNA, 'Вот журнал');
    expect(receivers(await come())).toEqual([BORIS.id]);
    site.says(issue, BORIS, 'И снимок');
    expect(receivers(await come())).toEqual([ANNA.id]);
  });

  it('goes to the organisation that the request is shared with, to each of its people once', async () => {
    const issue = await request((made) => {
      made.organizations = site.world.site.organizations;
      made.participants = [BORIS.id];
    });
    site.says(issue, OLGA, 'Ответ');
    expect(receivers(await come())).toEqual([ANNA.id, BORIS.id]);
  });

  it('stays with the reporter where a security level hides the request from the rest', async () => {
    const issue = await request((made) => {
      made.participants = [BORIS.id];
      made.securityLevel = site.world.site.securityLevels[0] ?? null;
    });
    site.says(issue, OLGA, 'Ответ');
    expect(receivers(await come())).toEqual([ANNA.id]);
    const { status } = await site.as(BORIS)('GET', `/rest/servicedeskapi/request/${issue.key}`);
    expect(status).toBe(404);
  });
});

describe('no mail is sent', () => {
  it('of an internal comment, a label, or a move that solves nothing', async () => {
    const issue = await request();
    site.says(issue, OLGA, 'Между нами', { internal: true });
    site.world.label(issue, OLGA.id, ['бюджет'], []);
    site.moves(issue, OLGA, 'Взять в работу');
    expect(await come()).toEqual([]);
  });

  it('of a bulk change whose maker switched mails off', async () => {
    const issue = await request();
    site.world.inBulk(false, () => site.moves(issue, OLGA, 'Решить', 'Готово'));
    expect(await come()).toEqual([]);
    const other = await request();
    site.world.inBulk(true, () => site.moves(other, OLGA, 'Решить', 'Готово'));
    expect(await come()).toHaveLength(1);
  });

  it('to somebody who has left', async () => {
    const issue = await request((made) => {
      made.participants = [BORIS.id];
    });
    const boris = site.world.site.users.find(({ accountId }) => accountId === BORIS.id);
    if (boris !== undefined) boris.active = false;
    site.says(issue, OLGA, 'Ответ');
    expect(receivers(await come())).toEqual([ANNA.id]);
  });
});

describe("Jira's own mails", () => {
  it('confirm a request to whoever asked, also when they made it themselves', async () => {
    site.request(ANNA, 'Не печатает');
    expect(await come()).toMatchObject([
      {
        to: { accountId: ANNA.id },
        subject: 'SUP-1 Не печатает',
        text: expect.stringContaining('Мы получили ваше обращение') as string,
        causedBy: { accountId: ANNA.id, kind: 'requestCreated' },
      },
    ]);
  });

  it('tell that a request is solved; not that it is closed after that', async () => {
    const issue = await request();
    site.moves(issue, OLGA, 'Решить', 'Готово');
    expect(await come()).toMatchObject([
      {
        text: expect.stringContaining('Обращение решено: «Готово»') as string,
        causedBy: { kind: 'requestResolved' },
      },
    ]);
    site.moves(issue, OLGA, 'Закрыть решённое');
    expect(await come()).toEqual([]);
  });

  it('can each be switched off', async () => {
    const off = { active: false, exceptInitiatedBy: [] };
    await site.as(ADMIN)('PUT', '/sim/notifications', { requestCreated: off, requestResolved: off });
    const issue = site.request(ANNA, 'Тихо');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    expect(await come()).toEqual([]);
    site.says(issue, OLGA, 'А это слышно');
    expect(await come()).toHaveLength(1);
  });

  it('tell of a new status where the project wants them to', async () => {
    await site.as(ADMIN)('PUT', '/sim/notifications', {
      statusChanged: { active: true, exceptInitiatedBy: [] },
    });
    const issue = await request();
    site.moves(issue, OLGA, 'Взять в работу');
    expect(await come()).toMatchObject([
      {
        text: expect.stringContaining('«В работе»') as string,
        causedBy: { kind: 'statusChanged' },
      },
    ]);
  });
});

describe('a comment written on the screen of a transition', () => {
  const resolve = (issue: Issue, comment: object) =>
    site.as(OLGA)('POST', `/rest/api/3/issue/${issue.key}/transitions`, {
      transition: { id: '31' },
      fields: { resolution: { name: 'Готово' } },
      update: { comment: [{ add: comment }] },
    });

  it('is one mail with the news that it is solved; written by itself it is two', async () => {
    const together = await request();
    expect((await resolve(together, { body: documentOf('Исправили в 5.12.') })).status).toBe(204);
    const mails = await come();
    expect(mails).toMatchObject([{ causedBy: { kind: 'requestResolved', commentId: expect.any(String) } }]);
    expect(mails[0]?.text).toMatch(/^Исправили в 5\.12\.\n\nОбращение решено/);

    const apart = await request();
    site.says(apart, OLGA, 'Исправили в 5.12.');
    site.moves(apart, OLGA, 'Решить', 'Готово');
    expect(await come()).toHaveLength(2);
  });

  it('that is internal is in no mail', async () => {
    const issue = await request();
    const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
    await resolve(issue, { body: documentOf('Скажем позже'), properties });
    const [mail] = await come();
    expect(mail?.text).toMatch(/^Обращение решено/);
    expect(issue.comments).toMatchObject([{ public: false, author: OLGA.id }]);
  });
});

it('mails are collected without any network, in the language of the site', () => {
  const world = new World(serviceSite([], 'en'), worldClock(0));
  const mails = new CustomerMails(world);
  const [issueType] = world.site.issueTypes;
  if (issueType === undefined) throw new Error('the site has no issue type');
  const issue = world.create({
    by: 'kim',
    reporter: 'kim',
    summary: 'Printer',
    description: documentOf('It does not print.'),
    issueType,
    channel: 'email',
  });
  world.comment(issue, { by: 'sam', body: documentOf('Which one?'), public: true, properties: [] });
  expect(mails.after(1)).toMatchObject([
    {
      subject: 'SUP-1 Printer',
      text: 'Which one?\n\nView request on the portal: https://desk.example.org/servicedesk/customer/portal/1/SUP-1',
      from: { name: 'Technical support' },
    },
  ]);
});
