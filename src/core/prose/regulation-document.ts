import type { Language } from '#core/calendar/bilingual.ts';
import { countBusinessDays } from '#core/calendar/count-business-days.ts';
import { dateOf } from '#core/calendar/date-of.ts';
import type { Clause, Reglament } from '#core/policy/language/reglament.ts';
import { ledger } from '#core/policy/text/ledger.ts';
import { longDate } from '#core/policy/text/long-date.ts';
import { type DocumentLetter, lettersOf } from './document-letters.ts';

/** The regulation as customers read it: computed from clauses, parameters, messages and the calendar. */
export interface RegulationDocument {
  readonly name: string;
  readonly sections: readonly DocumentSection[];
  readonly letters: readonly DocumentLetter[];
}

export interface DocumentSection {
  /** `5.3.1` */
  readonly number: string;
  readonly heading: string;
  readonly points: readonly DocumentPoint[];
}

/** Clauses that are one point of the regulation: `4.3-a` to `4.3-d`. */
export interface DocumentPoint {
  /** `4.3`, or within a section of its own `4`. */
  readonly number: string;
  readonly clauses: readonly string[];
  readonly text: string;
  /** The days that it names, counted from an instant. */
  readonly example?: WorkedExample;
}

export interface WorkedExample {
  readonly from: string;
  readonly businessDays: number;
  readonly lastDay: string;
  /** How it was counted, in words. */
  readonly ledger: string;
  readonly text: string;
}

/** @param at from when the examples count */
export function regulationDocument(
  reglament: Reglament,
  language: Language,
  at: Temporal.Instant,
): RegulationDocument {
  const { name, sections } = reglament.regulation;
  // What has no number in the regulation is a rule of conduct of ours.
  const clauses = [...reglament.clauses.values()].filter(({ id }) => /^\d/.test(id));
  const numbers = [...sections.keys()];
  const sectionOf = ({ id }: Clause) =>
    numbers.filter((number) => isUnder(id, number)).sort((a, b) => b.length - a.length)[0] ?? '';
  const grouped = Map.groupBy(clauses, sectionOf);
  return {
    name: name[language],
    sections: [...grouped].map(([number, own]) => ({
      number,
      heading: sections.get(number)?.[language] ?? '',
      points: pointsOf(own, number, reglament, language, at),
    })),
    letters: lettersOf(reglament, language),
  };
}

function isUnder(id: string, number: string): boolean {
  return id.startsWith(`${number}.`) || id.startsWith(`${number}-`);
}

function pointsOf(
  clauses: readonly Clause[],
  section: string,
  reglament: Reglament,
  language: Language,
  at: Temporal.Instant,
): readonly DocumentPoint[] {
  return [...Map.groupBy(clauses, (clause) => pointNumber(clause, section))].map(([number, own]) => {
    const days = own.find(({ businessDays }) => businessDays !== undefined)?.businessDays;
    const example = days === undefined ? undefined : workedExample(reglament, language, at, days);
    return {
      number,
      clauses: own.map(({ id }) => id),
      text: own.map((clause) => textOf(clause, section, language)).join(' '),
      ...(example === undefined ? {} : { example }),
    };
  });
}

/** `4.3-d` is of 4.3; in a section of its own, `5.3.1-4a` is its fourth point, and `5.3.3-W1a` its first note. */
function pointNumber({ id }: Clause, section: string): string {
  const [number = '', point = ''] = id.split('-');
  return number === section ? (/^[A-Z]?\d+/.exec(point)?.[0] ?? number) : number;
}

/** Under a heading of its own, a clause need not say of which kind of request it speaks. */
function textOf({ id, text, kind }: Clause, section: string, language: Language): string {
  const said = text[language];
  if (kind === undefined || !id.startsWith(`${section}-`)) return said;
  const own = said.replace(/^[^:.]{1,30}:\s/u, '');
  return own.slice(0, 1).toUpperCase() + own.slice(1);
}

function workedExample(
  { calendar }: Reglament,
  language: Language,
  at: Temporal.Instant,
  businessDays: number,
): WorkedExample | undefined {
  const count = countBusinessDays(calendar, at, businessDays);
  if (count.kind === 'calendarMissing') return undefined;
  const from = dateOf(calendar, at);
  const lastDay = longDate(count.lastDay, language);
  const counted = ledger(count.days, language);
  const text =
    language === 'ru'
      ? `Например, с ${longDate(from, language)} – до конца дня ${lastDay} Счёт: ${counted}.`
      : `For example, from ${longDate(from, language)} until the end of ${lastDay}. Count: ${counted}.`;
  return { from: from.toString(), businessDays, lastDay: count.lastDay.toString(), ledger: counted, text };
}
