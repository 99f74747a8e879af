import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MARKER_PROPERTY, readMarker } from '#core/issue/marker.ts';
import { changeOf } from '#core/ticket/entry.ts';
import { ticketAfter } from '#core/ticket/past.ts';
import type { RehearsedDesk } from '#rehearsal/desk.ts';
import { BOT } from '#rehearsal/people.ts';
import { readEnvironment } from '#settings.ts';
import { type AnyDesk, anyDesk } from '#test/support/any-desk.ts';
import { businessDaysBetween, deskIsOpen } from '#test/support/desk-days.ts';
import { type LivedTicket, live, silentClosings, ticketsOf } from '#test/support/lived-desk.ts';

/**
 * The same desks in every run, printed with a counterexample; a build server (`CI`) lives through all of them. A
 * counterexample is not made smaller: each try would live some weeks of a desk anew.
 */
const RUNS = { seed: 20270216, numRuns: readEnvironment().inCi ? 1000 : 60, endOnFailure: true };

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;

function onePromiseNeverMovesEarlier({ letters }: LivedTicket): void {
  for (const message of new Set(letters.map(({ marker }) => marker?.message))) {
    const days = letters.flatMap(({ marker }) =>
      marker?.message === message ? (marker?.promisedLastDay ?? []) : [],
    );
    for (const [index, day] of days.entries()) {
      const before = days[index - 1];
      expect(before === undefined || Temporal.PlainDate.compare(before, day) <= 0).toBe(true);
    }
  }
}

function nobodyIsRemindedOfWhatTheyAnswered({ letters, acts }: LivedTicket): void {
  for (const { at, marker } of letters) {
    if (marker?.message !== 'reminder') continue;
    const asked = lastAsk({ letters, acts }, at);
    expect(asked).toBeDefined();
    const since = acts.filter(
      (act) => asked !== undefined && isBefore(asked, act.at) && isBefore(act.at, at),
    );
    expect(since.filter(({ sense }) => sense === 'answers')).toEqual([]);
  }
}

/** When the customer was last asked something before an instant, by an agent or by us. */
function lastAsk(
  { letters, acts }: Pick<LivedTicket, 'letters' | 'acts'>,
  before: Temporal.Instant,
): Temporal.Instant | undefined {
  const byAgents = acts.filter(({ sense }) => sense === 'asks').map(({ at }) => at);
  const byUs = letters.filter(({ marker }) => (marker?.asked?.length ?? 0) > 0).map(({ at }) => at);
  return [...byAgents, ...byUs]
    .filter((at) => isBefore(at, before))
    .toSorted(Temporal.Instant.compare)
    .at(-1);
}

function nobodyIsAskedForWhatTheySent({ letters, acts }: LivedTicket): void {
  for (const { at, marker } of letters) {
    const sent = acts.filter((act) => isBefore(act.at, at)).flatMap(({ holds }) => holds);
    const asked = marker?.asked ?? [];
    expect(asked.filter((item) => sent.some((held) => held === item))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
  }
  expect(letters.filter(({ marker }) => marker?.message === 'ask').length).toBeLessThanOrEqual(1);
}

/** Nobody gets two mails for one act of ours, which may be a move and a letter. */
function oneMailForOneAct({ jira }: RehearsedDesk): void {
  const ours = jira.mails.after(0).filter(({ causedBy }) => causedBy.accountId === BOT);
  const acts = ours.map(({ at, to, issueKey }) => `${issueKey} ${to.accountId} ${Math.floor(at / 60_000)}`);
  expect(acts.filter((act, index) => acts.indexOf(act) !== index)).toEqual([]);
}

function silenceIsWarnedOf(desk: RehearsedDesk, lived: LivedTicket): void {
  for (const closedAt of silentClosings(desk, lived)) {
    const asked = lastAsk(lived, closedAt);
    const warnings = lived.letters.filter(
      ({ at, marker }) =>
        marker?.promisedLastDay !== undefined &&
        asked !== undefined &&
        !isBefore(at, asked) &&
        isBefore(at, closedAt),
    );
    expect(deskIsOpen(closedAt)).toBe(true);
    expect(warnings.some(({ at }) => businessDaysBetween(at, closedAt) >= 1)).toBe(true);
    const today = closedAt.toZonedDateTimeISO('Europe/Moscow').toPlainDate();
    for (const { marker } of warnings) {
      expect(Temporal.PlainDate.compare(marker?.promisedLastDay ?? today, today)).toBeLessThan(0);
    }
  }
}

function oneLetterForOneAct({ letters }: LivedTicket): void {
  const keys = letters.map(({ marker }) => marker?.key);
  expect(new Set(keys).size).toBe(keys.length);
  const causes = letters.map(({ at, marker }) => `${marker?.key.split('/').at(-1)} ${at.round('minute')}`);
  expect(new Set(causes).size).toBe(causes.length);
}

function nobodyIsLeftUnread({ ticket }: LivedTicket): void {
  for (const entry of ticket.entries) {
    if (entry.kind !== 'message' || !entry.public) continue;
    if (entry.actor !== 'customer' && entry.actor !== 'unknown') continue;
    if (ticketAfter(ticket, entry).state !== 'closed') continue;
    const since = ticket.entries.slice(ticket.entries.indexOf(entry) + 1);
    const seen = since.some(
      (later) =>
        (changeOf(later, 'labels')?.toText ?? '').includes('reglament-look') ||
        changeOf(later, 'status') !== undefined ||
        (later.kind === 'message' && later.actor === 'agent' && later.public),
    );
    expect(seen || ticketAfter(ticket, entry).labels.includes('reglament-look')).toBe(true);
  }
}

function lettersKeepDeskHours({ letters }: LivedTicket): void {
  for (const { at } of letters) expect(deskIsOpen(at)).toBe(true);
}

/** With the store as it was nothing is done at all; with the store lost nothing is said or opened a second time. */
async function decidingAgainChangesNothing(desk: RehearsedDesk): Promise<void> {
  const { happenings } = desk.jira.world;
  const ours = () => happenings.filter(({ by }) => by === BOT).length;
  const done = ours();
  await desk.lookAtAll();
  expect(ours()).toBe(done);
  desk.memory.forget();
  await desk.lookAtAll();
  const keys = keysOfOurs(desk);
  expect(new Set(keys).size).toBe(keys.length);
}

/** Of every comment and every follow-up of ours, the key that it bears. */
function keysOfOurs({ jira }: RehearsedDesk): readonly string[] {
  return [...jira.world.issues.values()].flatMap(({ comments, properties }) => {
    const own = [{ key: MARKER_PROPERTY, value: properties.get(MARKER_PROPERTY) }];
    const markers = [own, ...comments.map((comment) => comment.properties)].map(readMarker);
    return markers.flatMap((marker) => (marker === undefined ? [] : [marker.key]));
  });
}

async function inEveryDesk(
  holds: (desk: RehearsedDesk, lived: AnyDesk) => Promise<void> | void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyDesk, async (lived) => holds(await live(lived), lived)),
    RUNS,
  );
}

describe('on any desk', () => {
  test('nobody is written to while the desk is closed, and customers are treated as they were promised', {
    timeout: 600_000,
  }, async () => {
    const told = new Set<string | undefined>();
    await inEveryDesk(async (desk, lived) => {
      for (const ticket of ticketsOf(desk, lived)) {
        for (const { marker } of ticket.letters) told.add(marker?.message);
        lettersKeepDeskHours(ticket);
        oneLetterForOneAct(ticket);
        onePromiseNeverMovesEarlier(ticket);
        nobodyIsRemindedOfWhatTheyAnswered(ticket);
        silenceIsWarnedOf(desk, ticket);
        nobodyIsLeftUnread(ticket);
        nobodyIsAskedForWhatTheySent(ticket);
      }
      oneMailForOneAct(desk);
      await decidingAgainChangesNothing(desk);
    });
    // A desk on which nothing happens breaks no promise.
    expect([...told].sort()).toEqual([
      'ask',
      'closed-unanswered',
      'late-return',
      'reminder',
      'returned',
      'warned-anew',
    ]);
  });
});
