import type { Language } from '#core/calendar/bilingual.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import type {
  Binding,
  Bindings,
  DeadlineBinding,
  ListBinding,
  Reglament,
} from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { NoEffect, SaidWords } from '#core/policy/language/vocabulary.ts';
import { ledger } from '#core/policy/text/ledger.ts';
import { listInWords } from '#core/policy/text/list-in-words.ts';
import { longDate } from '#core/policy/text/long-date.ts';
import { readFact } from './read-fact.ts';

/**
 * Renders a message with the placeholders of the vocabulary and those bound to deadlines.
 *
 * @param promises the bound placeholder whose day is thereby promised
 * @param asks the bound placeholder whose list the customer is thereby asked for
 * @returns no words when a bound deadline is not there, or not known for want of a calendar
 */
export function say(
  reglament: Reglament,
  situation: Situation,
  message: string,
  language: Language,
  bindings: Bindings,
  { promises, asks }: { readonly promises?: string | undefined; readonly asks?: string | undefined } = {},
): SaidWords | NoEffect {
  const values: Record<string, string | number> = {};
  for (const name of reglament.messages.placeholdersOf(message)) {
    const binding = bindings[name];
    if (binding === undefined) {
      values[name] = reglament.vocabulary.placeholders.get(name)?.value(situation, language) ?? '';
      continue;
    }
    const value =
      'fact' in binding
        ? listInWords(reglament, wordsOf(reglament, situation, binding), binding.saidAs, language)
        : boundValue(situation, binding, language);
    if (typeof value === 'object') return value;
    values[name] = value;
  }
  const promised = promises === undefined ? undefined : lastDayOf(situation, bindings[promises]);
  const list = asks === undefined ? undefined : bindings[asks];
  const asked = list !== undefined && 'fact' in list ? wordsOf(reglament, situation, list) : undefined;
  if (asked?.length === 0) return { kind: 'none', why: 'there is nothing to ask for' };
  return {
    message,
    language,
    text: reglament.messages.render(message, language, values),
    ...(promised === undefined ? {} : { promisedLastDay: promised.toString() }),
    ...(asked === undefined ? {} : { asked }),
  };
}

function lastDayOf(situation: Situation, binding: Binding | undefined): Temporal.PlainDate | undefined {
  const deadline =
    binding === undefined || 'fact' in binding ? undefined : situation.deadline(binding.deadline);
  return deadline?.kind === 'known' ? deadline.lastDay : undefined;
}

/** The list that a fact reads, as its binding asks it. */
function wordsOf(reglament: Reglament, situation: Situation, { fact }: ListBinding): readonly string[] {
  const read = readFact(reglament, situation, fact);
  return Array.isArray(read) ? read.map(String) : [];
}

function boundValue(
  situation: Situation,
  binding: DeadlineBinding,
  language: Language,
): string | number | NoEffect {
  const deadline = situation.deadline(binding.deadline);
  if (binding.as === 'grace') return graceInWords(situation, deadline, language);
  if (deadline.kind === 'none') return { kind: 'none', why: `the ticket has no deadline "${deadline.name}"` };
  if (deadline.kind === 'unknown') {
    const { missingYear: year } = deadline;
    return binding.as === 'missingYear' ? String(year) : { kind: 'calendarMissing', year };
  }
  switch (binding.as) {
    case 'lastDay':
      return longDate(deadline.lastDay, language);
    case 'businessDays':
      return deadline.businessDays;
    case 'ledger':
      return ledger(deadline.days, language);
    default:
      return '—';
  }
}

function graceInWords({ judged }: Situation, deadline: Deadline, language: Language): string {
  if (deadline.kind !== 'known' || !deadline.byGrace) return '';
  const minutes = judged.grace.total('minutes');
  return language === 'ru'
    ? ` Принято с поправкой на почту: письмо могло идти до ${minutes} мин.`
    : ` Accepted by grace: a mail may be up to ${minutes} min on its way.`;
}
