import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { owed, performerOn } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

describe('labels', () => {
  it('are added and taken away beside those that others set', async () => {
    const issue = site.request(ANNA, 'Метки');
    site.world.label(issue, OLGA.id, ['бюджет', 'старая'], []);
    const effect = owed(issue.key, { kind: 'label', add: ['reglament-look'], remove: ['старая'] });

    expect(await performerOn(site.client).perform(effect, undefined)).toEqual({ kind: 'done' });

    expect(issue.labels).toEqual(['бюджет', 'reglament-look']);
  });

  it('are a set: doing it twice leaves one label and one entry of history', async () => {
    const issue = site.request(ANNA, 'Дважды');
    const effect = owed(issue.key, { kind: 'label', add: ['reglament-look'], remove: [] });

    await performerOn(site.client).perform(effect, undefined);
    await performerOn(site.client).perform(effect, undefined);

    expect(issue.labels).toEqual(['reglament-look']);
    expect(issue.histories).toHaveLength(1);
  });

  it('are found only when all are there, and none that should have gone', async () => {
    const issue = site.request(ANNA, 'Найдены ли');
    const { readBack } = performerOn(site.client);
    const effect = owed(issue.key, { kind: 'label', add: ['a', 'b'], remove: ['c'] });
    const found = async () => (await readBack(effect, undefined)).kind;

    expect(await found()).toBe('absent');
    site.world.label(issue, OLGA.id, ['a'], []);
    expect(await found()).toBe('absent');
    site.world.label(issue, OLGA.id, ['b', 'c'], []);
    expect(await found()).toBe('absent');
    site.world.label(issue, OLGA.id, [], ['c']);
    expect(await found()).toBe('found');
  });
});
