import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFault } from '#faults.ts';
import { changedSince, labelledClosed } from '#jira/search-changed.ts';
import { altered, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
  for (let number = 1; number <= 5; number += 1) {
    site.world.clock.move(msk(`2027-02-${15 + number} 12:00`).epochMilliseconds);
    site.request(ANNA, `Обращение ${number}`);
  }
});

afterAll(() => site.stop());

describe('tickets that changed since an instant', () => {
  it('are found in the order of their changes, that very instant included', async () => {
    const search = changedSince(site.client, ['SUP']);

    expect(await Array.fromAsync(search(msk('2027-02-18 12:00')))).toEqual(['SUP-3', 'SUP-4', 'SUP-5']);
    expect(await Array.fromAsync(search(msk('2027-02-18 12:00').add({ milliseconds: 1 })))).toEqual([
      'SUP-4',
      'SUP-5',
    ]);
  });

  it('are found over as many pages as Jira makes of them', async () => {
    const small = altered(site.client, /never/, (answer) => answer);
    const pages: string[] = [];
    const client = {
      sendRequest: ((request: { body?: object }) => {
        pages.push('page');
        return small.sendRequest({ ...request, body: { ...request.body, maxResults: 2 } } as never);
      }) as typeof site.client.sendRequest,
    };

    const found = await Array.fromAsync(changedSince(client, ['SUP'])(msk('2027-02-01 00:00')));

    expect(found).toEqual(['SUP-1', 'SUP-2', 'SUP-3', 'SUP-4', 'SUP-5']);
    expect(pages).toHaveLength(3);
  });

  it('are never silently fewer: a page token that comes again is a fault', async () => {
    const client = altered(site.client, /search/, (answer) => ({
      ...(answer as object),
      nextPageToken: 'MQ',
    }));
    const searching = Array.fromAsync(changedSince(client, ['SUP'])(msk('2027-02-01 00:00')));

    await expect(searching).rejects.toSatisfy((error) => isFault(error, 'RGL9203'));
  });

  it('are asked for as numbers, which no time zone can shift', async () => {
    const { client, asked } = watched(site.client);
    await Array.fromAsync(changedSince(client, ['SUP', 'DEV'])(msk('2027-02-18 12:00')));

    const since = msk('2027-02-18 12:00').epochMilliseconds;
    expect(asked[0]?.body).toMatchObject({
      jql: expect.stringMatching(new RegExp(`SUP.*DEV.* updated >= ${since} `)),
    });
  });
});

describe('closed tickets that somebody should look at', () => {
  it('are found by their label, and only while they are closed', async () => {
    const [closed, open] = [site.request(ANNA, 'Закрыто'), site.request(ANNA, 'Открыто')];
    for (const issue of [closed, open]) site.world.label(issue, OLGA.id, ['reglament-look'], []);
    site.moves(closed, OLGA, 'Решить', 'Готово');
    site.moves(site.request(ANNA, 'Без метки'), OLGA, 'Решить', 'Готово');

    const found = await Array.fromAsync(labelledClosed(site.client, ['SUP'], ['x"y', 'reglament-look']));

    expect(found).toEqual([closed.key]);
  });
});
