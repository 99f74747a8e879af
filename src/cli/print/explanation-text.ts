import type { Language } from '#core/calendar/bilingual.ts';
import type { ActiveCap } from '#core/decision/cap.ts';
import { capToJson } from '#core/decision/cap-to-json.ts';
import type { RuleTrace } from '#core/decision/decision.ts';
import { effectInWords } from '#core/decision/effect-in-words.ts';
import type { Explanation } from '#core/decision/explain.ts';
import type { SeenLeaf } from '#core/decision/rule-engine.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import { ledger } from '#core/policy/text/ledger.ts';
import { localTime, longDate } from '#core/policy/text/long-date.ts';
import { legendOf } from '#core/timeline/legend.ts';
import { pictureOf } from '#core/timeline/picture.ts';
import { timelineOf } from '#core/timeline/timeline.ts';
import { capInWords } from './cap-text.ts';
import type { ReadNow } from './explanation-json.ts';
import { type HeldBy, withheldBy } from './held-by.ts';
import { letterLines, requestLines } from './reading-text.ts';
import { stopLines } from './stop-stretches.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    fired: 'сработало',
    not: 'не сработало',
    deadlines: 'Сроки',
    rules: 'Правила',
    effects: 'Что сделать',
    next: 'Если никто ничего не сделает',
    nothing: 'ничего',
    until: 'до конца дня',
    wants: 'нужно',
    seen: 'видно',
    nothingInIt: 'пусто',
    notBefore: 'не раньше',
    withheld: {
      observe: 'не выполняется: правило в режиме наблюдения (observe)',
      suggest: 'не выполняется, а предлагается заметкой (suggest)',
      off: 'не выполняется: правило выключено (off)',
      cap: 'не выполняется: правило пока ограничено (cap)',
      baseline: 'не выполняется: это было до первого запуска',
    },
    states: {
      none: 'нет',
      running: 'идёт',
      paused: 'приостановлен',
      met: 'выполнен',
      passed: 'прошёл',
      unknown: 'нет календаря',
    },
    heldBy: 'продлён',
    time: 'Время обращения',
    caps: 'Ограничения',
    reading: 'Что прочитано в обращении',
    letter: 'Письмо, о котором речь',
    stops: 'Когда мы стояли',
    baseline: (at: string) => `Служба действует с ${at}: по тому, что было раньше, она ничего не делает.`,
  },
  en: {
    fired: 'fired',
    not: 'did not fire',
    deadlines: 'Deadlines',
    rules: 'Rules',
    effects: 'What to do',
    next: 'If nobody does anything',
    nothing: 'nothing',
    until: 'until the end of',
    wants: 'wanted',
    seen: 'seen',
    nothingInIt: 'nothing',
    notBefore: 'not before',
    withheld: {
      observe: 'not done: the rule only observes (observe)',
      suggest: 'not done, but proposed in a note (suggest)',
      off: 'not done: the rule is switched off (off)',
      cap: 'not done: the rule is capped for now (cap)',
      baseline: 'not done: this was before the first start',
    },
    states: {
      none: 'none',
      running: 'running',
      paused: 'paused',
      met: 'met',
      passed: 'passed',
      unknown: 'no calendar',
    },
    heldBy: 'held by',
    time: 'Time of the ticket',
    caps: 'Caps',
    reading: 'What was read in the request',
    letter: 'The letter in question',
    stops: 'When we stood still',
    baseline: (at: string) =>
      `The service has been on since ${at}: it does nothing about what happened before.`,
  },
} as const;

/** An explanation for people: deadlines with their ledger, each rule with what it saw, what follows. */
export function explanationInWords(
  explanation: Explanation,
  reglament: Reglament,
  held: HeldBy,
  read: ReadNow,
  terminal: Terminal,
): string {
  const { ticket, decision, next } = explanation;
  const words = WORDS[terminal.language];
  const { caps, activatedAt } = held;
  const zone = reglament.calendar.zone;
  const { stops = [] } = ticket.context ?? {};
  const title = `${ticket.key} «${ticket.summary}» · ${ticket.status.name} · ${decision.event.kind} · ${localTime(decision.now, zone, terminal.language)}`;
  return [
    styled(terminal, 'bold', title),
    section(words.time, timeLines(explanation, reglament, terminal.language), words.nothing),
    section(words.reading, requestLines(read, terminal), words.nothing),
    ...(read.letter === undefined
      ? []
      : [section(words.letter, letterLines(read.letter, terminal), words.nothing)]),
    section(words.deadlines, deadlineLines(explanation, reglament, terminal), words.nothing),
    section(
      words.rules,
      decision.rules
        .toSorted((a, b) => Number(b.fired) - Number(a.fired))
        .flatMap((trace) => ruleLines(trace, terminal)),
      words.nothing,
    ),
    section(
      words.effects,
      decision.effects.flatMap((effect) => {
        const because = withheldBy(held, effect, ticket);
        const withheld = because === undefined ? '' : ` (${words.withheld[because]})`;
        const waits =
          effect.notBefore === undefined
            ? ''
            : ` (${words.notBefore} ${localTime(effect.notBefore, zone, terminal.language)})`;
        return [`• ${effectInWords(effect.data, terminal.language)}${waits}${withheld}`];
      }),
      words.nothing,
    ),
    section(
      words.next,
      next.map(({ at, effects }) => {
        const acts = effects.map((data) => firstLine(effectInWords(data, terminal.language))).join('; ');
        return `${localTime(at, zone, terminal.language)}  ${acts}`;
      }),
      words.nothing,
    ),
    ...(stops.length === 0
      ? []
      : [section(words.stops, stopLines(stops, decision.now, zone, terminal.language), words.nothing)]),
    ...(activatedAt === undefined || Temporal.Instant.compare(ticket.createdAt, activatedAt) >= 0
      ? []
      : [words.baseline(localTime(activatedAt, zone, terminal.language))]),
    ...(caps.length === 0
      ? []
      : [section(words.caps, capLines(caps, zone, terminal.language), words.nothing)]),
  ].join('\n\n');
}

function capLines(caps: readonly ActiveCap[], zone: string, language: Language): readonly string[] {
  return caps.map((cap) => capInWords(capToJson(cap), zone, language));
}

function section(title: string, lines: readonly string[], nothing: string): string {
  const body = lines.length === 0 ? [nothing] : lines;
  return [`${title}:`, ...body.map((line) => line.replace(/^/gm, '  '))].join('\n');
}

function timeLines(
  { ticket, decision, next }: Explanation,
  reglament: Reglament,
  language: Language,
): readonly string[] {
  const timeline = timelineOf(reglament, ticket, decision.now, next);
  return [...pictureOf(timeline, language), ...legendOf([timeline], language)];
}

function deadlineLines(
  { decision }: Explanation,
  reglament: Reglament,
  terminal: Terminal,
): readonly string[] {
  const { language } = terminal;
  const words = WORDS[language];
  return decision.deadlines
    .filter(({ name }) => reglament.deadlines.get(name)?.shown === true)
    .flatMap((deadline) => {
      const state = words.states[deadline.state];
      if (deadline.kind === 'unknown')
        return [`${deadline.name}: ${words.states.unknown} ${deadline.missingYear}`];
      const held = deadline.heldBy.length === 0 ? '' : ` (${words.heldBy}: ${deadline.heldBy.join(', ')})`;
      return [
        `${deadline.name}: ${words.until} ${longDate(deadline.lastDay, language)} – ${state}${held}`,
        styled(terminal, 'dim', `  ${ledger(deadline.days, language)}`),
      ];
    });
}

function ruleLines({ rule, clauses, fired, leaves, why }: RuleTrace, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const words = WORDS[language];
  const mark = fired
    ? styled(terminal, 'green', `✔ ${words.fired}`)
    : styled(terminal, 'dim', `· ${words.not}`);
  const head = `${mark}: ${rule.name[language]} (${rule.id}; ${clauses.join(', ')})`;
  const reason = why === undefined ? [] : [`    ${why[language]}`];
  // What made it fire, or what kept it from firing; `--json` has every leaf of every rule.
  const telling = leaves.filter(({ holds }) => holds === fired);
  return [head, ...reason, ...telling.map((leaf) => `    ${leafInWords(leaf, terminal)}`)];
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
  const states: Readonly<Record<string, string>> = WORDS[language].states;
  const inWords = states[String(state)] ?? String(state);
  return typeof lastDay === 'string'
    ? `${inWords} (${WORDS[language].until} ${longDate(Temporal.PlainDate.from(lastDay), language)})`
    : inWords;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
