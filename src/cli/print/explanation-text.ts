import type { Language } from '#core/calendar/bilingual.ts';
import type { ActiveCap } from '#core/decision/cap.ts';
import { capToJson } from '#core/decision/cap-to-json.ts';
import { effectInWords } from '#core/decision/effect-in-words.ts';
import type { Explanation } from '#core/decision/explain.ts';
import { isHeld } from '#core/policy/language/desk-settings.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { ledger } from '#core/policy/text/ledger.ts';
import { localTime, longDate } from '#core/policy/text/long-date.ts';
import { legendOf } from '#core/timeline/legend.ts';
import { pictureOf } from '#core/timeline/picture.ts';
import { timelineOf } from '#core/timeline/timeline.ts';
import { capInWords } from './cap-text.ts';
import { DEADLINE_WORDS } from './deadline-words.ts';
import type { ReadNow } from './explanation-json.ts';
import { type HeldBy, withheldBy } from './held-by.ts';
import { letterLines, requestLines } from './reading-text.ts';
import { ruleLines } from './rule-lines.ts';
import { stopLines } from './stop-stretches.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    deadlines: 'Сроки',
    rules: 'Правила',
    effects: 'Что сделать',
    next: 'Если никто ничего не сделает',
    nothing: 'ничего',
    held: (label: string) => `ничего: на обращении метка ${label}, его ведут люди`,
    notBefore: 'не раньше',
    withheld: {
      observe: 'не выполняется: правило в режиме наблюдения (observe)',
      suggest: 'не выполняется, а предлагается заметкой (suggest)',
      off: 'не выполняется: правило выключено (off)',
      cap: 'не выполняется: правило пока ограничено (cap)',
      baseline: 'не выполняется: это было до первого запуска',
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
    deadlines: 'Deadlines',
    rules: 'Rules',
    effects: 'What to do',
    next: 'If nobody does anything',
    nothing: 'nothing',
    held: (label: string) => `nothing: the label ${label} is on the ticket, people handle it`,
    notBefore: 'not before',
    withheld: {
      observe: 'not done: the rule only observes (observe)',
      suggest: 'not done, but proposed in a note (suggest)',
      off: 'not done: the rule is switched off (off)',
      cap: 'not done: the rule is capped for now (cap)',
      baseline: 'not done: this was before the first start',
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
        .flatMap((trace) => ruleLines(trace, next, zone, terminal)),
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
      isHeld(ticket, reglament.desk) ? words.held(reglament.desk.holdLabel ?? '') : words.nothing,
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
  const deadlineWords = DEADLINE_WORDS[language];
  return decision.deadlines
    .filter(({ name }) => reglament.deadlines.get(name)?.shown === true)
    .flatMap((deadline) => {
      const state = deadlineWords.states[deadline.state];
      if (deadline.kind === 'unknown')
        return [`${deadline.name}: ${deadlineWords.states.unknown} ${deadline.missingYear}`];
      const held = deadline.heldBy.length === 0 ? '' : ` (${words.heldBy}: ${deadline.heldBy.join(', ')})`;
      return [
        `${deadline.name}: ${deadlineWords.until} ${longDate(deadline.lastDay, language)} – ${state}${held}`,
        styled(terminal, 'dim', `  ${ledger(deadline.days, language)}`),
      ];
    });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
