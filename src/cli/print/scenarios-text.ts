import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Played } from '#rehearsal/play-scenario.ts';
import { aspectOf, placeOf, playedName } from './played-scenarios.ts';
import { coverageOf } from './scenarios-json.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  expected: { ru: 'ожидалось', en: 'expected' },
  actual: { ru: 'на деле  ', en: 'actual  ' },
  neverActed: { ru: 'ни в одном сценарии не сработали правила', en: 'rules that acted in no scenario' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What was played, file by file; of what failed, what was expected, what happened instead, and where that stands. */
export function scenariosInWords(
  played: readonly Played[],
  reglament: Reglament,
  milliseconds: number,
  terminal: Terminal,
): string {
  const { language } = terminal;
  const files = [...new Set(played.map(({ scenario }) => scenario.document.path))];
  const told = files.flatMap((file) => [
    styled(terminal, 'bold', file),
    ...played
      .filter(({ scenario }) => scenario.document.path === file)
      .flatMap((one) => linesOf(one, terminal)),
    '',
  ]);
  const idle = Object.entries(coverageOf(played, reglament, language).rules).flatMap(([id, names]) =>
    names.length === 0 ? [id] : [],
  );
  const remark = idle.length === 0 ? [] : [`${WORDS.neverActed[language]}: ${idle.join(', ')}`];
  return [...told, ...remark, summary(played, milliseconds, language)].join('\n');
}

function linesOf(played: Played, terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const isFine = played.misses.length === 0;
  const mark = isFine ? styled(terminal, 'green', '✓') : styled(terminal, 'red', '✗');
  const misses = played.misses.flatMap((miss) => [
    `    ${styled(terminal, 'bold', placeOf(played, miss))} ${aspectOf(miss)}`,
    `      ${WORDS.expected[language]}: ${indented(miss.expected)}`,
    `      ${WORDS.actual[language]}: ${indented(miss.actual)}`,
  ]);
  return [`  ${mark} ${playedName(played, language)}`, ...misses];
}

function indented(text: string): string {
  return text.replaceAll('\n', `\n${' '.repeat(17)}`);
}

const COUNTED = {
  ru: {
    plural: new Intl.PluralRules('ru'),
    one: 'сценарий',
    few: 'сценария',
    many: 'сценариев',
    other: 'сценария',
  },
  en: {
    plural: new Intl.PluralRules('en'),
    one: 'scenario',
    few: 'scenarios',
    many: 'scenarios',
    other: 'scenarios',
  },
} as const;

function summary(played: readonly Played[], milliseconds: number, language: Language): string {
  const { plural, ...forms } = COUNTED[language];
  const counted = `${played.length} ${forms[plural.select(played.length) as 'one' | 'few' | 'many' | 'other']}`;
  const failed = played.filter(({ misses }) => misses.length > 0).length;
  const took = `${(milliseconds / 1000).toFixed(1)} ${language === 'ru' ? 'с' : 's'}`;
  if (failed === 0)
    return { ru: `${counted}, всё сошлось (${took})`, en: `${counted}, all hold (${took})` }[language];
  return { ru: `${counted}, не сошлось: ${failed} (${took})`, en: `${counted}, ${failed} failed (${took})` }[
    language
  ];
}
