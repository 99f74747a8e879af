import type { Conduct } from './conduct.ts';
import type { Act, DeedName, Words } from './deed.ts';
import type { WrittenSwitches } from './jira-settings.ts';
import type { NewPerson } from './people.ts';
import type { DeskDoes, Expectation, OtherParameters, ScenarioCaps } from './scenario.ts';

/** A file of scenarios as its schema takes it. */
export interface WrittenFile {
  readonly year: number;
  readonly scenarios: readonly WrittenScenario[];
}

export interface WrittenScenario {
  readonly name: Words;
  readonly conduct?: readonly Conduct[];
  readonly clauses?: readonly string[];
  readonly language?: 'ru' | 'en' | 'both';
  readonly year?: number;
  readonly jira?: WrittenJira | readonly WrittenJira[];
  readonly people?: Readonly<Record<string, NewPerson>>;
  readonly firstStart?: string;
  readonly parameters?: OtherParameters;
  readonly caps?: ScenarioCaps;
  readonly story: readonly WrittenStep[];
}

export type WrittenJira = string | WrittenSwitches;

export interface WrittenStep extends Partial<Omit<Act, 'does' | 'ticket'>> {
  readonly at?: string;
  readonly does?: DeedName;
  readonly ticket?: string;
  readonly with?: readonly string[];
  readonly for?: string;
  readonly of?: string;
  readonly into?: string;
  /** Done to so many tickets, each with its number after the name. */
  readonly many?: number;
  readonly desk?: DeskDoes;
  readonly then?: Partial<Expectation>;
}

/** What a ticket is called where the story has only one. */
export const THE_TICKET = 'request';
