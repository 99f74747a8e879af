import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assign } from '#simulator/acts/assign.ts';
import { owed, performerOn } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, OLGA } from '#test/support/people.ts';

describe.each(['cloud', 'data-center'] as const)('an assignee on %s', (flavour) => {
  let site: JiraSite;

  beforeAll(async () => {
    site = await openSite(undefined, flavour);
  });

  afterAll(() => site.stop());

  it('is taken off, and is found gone when that is read back', async () => {
    const issue = site.request(ANNA, 'Никому');
    assign(site.world, issue, OLGA.id, OLGA.id);
    const effect = owed(issue.key, { kind: 'assign', to: 'nobody' });
    const performer = performerOn(site.client, flavour);
    expect((await performer.readBack(effect, undefined)).kind).toBe('absent');

    expect(await performer.perform(effect, undefined)).toEqual({ kind: 'done' });

    expect(issue.assignee).toBeNull();
    expect((await performer.readBack(effect, undefined)).kind).toBe('found');
  });
});
