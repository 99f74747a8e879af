import type { Language } from '#core/calendar/bilingual.ts';
import type { Played } from '#rehearsal/play-scenario.ts';
import { aspectOf, placeOf, playedName } from './played-scenarios.ts';

/** The form in which build servers read tests: one suite for each file. */
export function junitOf(played: readonly Played[], language: Language): string {
  const files = [...new Set(played.map(({ scenario }) => scenario.document.path))];
  const suites = files.map((file) =>
    suiteOf(
      file,
      played.filter(({ scenario }) => scenario.document.path === file),
      language,
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="reglament">',
    ...suites,
    '</testsuites>',
  ].join('\n');
}

function suiteOf(file: string, played: readonly Played[], language: Language): string {
  const failures = played.filter(({ misses }) => misses.length > 0).length;
  const cases = played.map((one) => caseOf(file, one, language));
  return [
    `  <testsuite name="${escaped(file)}" tests="${played.length}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function caseOf(file: string, played: Played, language: Language): string {
  const head = `    <testcase classname="${escaped(file)}" name="${escaped(playedName(played, language))}"`;
  if (played.misses.length === 0) return `${head}/>`;
  const told = played.misses.map(
    (miss) =>
      `${placeOf(played, miss)} ${aspectOf(miss)}\n  expected: ${miss.expected}\n  actual:   ${miss.actual}`,
  );
  return `${head}>\n      <failure message="${escaped(told[0]?.split('\n')[0] ?? '')}">${escaped(told.join('\n'))}</failure>\n    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters may not stand in XML at all. */
function escaped(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
