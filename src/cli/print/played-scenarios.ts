import type { Language } from '#core/calendar/bilingual.ts';
import type { Miss } from '#rehearsal/miss.ts';
import type { Played } from '#rehearsal/play-scenario.ts';

/** A scenario's name as it is told of, with how it was played where it is played in several ways. */
export function playedName({ scenario, language, jira }: Played, reader: Language): string {
  const { name } = scenario;
  const words = typeof name === 'string' ? name : name[reader];
  const ways = [
    ...(scenario.languages.length > 1 ? [language] : []),
    ...(scenario.jira.length > 1 || jira.name !== 'calm' ? [jira.name] : []),
  ];
  return ways.length === 0 ? words : `${words} [${ways.join(', ')}]`;
}

/** `rules/scenarios/silence.scenarios.json:41:9` */
export function placeOf({ scenario }: Played, { path }: Miss): string {
  return scenario.document.placeOf(path);
}

/** What of an expectation it is: `letters`, `state`. */
export function aspectOf({ path }: Miss): string {
  return path.filter((step) => typeof step === 'string').at(-1) ?? '';
}
