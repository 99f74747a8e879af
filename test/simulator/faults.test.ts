import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultSwitches } from '#simulator/faults.ts';
import { ADMIN, type JiraSite, openSite, signInOf } from '#test/support/jira-site.ts';
import { ANNA, BOT, OLGA, type Someone } from '#test/support/people.ts';

let site: JiraSite;

beforeEach(async () => {
  site = await openSite();
});

afterEach(() => site.stop());

const faults = (switches: FaultSwitches | { reset: true }) => site.as(ADMIN)('PUT', '/sim/faults', switches);

async function statuses(who: Someone, times: number): Promise<readonly number[]> {
  const answers: number[] = [];
  for (let asked = 0; asked < times; asked++) {
    answers.push((await site.as(who)('GET', '/rest/api/3/myself')).status);
  }
  return answers;
}

describe('a Jira that is asked too often', () => {
  it('refuses every third request of ours, and says for how long', async () => {
    await faults({ tooManyRequests: { every: 3, retryAfterSeconds: 7 } });
    expect(await statuses(BOT, 6)).toEqual([200, 200, 429, 200, 200, 429]);

    await faults({ tooManyRequests: { every: 1, retryAfterSeconds: 7 } });
    const { email, token } = signInOf(BOT);
    const { headers } = await fetch(`${site.url}/rest/api/3/myself`, {
      headers: { authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}` },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'retry-after': '7',
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-nearlimit': 'true',
      'x-ratelimit-reset': '2027-02-16T07:00:07Z',
      'ratelimit-reason': 'jira-burst-based',
    });
  });

  it('lets everybody else in, unless somebody else is meant', async () => {
    await faults({ serverErrors: { every: 1 } });
    expect([await statuses(OLGA, 1), await statuses(BOT, 1)]).toEqual([[200], [500]]);
    await faults({ serverErrors: { every: 1 }, for: OLGA.id });
    expect([await statuses(OLGA, 1), await statuses(BOT, 1)]).toEqual([[500], [200]]);
  });

  it('is well again after a reset', async () => {
    await faults({ serverErrors: { every: 1 } });
    await faults({ reset: true });
    expect(await statuses(BOT, 2)).toEqual([200, 200]);
  });
});

describe('an answer that is lost', () => {
  it('leaves the comment written, and its writer without a word', async () => {
    await faults({ lostResponses: { every: 2 } });
    const issue = site.request(ANNA, 'Обрыв');
    const write = () =>
      site.as(BOT)('POST', `/rest/servicedeskapi/request/${issue.key}/comment`, {
        body: 'Ждём',
        public: true,
      });
    expect((await write()).status).toBe(201);
    await expect(write()).rejects.toThrow('fetch failed');
    expect(issue.comments).toHaveLength(2);
  });

  it('is never one to a question, also where the question is a POST', async () => {
    await faults({ lostResponses: { every: 1 } });
    site.request(ANNA, 'Поиск');
    expect(await statuses(BOT, 2)).toEqual([200, 200]);
    const found = await site.as(BOT)('POST', '/rest/api/3/search/jql', { jql: 'project = SUP' });
    expect(found.status).toBe(200);
  });

  it('of a transition leaves the ticket moved', async () => {
    await faults({ lostResponses: { every: 1 } });
    const issue = site.request(ANNA, 'Переход');
    await expect(
      site.as(BOT)('POST', `/rest/api/3/issue/${issue.key}/transitions`, { transition: { id: '11' } }),
    ).rejects.toThrow('fetch failed');
    expect(issue.status.name).toBe('В работе');
  });
});

describe('entries that are shown late', () => {
  it('bear their old time when they come to light', async () => {
    await faults({ lateVisibleSeconds: 30 });
    const issue = site.request(ANNA, 'Поздно видно');
    site.says(issue, ANNA, 'Вот журнал');
    site.world.attach(issue, ANNA.id, 'log.txt', 'text/plain', new Uint8Array(3));
    site.moves(issue, OLGA, 'Взять в работу');
    const written = issue.comments[0]?.at ?? 0;

    const hidden = await site.ticket(issue.key);
    expect([hidden.entries, hidden.attachments]).toEqual([[], []]);
    site.world.clock.move(issue.updatedAt + 30_000);
    const ticket = await site.ticket(issue.key);
    expect(ticket.attachments).toHaveLength(1);
    expect(ticket.entries.map(({ at }) => at.epochMilliseconds)).toContain(written);
  });
});
