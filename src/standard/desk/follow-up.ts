import type { Situation } from '#core/policy/language/situation.ts';
import type { OurWords } from '#core/policy/text/our-words.ts';
import { lastClosedRun } from '#core/ticket/closed-run.ts';
import type { Message } from '#core/ticket/entry.ts';
import { customersMessage, replyReading } from './conversation.ts';

/** What we said since the last closing. */
export function wordsOfRun(situation: Situation): readonly OurWords[] {
  const run = lastClosedRun(situation.ticket);
  if (run === undefined) return [];
  return situation.ourWords.filter(({ entry }) => Temporal.Instant.compare(entry.at, run.closing.at) >= 0);
}

/** Key of the follow-up that was opened for the last closed run, as our own letter tells it. */
export function followUpOf(situation: Situation): string | undefined {
  return wordsOfRun(situation).findLast(({ opened }) => opened !== undefined)?.opened;
}

/**
 * The customer's messages that came after the window of the last closed run had ended, in true order,
 * up to and including the one that the event brought.
 *
 * @param windowName name of the deadline that is the return window
 */
export function lateMessages(situation: Situation, windowName: string): readonly Message[] {
  const run = lastClosedRun(situation.ticket);
  const window = situation.deadline(windowName);
  if (run === undefined || window.kind !== 'known') return [];
  const late = window.expiresAt.add(situation.judged.grace);
  return situation.ticket.entries
    .flatMap((entry) => customersMessage(entry) ?? [])
    .filter((message) => Temporal.Instant.compare(message.at, late) >= 0)
    .filter((message) => saysSomething(situation, message));
}

function saysSomething(situation: Situation, message: Message): boolean {
  const { intent } = replyReading(situation, message);
  return intent === 'message' || intent === 'promise' || intent === 'unsure';
}
