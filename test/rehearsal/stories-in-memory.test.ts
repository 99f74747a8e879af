import { describe, expect, it } from 'vitest';
import type { Act } from '#demo/act.ts';
import { ALL_RIVALS, type DemoRivals, USUAL_RIVALS } from '#demo/demo-rivals.ts';
import { signedLetter } from '#demo/signature.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT, STORIES } from '#demo/stories/all.ts';
import type { Deed } from '#rehearsal/deed.ts';
import { openDesk, type RehearsedDesk } from '#rehearsal/desk.ts';
import { usersOf } from '#rehearsal/people.ts';
import { STORY_ENDS } from '#test/demo/story-ends.ts';
import { theReglament } from '#test/support/desk.ts';
import { endsOf } from '#test/support/played-desk.ts';

/** Here nobody edits the rules or stops the desk. */
const TOLD = STORIES.filter(({ admin }) => admin === undefined);
const NAMES = new Set(TOLD.flatMap(({ acts }) => acts.map(({ ticket }) => ticket)));
const ENDS = Object.fromEntries(
  Object.entries(STORY_ENDS).filter(([name]) => NAMES.has(name.replace('follow-up of ', ''))),
);

/** As scenarios say it: what is signed, what comes in a second mail, what lies in the mail queue. */
function deeds(
  act: Act,
): readonly (Act | (Deed & { readonly at: string; readonly who: string; readonly ticket: string }))[] {
  if (act.does !== 'mails') return [act];
  const { filesLaterSeconds, delaySeconds, files = [], ...mail } = act;
  const text = act.subject === undefined ? act.text.ru : signedLetter(act.text.ru, act.who, 'ru');
  const shown = delaySeconds === undefined ? {} : { shownMinutesLater: delaySeconds / 60 };
  if (filesLaterSeconds === undefined) return [{ ...mail, text, files, ...shown }];
  const { who, ticket } = act;
  return [
    { ...mail, text, ...shown },
    { at: `${act.at}:${filesLaterSeconds}`, who, ticket, does: 'sendsFiles', files },
  ];
}

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
  const acts = TOLD.flatMap((story) => story.acts)
    .flatMap(deeds)
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
    const ends = endsOf(ticketsOf(await played(rivals)));
    // Here calls are marked by a label, there by a channel.
    const call = ends.call;
    expect(call?.labels).toEqual(['phone']);
    expect({ ...ends, call: { ...call, labels: [] } }).toEqual(ENDS);
  });
});
