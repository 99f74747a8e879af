import { describe, expect, it } from 'vitest';
import { ALL_RIVALS, type DemoRivals, USUAL_RIVALS } from '#demo/demo-rivals.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT, STORIES } from '#demo/stories/all.ts';
import { openDesk, type RehearsedDesk } from '#rehearsal/desk.ts';
import { usersOf } from '#rehearsal/people.ts';
import { STORY_ENDS } from '#test/demo/story-ends.ts';
import { theReglament } from '#test/support/desk.ts';
import { endsOf } from '#test/support/played-desk.ts';

async function played(rivals: DemoRivals): Promise<RehearsedDesk> {
  const desk = openDesk({
    reglament: theReglament(),
    language: 'ru',
    users: usersOf({}, 'ru'),
    agents: ['olga', 'igor'],
    rivals,
    webhooksLost: false,
    startsAt: DEMO_STARTS_AT,
    firstStart: DEMO_STARTS_AT,
  });
  const acts = STORIES.flatMap((story) => story.acts)
    .map((act) => ({
      act,
      at: Temporal.PlainDateTime.from(act.at.replace(' ', 'T')).toZonedDateTime('Europe/Moscow').toInstant(),
    }))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  for (const { act, at } of acts) {
    await desk.advance(at);
    await desk.perform(act);
  }
  await desk.advance(DEMO_ENDS_AT);
  return desk;
}

function ticketsOf({ jira, people }: RehearsedDesk) {
  return {
    tickets: new Map(
      [...jira.world.issues.values()].map((issue) => [people.nameOf(issue), jira.ticket(issue)]),
    ),
  };
}

describe('a rehearsed desk', () => {
  it.each([
    ['the policy alone', USUAL_RIVALS],
    ["Jira's own automations in the same moment", ALL_RIVALS],
    ["Jira's own automations some seconds later", { ...ALL_RIVALS, delaySeconds: 3 }],
  ])('comes to the ends to which the real service comes, with %s', async (_, rivals) => {
    expect(endsOf(ticketsOf(await played(rivals)))).toEqual(STORY_ENDS);
  });
});
