import type { Situation } from '#core/policy/language/situation.ts';
import type { OurWords } from '#core/policy/text/our-words.ts';
import type { Change, Entry, Message } from '#core/ticket/entry.ts';
import { entryIntoState, moveIn } from '#core/ticket/status-history.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { answerKind, askReading, customersMessage, replyReading } from './conversation.ts';
import { isSpoiled } from './spoiled-warning.ts';

/** A question to the customer, by an agent or by us. */
export interface Question {
  readonly entry: Message;
  /** The words that ask; none where we asked for listed items. */
  readonly sentences: readonly string[];
  /** The items that a letter of ours asked for. */
  readonly asked?: readonly string[];
}

/** Where the clarification of a waiting ticket stands. */
export interface Clarification {
  /** The entry by which the ticket came to wait; `undefined` when the history does not show it. */
  readonly waitEntry: Change | undefined;
  /** The newest public reply that surely asks, after the customer's last act; else the one that act answered. */
  readonly question: Question | undefined;
  /** The entry that answered the question. */
  readonly answer: Entry | undefined;
  /** A reply after the customer's last act may have asked; not surely enough to count from. */
  readonly maybeAsked: boolean;
  /** The customer's newest act that is an answer, to whatever. */
  readonly lastAnswer: Entry | undefined;
  /** The newest bare promise after the question: the count starts anew. */
  readonly promise: Message | undefined;
  /** Our question came back: nobody has read it. */
  readonly bounce: Message | undefined;
  /** From when on the customer can answer, as letters after the question tell: back from leave, or as promised. */
  readonly back: { readonly absentUntil?: Temporal.PlainDate; readonly promisedFor?: Temporal.PlainDate };
  /** Our public words since silence began that name the last day and still stand: asks and reminders. */
  readonly warnings: readonly OurWords[];
  /** Those whose last day ended while we were stopped: nobody is closed upon them. */
  readonly spoiled: readonly OurWords[];
}

const derived = {};

/** @returns `undefined` when the ticket does not wait for the customer */
export function clarificationOf(situation: Situation): Clarification | undefined {
  return situation.derived(derived, () => readClarification(situation));
}

function readClarification(situation: Situation): Clarification | undefined {
  const { ticket } = situation;
  if (ticket.state !== 'waitingForCustomer') return undefined;
  const { entries } = ticket;
  const answerIndex = entries.findLastIndex((entry) => answerKind(situation, entry) !== undefined);
  const lastAnswer = entries[answerIndex];
  const since = entries.slice(Math.max(answerIndex, lastTakenUp(ticket)) + 1);
  const open = lastQuestion(situation, since);
  const question = open ?? lastQuestion(situation, entries.slice(0, Math.max(0, answerIndex)));
  const after = question === undefined ? [] : entries.slice(entries.indexOf(question.entry) + 1);
  const promise = withIntent(situation, after, 'promise').at(-1);
  const silence = promise ?? question?.entry;
  const said = silence === undefined ? [] : warningsSince(situation, silence);
  const spoiled = said.filter((words) => isSpoiled(situation, words));
  return {
    waitEntry: entryIntoState(ticket),
    question,
    answer: open === undefined && question !== undefined ? lastAnswer : undefined,
    maybeAsked: since.some((entry) => isAgentsReply(entry) && askReading(situation, entry).asks === 'unsure'),
    lastAnswer,
    promise,
    bounce: withIntent(situation, after, 'bounce').at(-1),
    back: backOf(situation, after),
    warnings: said.filter((words) => !spoiled.includes(words)),
    spoiled,
  };
}

/**
 * Where the team last took the ticket out of waiting; -1 when it never did. What was asked before that, they did not
 * wait for any more: silence is counted only from what was asked while, or just before, the ticket waits.
 */
function lastTakenUp(ticket: Ticket): number {
  return ticket.entries.findLastIndex((entry) => {
    if (entry.actor !== 'agent' && entry.actor !== 'unknown') return false;
    const move = moveIn(ticket, entry);
    return move?.from === 'waitingForCustomer' && move.to !== 'waitingForCustomer';
  });
}

function isAgentsReply(entry: Entry): entry is Message {
  return entry.kind === 'message' && entry.public && entry.actor === 'agent';
}

function lastQuestion(situation: Situation, entries: readonly Entry[]): Question | undefined {
  for (const entry of entries.toReversed()) {
    if (entry.kind !== 'message' || !entry.public) continue;
    if (entry.actor === 'agent') {
      const { asks, sentences } = askReading(situation, entry);
      if (asks === 'yes') return { entry, sentences };
    }
    const ours = situation.ourWords.find((words) => words.entry.id === entry.id);
    if (ours?.asked !== undefined && ours.asked.length > 0)
      return { entry, sentences: [], asked: ours.asked };
  }
  return undefined;
}

function withIntent(
  situation: Situation,
  entries: readonly Entry[],
  intent: 'promise' | 'bounce' | 'autoReply',
): readonly Message[] {
  return entries
    .flatMap((entry) => customersMessage(entry) ?? [])
    .filter((message) => replyReading(situation, message).intent === intent);
}

function backOf(situation: Situation, entries: readonly Entry[]): Clarification['back'] {
  const latest = (intent: 'promise' | 'autoReply') =>
    withIntent(situation, entries, intent)
      .flatMap((message) => replyReading(situation, message).day ?? [])
      .sort(Temporal.PlainDate.compare)
      .at(-1);
  const absentUntil = latest('autoReply');
  const promisedFor = latest('promise');
  return {
    ...(absentUntil === undefined ? {} : { absentUntil }),
    ...(promisedFor === undefined ? {} : { promisedFor }),
  };
}

/** An ask of ours is its own warning. A promise that was made after a warning starts a new silence, with a day of its own. */
function warningsSince(situation: Situation, silence: Message): readonly OurWords[] {
  return situation.ourWords.filter(
    ({ entry, promisedLastDay }) =>
      entry.public && promisedLastDay !== undefined && Temporal.Instant.compare(entry.at, silence.at) >= 0,
  );
}
