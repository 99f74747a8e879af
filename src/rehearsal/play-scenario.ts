import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { missesIn } from './check-expectation.ts';
import type { ConditionCoverage } from './condition-coverage.ts';
import type { Act } from './deed.ts';
import { openDesk, type RehearsedDesk } from './desk.ts';
import type { Eye, Miss } from './miss.ts';
import { strangersAmong, usersOf } from './people.ts';
import { NoSuchTicket } from './people-on-world.ts';
import type { DeskDoes, JiraSetting, OtherParameters, Scenario, Step } from './scenario.ts';
import { forecastOn, seenOn } from './seen.ts';

/** One playing of a scenario: in one language, with Jira in one setting. */
export interface Played {
  readonly scenario: Scenario;
  readonly language: Language;
  readonly jira: JiraSetting;
  readonly misses: readonly Miss[];
  /** Rules that acted, with the clauses that they kept by it. */
  readonly acted: readonly { readonly rule: string; readonly clauses: readonly string[] }[];
}

/** The policy, with other values of some parameters. */
export type ReglamentWith = (parameters: OtherParameters) => Reglament;

/**
 * Plays a scenario in each of its languages and under each of its settings of Jira.
 *
 * @param coverage sees every decision that is made, where somebody wants to know
 */
export async function playScenario(
  scenario: Scenario,
  reglamentWith: ReglamentWith,
  coverage?: ConditionCoverage,
): Promise<readonly Played[]> {
  const reglament = reglamentWith(scenario.parameters);
  const played: Played[] = [];
  for (const language of scenario.languages) {
    for (const jira of scenario.jira)
      played.push(await playOnce(scenario, reglament, language, jira, coverage));
  }
  return played;
}

async function playOnce(
  scenario: Scenario,
  reglament: Reglament,
  language: Language,
  jira: JiraSetting,
  coverage: ConditionCoverage | undefined,
): Promise<Played> {
  const { people, startsAt, firstStart, caps } = scenario;
  const users = usersOf(people, language);
  const strangers = strangersAmong(people);
  const agents = users
    .filter(({ accountId, accountType }) => accountType === 'atlassian' && !strangers.includes(accountId))
    .map(({ accountId }) => accountId);
  const desk = openDesk({ reglament, language, users, agents, startsAt, firstStart, caps, ...jira });
  const eye = eyeOf(scenario, desk, language);
  const misses: Miss[] = [];
  for (const step of inOrderOfShowing(scenario.steps)) {
    await desk.advance(step.at);
    misses.push(...(await playStep(desk, step, eye)));
  }
  for (const { decision } of coverage === undefined ? [] : desk.memory.decisions) coverage?.see(decision);
  const done = desk.memory.effects().filter(({ state }) => state === 'DONE');
  return { scenario, language, jira, misses, acted: done.map(({ rule, clauses }) => ({ rule, clauses })) };
}

function eyeOf({ document, path }: Scenario, { reglament, jira }: RehearsedDesk, language: Language): Eye {
  const file = document.value as {
    readonly year: number;
    readonly scenarios: readonly { readonly year?: number }[];
  };
  return {
    zone: reglament.calendar.zone,
    year: file.scenarios[Number(path[1])]?.year ?? file.year,
    language,
    resolutions: jira.world.site.resolutions.map(({ name }) => name),
  };
}

/** Jira shows a delayed mail later than it was written; until then other things happen. */
function inOrderOfShowing(steps: readonly Step[]): readonly Step[] {
  return steps
    .map((step) =>
      step.kind === 'act' ? { ...step, at: step.at.add({ minutes: delayOf(step.act) }) } : step,
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function delayOf(act: Act): number {
  return act.does === 'mails' ? (act.shownMinutesLater ?? 0) : 0;
}

async function playStep(desk: RehearsedDesk, step: Step, eye: Eye): Promise<readonly Miss[]> {
  switch (step.kind) {
    case 'act':
      return performed(desk, step.act, step.path);
    case 'desk':
      await deskDoes(desk, step.does);
      return [];
    case 'then': {
      const { expected, path } = step;
      const issue = desk.people.find(expected.ticket);
      if (issue === undefined) return [{ path, expected: expected.ticket, actual: '–' }];
      const seen = seenOn(desk, issue, eye.language);
      const ahead = expected.forecast === undefined ? [] : await forecastOn(desk, seen.ticket);
      return missesIn(expected, path, seen, ahead, eye);
    }
  }
}

async function deskDoes(desk: RehearsedDesk, does: DeskDoes): Promise<void> {
  if (does === 'stops' || does === 'starts') await desk.setAway(does === 'stops');
  else await desk.setFrozen(does === 'freezes');
}

/** A follow-up that a story speaks of may not have come into being. */
async function performed(desk: RehearsedDesk, act: Act, path: JsonPath): Promise<readonly Miss[]> {
  try {
    await desk.perform(act);
    return [];
  } catch (error) {
    if (error instanceof NoSuchTicket)
      return [{ path: [...path, 'ticket'], expected: error.ticket, actual: '–' }];
    throw error;
  }
}
