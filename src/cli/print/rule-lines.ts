import type { Language } from '#core/calendar/bilingual.ts';
import type { RuleTrace } from '#core/decision/decision.ts';
import type { Explanation } from '#core/decision/explain.ts';
import type { SeenLeaf } from '#core/decision/rule-engine.ts';
import { type Change, whyNot } from '#core/decision/why-not.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import { localTime, longDate } from '#core/policy/text/long-date.ts';
import { DEADLINE_WORDS } from './deadline-words.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    fired: 'сработало',
    not: 'не сработало',
    wants: 'нужно',
    seen: 'видно',
    mustNot: 'это так, а должно быть не так',
    byTime: 'само сработает, если никто ничего не сделает:',
    nothingInIt: 'пусто',
  },
  en: {
    fired: 'fired',
    not: 'did not fire',
    wants: 'wanted',
    seen: 'seen',
    mustNot: 'this is so, and would have to be otherwise',
    byTime: 'will fire by itself, if nobody does anything:',
    nothingInIt: 'nothing',
  },
} as const;

/** A rule, and what made it fire, or the least that kept it from firing and when time alone will do. */
export function ruleLines(
  trace: RuleTrace,
  next: Explanation['next'],
  zone: string,
  terminal: Terminal,
): readonly string[] {
  const { rule, clauses, fired, leaves, why } = trace;
  const { language } = terminal;
  const words = WORDS[language];
  const mark = fired
    ? styled(terminal, 'green', `✔ ${words.fired}`)
    : styled(terminal, 'dim', `· ${words.not}`);
  const head = `${mark}: ${rule.name[language]} (${rule.id}; ${clauses.join(', ')})`;
  const reason = why === undefined ? [] : [`    ${why[language]}`];
  const missed = whyNot(trace, next);
  // `--json` has every leaf of every rule.
  if (missed === undefined) {
    const telling = leaves.filter(({ holds }) => holds);
    return [head, ...reason, ...telling.map((leaf) => `    ${leafInWords(leaf, terminal)}`)];
  }
  const { changes, byTimeAt } = missed;
  const byTime = byTimeAt === undefined ? [] : [`    ${words.byTime} ${localTime(byTimeAt, zone, language)}`];
  return [head, ...byTime, ...changes.map((change) => `    ${changeInWords(change, terminal)}`)];
}

/** «– eventBy equal: нужно customer, видно agent», or what would have to be otherwise than it is. */
function changeInWords({ seen, holds }: Change, terminal: Terminal): string {
  if (holds) return leafInWords(seen, terminal);
  const words = WORDS[terminal.language];
  const { leaf, value } = seen;
  const line = `– ${factInWords(leaf)} ${leaf.operator} ${plain(value, terminal.language)}: ${words.mustNot}`;
  return `${styled(terminal, 'dim', line)}  ${styled(terminal, 'dim', leaf.place)}`;
}

function leafInWords({ leaf, value, seen, holds }: SeenLeaf, terminal: Terminal): string {
  const words = WORDS[terminal.language];
  const mark = holds ? '+' : '–';
  const line = `${mark} ${factInWords(leaf)} ${leaf.operator}: ${words.wants} ${plain(value, terminal.language)}, ${words.seen} ${plain(seen, terminal.language)}`;
  return `${holds ? line : styled(terminal, 'dim', line)}  ${styled(terminal, 'dim', leaf.place)}`;
}

function factInWords({ fact }: SeenLeaf['leaf']): string {
  const parameters = Object.values(fact.parameters).map((use) =>
    use.kind === 'parameter' ? use.name : use.value,
  );
  return parameters.length === 0 ? fact.id : `${fact.id}(${parameters.join(', ')})`;
}

/** A deadline as its state and last day, a list as its members; `--json` has the values whole. */
function plain(value: FactValue, language: Language): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? WORDS[language].nothingInIt : value.join(', ');
  if (typeof value !== 'object' || value === null || !('state' in value)) return JSON.stringify(value);
  const { state, lastDay } = value;
  const states: Readonly<Record<string, string>> = DEADLINE_WORDS[language].states;
  const inWords = states[String(state)] ?? String(state);
  return typeof lastDay === 'string'
    ? `${inWords} (${DEADLINE_WORDS[language].until} ${longDate(Temporal.PlainDate.from(lastDay), language)})`
    : inWords;
}
