import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movesOf } from '#core/ticket/status-history.ts';
import { worldClock } from '#simulator/world-clock.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

async function offered(key: string): Promise<readonly string[]> {
  const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${key}/transitions`);
  return (body as { transitions: readonly { name: string }[] }).transitions.map(({ name }) => name);
}

function transition(key: string, id: string, fields?: object) {
  return site.as(OLGA)('POST', `/rest/api/3/issue/${key}/transitions`, {
    transition: { id },
    ...(fields && { fields }),
  });
}

describe('the workflow', () => {
  it('offers what leads on from where a request is, and nothing else', async () => {
    const issue = site.request(ANNA, 'Путь');
    expect(await offered(issue.key)).toContain('Взять в работу');
    expect(await offered(issue.key)).not.toContain('Открыть заново');
    expect((await transition(issue.key, '61')).status).toBe(400);
    site.moves(issue, OLGA, 'Решить', 'Готово');
    expect(await offered(issue.key)).toEqual(['Закрыть решённое', 'Вернуть в работу', 'Открыть заново']);
  });

  it('asks for a resolution where its screen does, and takes none where it has none', async () => {
    const issue = site.request(ANNA, 'Решение');
    expect((await transition(issue.key, '31')).body).toMatchObject({
      errors: { resolution: 'Resolution is required.' },
    });
    expect((await transition(issue.key, '31', { resolution: { name: 'Нет такого' } })).status).toBe(400);
    expect((await transition(issue.key, '11', { resolution: { name: 'Готово' } })).status).toBe(400);
    expect((await transition(issue.key, '31', { resolution: { name: 'Готово' } })).status).toBe(204);
    expect(issue.status.name).toBe('Решено');
  });

  it('forgets the resolution and its date when a request is opened again, but its history does not', async () => {
    const issue = site.request(ANNA, 'Снова');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.moves(issue, ANNA, 'Открыть заново');
    const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${issue.key}`);
    expect(body).toMatchObject({ fields: { resolution: null, resolutiondate: null } });
    expect(movesOf(await site.ticket(issue.key)).map(({ to }) => to)).toEqual(['closed', 'open']);
  });

  it('writes status and resolution into one entry of history', () => {
    const issue = site.request(ANNA, 'Вместе');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    expect(issue.histories.map(({ items }) => items.map(({ field }) => field))).toEqual([
      ['resolution', 'status'],
    ]);
  });
});

describe('the time of the site', () => {
  it('gives no two entries the same instant, while it stands and while it is moved', () => {
    const clock = worldClock(1000);
    const stamps = [clock.stamp(), clock.stamp(), clock.stamp()];
    clock.move(1001);
    stamps.push(clock.stamp());
    clock.move(5000);
    stamps.push(clock.stamp(), clock.stamp());
    expect(stamps).toEqual([1000, 1001, 1002, 1003, 5000, 5001]);
  });

  it('never goes back', async () => {
    const before = site.world.clock.now();
    const { body } = await site.as(ADMIN)('POST', '/sim/clock', { now: before - 10_000 });
    expect(body).toEqual({ now: before });
  });

  it('is told in the caller’s zone, with an offset without a colon', async () => {
    site.world.clock.move(msk('2027-03-01 09:30').epochMilliseconds);
    const issue = site.request(ANNA, 'Который час');
    const { body } = await site.as(BOT)('GET', `/rest/api/3/issue/${issue.key}?fields=created`);
    expect(body).toMatchObject({ fields: { created: '2027-03-01T09:30:00.000+0300' } });
  });

  it('makes an issue newer with whatever happens to it', () => {
    const issue = site.request(ANNA, 'Моложе');
    const times = [issue.updatedAt];
    const acts = [
      () => site.says(issue, ANNA, 'Слова'),
      () => site.moves(issue, OLGA, 'Взять в работу'),
      () => site.world.label(issue, OLGA.id, ['a'], []),
      () => site.world.attach(issue, ANNA.id, 'a.txt', 'text/plain', new Uint8Array(1)),
      () => site.world.link(issue, site.request(ANNA, 'Другое'), 'Relates', OLGA.id),
    ];
    for (const act of acts) {
      act();
      times.push(issue.updatedAt);
    }
    expect(new Set(times).size).toBe(times.length);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('who is let in', () => {
  it('is nobody without the right token', async () => {
    const response = await fetch(`${site.url}/rest/api/3/myself`, {
      headers: { authorization: `Basic ${Buffer.from('olga@example.org:wrong').toString('base64')}` },
    });
    expect(response.status).toBe(401);
    expect((await fetch(`${site.url}/rest/api/3/myself`)).status).toBe(401);
  });

  it('is told who they are', async () => {
    expect((await site.as(OLGA)('GET', '/rest/api/3/myself')).body).toMatchObject({ accountId: 'olga' });
  });
});
