import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { jiraSetting } from './jira-settings.ts';
import { readMoment } from './moment-text.ts';
import { USUAL_PEOPLE } from './people.ts';
import { readStep } from './read-step.ts';
import type { Reading } from './reading.ts';
import type { Scenario, Step } from './scenario.ts';
import { THE_TICKET, type WrittenScenario, type WrittenStep } from './written-scenario.ts';

/** Reads one scenario that its schema has taken. */
export function readScenario(
  document: JsonDocument,
  path: JsonPath,
  written: WrittenScenario & { readonly year: number },
  reglament: Reglament,
): { readonly scenario: Scenario; readonly diagnostics: readonly Diagnostic[] } {
  const { people = {}, jira = 'calm', clauses = [] } = written;
  const reading: Reading = {
    document,
    reglament,
    year: written.year,
    people: [...USUAL_PEOPLE, ...Object.keys(people)],
    tickets: new Set(),
    found: [],
  };
  for (const [index, clause] of clauses.entries()) {
    if (reglament.clauses.has(clause)) continue;
    const place = [...path, 'clauses', index];
    reading.found.push(unknownName(document, 'RGL1106', place, clause, reglament.clauses.keys()));
  }
  const steps = stepsOf(reading, [...path, 'story'], written);
  const startsAt = (steps[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0)).subtract({ hours: 1 });
  const scenario: Scenario = {
    document,
    path,
    name: written.name,
    conduct: written.conduct ?? [],
    clauses,
    languages: languagesOf(written),
    jira: (isList(jira) ? jira : [jira]).map(jiraSetting),
    people,
    parameters: written.parameters ?? {},
    caps: written.caps ?? {},
    startsAt,
    firstStart: firstStartOf(reading, path, written) ?? startsAt,
    steps,
  };
  return { scenario, diagnostics: reading.found };
}

function isList<One>(value: One | readonly One[]): value is readonly One[] {
  return Array.isArray(value);
}

function languagesOf({ language = 'ru' }: WrittenScenario): readonly Language[] {
  return language === 'both' ? ['ru', 'en'] : [language];
}

function firstStartOf(
  { document, reglament, year, found }: Reading,
  path: JsonPath,
  { firstStart }: WrittenScenario,
): Temporal.Instant | undefined {
  if (firstStart === undefined) return undefined;
  const moment = readMoment(firstStart, { zone: reglament.calendar.zone, year }, undefined);
  if ('value' in moment) return moment.value;
  found.push(document.diagnose('RGL2102', [...path, 'firstStart'], moment.wrong));
  return undefined;
}

/** The steps with their times, each at or after the one before it. */
function stepsOf(reading: Reading, path: JsonPath, { story }: WrittenScenario): readonly Step[] {
  const steps: Step[] = [];
  for (const [index, written] of story.entries()) {
    const place = [...path, index];
    const before = steps.at(-1)?.at;
    const [step, ...more] = eachOf(written).flatMap((one) => readStep(reading, place, one, before) ?? []);
    if (step === undefined) continue;
    if (before !== undefined && Temporal.Instant.compare(step.at, before) < 0) {
      const message = {
        ru: 'этот шаг раньше предыдущего',
        en: 'this step is earlier than the one before it',
      };
      reading.found.push(reading.document.diagnose('RGL2101', [...place, 'at'], message));
    }
    steps.push(step, ...more);
  }
  return steps;
}

/** A step that is done to many tickets is as many steps. */
function eachOf({ many, ...step }: WrittenStep): readonly WrittenStep[] {
  if (many === undefined) return [step];
  return Array.from({ length: many }, (_, index) => ({
    ...step,
    ticket: `${step.ticket ?? THE_TICKET} ${index + 1}`,
  }));
}
