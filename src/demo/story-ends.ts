import type { StoredDecision, StoredEffect } from '#app/look-at-store.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { dayInWords, ENDS } from './ends-in-words.ts';
import { deadlineOf, effectOf, type PolicyAct, policyActs, whyOf } from './policy-acts.ts';

interface Teller {
  readonly language: Language;
  readonly reglament: Reglament;
  readonly day: (at: Temporal.Instant | Temporal.PlainDate) => string;
  /** Day and time. */
  readonly when: (at: Temporal.Instant) => string;
}

/** One sentence on a ticket: what the policy did to it, when and why, from the decisions as they are stored. */
export function endInWords(
  key: string,
  decisions: readonly StoredDecision[],
  effects: readonly StoredEffect[],
  reglament: Reglament,
  language: Language,
): string {
  const words = ENDS[language];
  const acts = policyActs(key, decisions, effects);
  if (acts.length === 0) {
    const old = effects.find(({ data, remoteId }) => data.kind === 'openTicket' && remoteId === key);
    return sentence([old === undefined ? words.nothing : words.opened(old.ticketKey)]);
  }
  const { zone } = reglament.calendar;
  const teller: Teller = {
    language,
    reglament,
    day: (at) =>
      dayInWords(at instanceof Temporal.Instant ? at.toZonedDateTimeISO(zone).toPlainDate() : at, language),
    when(at) {
      const local = at.toZonedDateTimeISO(zone);
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      return words.when(dayInWords(local.toPlainDate(), language), time);
    },
  };
  const closing = acts.findIndex(isClosedUnanswered);
  const parts = acts.flatMap((act, index) => {
    // What led to the closing is told with it.
    if (index < closing && isWarning(act)) return [];
    return index === closing ? [closed(act, acts.slice(0, index), teller)] : partOf(act, acts, teller);
  });
  return sentence(parts);
}

function isClosedUnanswered(act: PolicyAct): boolean {
  const move = effectOf(act, 'transition');
  return move?.to === 'closed' && move.resolution === 'unanswered';
}

/** An ask or a reminder: it names a last day. */
function isWarning(act: PolicyAct): boolean {
  return effectOf(act, 'reply')?.promisedLastDay !== undefined && effectOf(act, 'openTicket') === undefined;
}

function closed(act: PolicyAct, before: readonly PolicyAct[], { language, day, when }: Teller): string {
  const words = ENDS[language];
  const clarification = deadlineOf(act, 'clarification');
  const asked = before.findLast((own) => effectOf(own, 'reply')?.asked !== undefined);
  const reminders = before.filter((own) => isWarning(own) && own !== asked).map(({ at }) => day(at));
  const from = clarification?.from;
  const question =
    asked === undefined
      ? words.question(from === undefined ? '' : day(Temporal.Instant.from(from)))
      : words.ask(day(asked.at));
  return words.closed({
    when: when(act.at),
    after: [question, ...reminders.map(words.reminder)],
    lastDay: dated(clarification?.lastDay, day),
    returnDay: dated(effectOf(act, 'reply')?.promisedLastDay, day),
  });
}

function partOf(act: PolicyAct, all: readonly PolicyAct[], teller: Teller): readonly string[] {
  const { language, day, when } = teller;
  const words = ENDS[language];
  const move = effectOf(act, 'transition');
  const reply = effectOf(act, 'reply');
  const opened = act.effects.find(({ data }) => data.kind === 'openTicket');
  const returnDay = dated(deadlineOf(act, 'reopen')?.lastDay, day);
  if (opened !== undefined) {
    return [words.followed(when(act.decision.eventAt), returnDay, opened.remoteId ?? '')];
  }
  if (move?.to === 'waitingForCustomer') return [words.asked(when(act.at))];
  if (move?.to === 'inProgress' && move.from === 'closed') {
    return [words.returned(when(act.at), returnDay)];
  }
  if (move?.to === 'inProgress') {
    const grace = deadlineOf(act, 'clarification')?.byGrace === true;
    return [words.resumed(when(act.at), grace)];
  }
  // Somebody had taken it up again; with a follow-up, or thanks, the solution stands.
  if (move?.to === 'closed') return [words.putBack(when(act.at))];
  if (isWarning(act)) return [words.reminded(when(act.at))];
  // A letter that waited for the morning belongs to the move before it; a label only shows the ticket in a queue.
  if (reply !== undefined) return [];
  const isLabel = act.effects.every(({ data }) => data.kind === 'label');
  if (isLabel && all.some(({ effects }) => effects.some(({ data }) => data.kind !== 'label'))) return [];
  return [words.other(when(act.at), reasonOf(act, teller))];
}

/** The first sentence of the reason, or the rule's name where it gives none. */
function reasonOf(act: PolicyAct, { language, reglament }: Teller): string {
  const why = whyOf(act)?.[language];
  if (why !== undefined) return lowered(firstSentence(why));
  const words = ENDS[language];
  const note = effectOf(act, 'note')?.text;
  if (note !== undefined) return words.hint(firstSentence(note));
  return words.rule(reglament.rules.find(({ id }) => id === act.rule)?.name[language] ?? act.rule);
}

/** An abbreviation's point is followed by no capital. */
function firstSentence(text: string): string {
  const [first = text] = text.split(/(?<=[.;:])\s+(?=\p{Lu})/u);
  return first.replace(/[.;:]$/u, '');
}

function dated(isoDate: string | undefined, day: (date: Temporal.PlainDate) => string): string {
  return isoDate === undefined ? '' : day(Temporal.PlainDate.from(isoDate));
}

function lowered(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
