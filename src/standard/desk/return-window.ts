import type { Situation } from '#core/policy/language/situation.ts';
import type { CountFrom, Moment } from '#core/policy/language/vocabulary.ts';
import { cutText, wordsOutside } from '#core/policy/text/cut-text.ts';
import { type ClosedRun, lastClosedRun } from '#core/ticket/closed-run.ts';
import type { Entry, Message } from '#core/ticket/entry.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { keptReading } from './kept-reading.ts';

/**
 * From when the return window of the last closed run is counted.
 *
 * The solution is the newest substantive public reply of an agent at or before the closing. A substantive reply
 * that comes after the closing, while the window still runs, is a new solution: the window starts anew.
 *
 * @clause AMB-1 — "от даты получения решения" and "после закрытия обращения" stand in one clause
 * @param choose which of solution and closing counts: `resolutionReceived`, `closed`, `later` or `earlier`
 */
export function returnStart(situation: Situation, choose: string, count?: CountFrom): Moment | undefined {
  const run = lastClosedRun(situation.ticket);
  if (run === undefined || isOver(situation, run)) return undefined;
  const { closing, kind } = run;
  const solvedAt = solutionBefore(situation, run)?.at;
  const solutionCounts = choose === 'resolutionReceived' || choose === 'earlier';
  const first = solutionCounts ? (solvedAt ?? closing.at) : closing.at;
  const renews = choose === 'resolutionReceived' || choose === 'later';
  const at = renews && count !== undefined ? renewed(situation, run, first, count) : first;
  return { at, cause: closing.id, kind };
}

/** Each substantive reply inside the running window starts it anew. */
function renewed(
  situation: Situation,
  run: ClosedRun,
  first: Temporal.Instant,
  count: CountFrom,
): Temporal.Instant {
  let start = first;
  for (const reply of repliesAfter(situation, run)) {
    const window = count(start, run.kind);
    const end = window.kind === 'counted' ? window.expiresAt : window.lastsUntil;
    if (Temporal.Instant.compare(reply.at, end) < 0) start = reply.at;
  }
  return start;
}

/** A run that was left is over, except for the very event that left it. */
function isOver({ event }: Situation, run: ClosedRun): boolean {
  return run.reopening !== undefined && run.reopening.id !== event.id;
}

function solutionBefore(situation: Situation, { closing }: ClosedRun): Message | undefined {
  return situation.ticket.entries.findLast(
    (entry): entry is Message =>
      isSubstantiveReply(situation, entry) && Temporal.Instant.compare(entry.at, closing.at) <= 0,
  );
}

function repliesAfter(situation: Situation, { closing }: ClosedRun): readonly Message[] {
  const { ticket, event } = situation;
  return ticket.entries.filter(
    (entry): entry is Message =>
      isSubstantiveReply(situation, entry) &&
      Temporal.Instant.compare(entry.at, closing.at) > 0 &&
      Temporal.Instant.compare(entry.at, event.at) < 0,
  );
}

/** An agent's public reply that says more than "done". */
function isSubstantiveReply(situation: Situation, entry: Entry): entry is Message {
  if (entry.kind !== 'message' || entry.actor !== 'agent' || !entry.public) return false;
  return entry.attachments.length > 0 || saysMore(situation, entry);
}

const saysMore = keptReading<boolean>(({ words }, message) => {
  const { cut } = ownWords(message.text, words);
  if (cut.words.length === 0) return false;
  const hollow = words('hollowAnswers').hits(cutText(cut.text));
  return wordsOutside(cut, hollow) > MOST_HOLLOW_WORDS || hollow.length === 0;
});

/** «Готово, проверьте» with a greeting is still hollow. */
const MOST_HOLLOW_WORDS = 3;
