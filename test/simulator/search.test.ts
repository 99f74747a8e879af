import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
  for (const day of [16, 17, 18, 19]) {
    site.world.clock.move(msk(`2027-02-${day} 12:00`).epochMilliseconds);
    site.request(ANNA, `Обращение ${day}`);
  }
  const [first, second] = [...site.world.issues.values()];
  if (first === undefined || second === undefined) throw new Error('no requests');
  site.world.label(second, OLGA.id, ['reglament-look', 'бюджет'], []);
  site.moves(second, OLGA, 'Решить', 'Готово');
  site.moves(first, OLGA, 'Взять в работу');
});

afterAll(() => site.stop());

function search(jql: string, more: object = {}) {
  return site.as(BOT)('POST', '/rest/api/3/search/jql', { jql, fields: ['key'], ...more });
}

async function found(jql: string): Promise<readonly string[]> {
  const { body } = await search(jql);
  return (body as { issues: readonly { key: string }[] }).issues.map(({ key }) => key);
}

describe('a search', () => {
  const at = (time: string) => msk(time).epochMilliseconds;

  it('finds what was changed since an instant, that instant included', async () => {
    expect(await found(`updated >= ${at('2027-02-18 12:00')} ORDER BY updated ASC`)).toEqual([
      'SUP-3',
      'SUP-4',
      'SUP-2',
      'SUP-1',
    ]);
    expect(await found(`updated >= ${at('2027-02-18 12:00') + 1} ORDER BY updated DESC`)).toEqual([
      'SUP-1',
      'SUP-2',
      'SUP-4',
    ]);
    expect(await found(`created < ${at('2027-02-17 12:00')}`)).toEqual(['SUP-1']);
  });

  it.each([
    ['project = SUP', 4],
    ['project in (SUP, DEV)', 4],
    ['project = DEV', 0],
    ['status = "В работе"', 1],
    ["status = 'Решено' and labels in (бюджет)", 1],
    ['labels in ("reglament-look") AND statusCategory = Done', 1],
    ['statusCategory != Done', 3],
    ['status not in ("Решено", "В работе")', 2],
    ['key = SUP-3', 1],
  ])('%s finds %d', async (jql, count) => {
    expect(await found(jql)).toHaveLength(count);
  });

  it('gives nothing but ids unless fields are asked for', async () => {
    const { body } = await search('project = SUP', { fields: undefined });
    const [issue] = (body as { issues: readonly { id: string; fields: object }[] }).issues;
    expect(issue?.fields).toEqual({});
  });

  it('gives page after page, each ticket once', async () => {
    const keys: string[] = [];
    let nextPageToken: string | undefined;
    for (let page = 1; page === 1 || nextPageToken !== undefined; page += 1) {
      const { body } = await search('project = SUP ORDER BY created ASC', {
        maxResults: 3,
        ...(nextPageToken && { nextPageToken }),
      });
      const answer = body as {
        issues: readonly { key: string }[];
        nextPageToken?: string;
        isLast: boolean;
      };
      keys.push(...answer.issues.map(({ key }) => key));
      nextPageToken = answer.nextPageToken;
      expect(answer.isLast).toBe(nextPageToken === undefined);
    }
    expect(keys).toEqual(['SUP-1', 'SUP-2', 'SUP-3', 'SUP-4']);
  });

  it.each(['', 'ORDER BY updated', 'colour = red'])(
    'is refused when it is unbounded or unknown: %j',
    async (jql) => {
      const { status, body } = await search(jql);
      expect(status).toBe(400);
      expect(body).toMatchObject({ errorMessages: [expect.stringMatching(/\S/)] });
    },
  );
});
