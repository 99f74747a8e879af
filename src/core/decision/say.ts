import type { Language } from '#core/calendar/bilingual.ts';
import type { Deadline } from '#core/policy/language/deadline.ts';
import type { Binding, Bindings, Reglament } from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { NoEffect, SaidWords } from '#core/policy/language/vocabulary.ts';
import { ledger } from '#core/policy/text/ledger.ts';
import { longDate } from '#core/policy/text/long-date.ts';

/**
 * Renders a message with the placeholders of the vocabulary and those bound to deadlines.
 *
 * @param promises the bound placeholder whose day is thereby promised
 * @returns no words when a bound deadline is not there, or not known for want of a calendar
 */
export function say(
  reglament: Reglament,
  situation: Situation,
  message: string,
  language: Language,
  bindings: Bindings,
  promises?: string,
): SaidWords | NoEffect {
  const values: Record<string, string | number> = {};
  for (const name of reglament.messages.placeholdersOf(message)) {
    const binding = bindings[name];
    if (binding === undefined) {
      values[name] = reglament.vocabulary.placeholders.get(name)?.value(situation, language) ?? '';
      continue;
    }
    const value = boundValue(situation, binding, language);
    if (typeof value === 'object') return value;
    values[name] = value;
  }
  const promised = promises === undefined ? undefined : lastDayOf(situation, bindings[promises]);
  return {
    message,
    language,
    text: reglament.messages.render(message, language, values),
    ...(promised === undefined ? {} : { promisedLastDay: promised.toString() }),
  };
}

function lastDayOf(situation: Situation, binding: Binding | undefined): Temporal.PlainDate | undefined {
  const deadline = binding === undefined ? undefined : situation.deadline(binding.deadline);
  return deadline?.kind === 'known' ? deadline.lastDay : undefined;
}

function boundValue(situation: Situation, binding: Binding, language: Language): string | number | NoEffect {
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
