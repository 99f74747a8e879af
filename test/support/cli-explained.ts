/* `explain --ticket FILE` on stories told in the tests, and its answer as the contract shapes it. */
import path from 'node:path';
import { folderWith } from './cli-folder.ts';
import { jsonOf, type Outcome, reglament } from './cli-run.ts';
import { ANNA, OLGA } from './people.ts';
import { type Flavour, RawIssue } from './raw-issue.ts';

export interface Explained {
  readonly ticket: string;
  readonly at: string;
  readonly event: string;
  readonly policy: { readonly version: string };
  readonly state: string;
  readonly reading: Readonly<Record<string, unknown>>;
  readonly deadlines: readonly {
    readonly name: string;
    readonly from: string;
    readonly businessDays: number;
    readonly lastDay: string;
    readonly expiresAt: string;
    readonly state: string;
  }[];
  readonly rules: readonly ExplainedRule[];
  readonly effects: readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[];
  readonly next: readonly {
    readonly at: string;
    readonly rule: string;
    readonly effects: readonly string[];
  }[];
}

export interface ExplainedRule {
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly fired: boolean;
  readonly mode: string;
  readonly because: readonly {
    readonly fact: string;
    readonly params?: object;
    readonly operator: string;
    readonly value: unknown;
    readonly seen: unknown;
    readonly result: boolean;
    readonly at: string;
  }[];
}

export const FLAVOURS: readonly Flavour[] = ['cloud-v3', 'cloud-v2', 'data-center'];

/** Solved on Tuesday 16 February, and the customer writes that it still fails: a week too late. */
export function lateReturn(flavour: Flavour = 'cloud-v3'): RawIssue {
  return new RawIssue('2027-02-15 10:00', { flavour })
    .ofKind('Ошибка')
    .people({ agents: ['olga', 'ivan'] })
    .says(OLGA, '2027-02-16 14:00', 'Исправили в обновлении 7.2, проверьте.')
    .moves(OLGA, '2027-02-16 14:20', 'Resolved', 'Done')
    .says(ANNA, '2027-03-01 10:00', 'Всё ещё не работает, ошибка та же.');
}

/** Asked on Tuesday 16 February, and nobody answers. */
export function silence(flavour: Flavour = 'cloud-v3'): RawIssue {
  return new RawIssue('2027-02-15 10:00', { flavour })
    .ofKind('Ошибка')
    .people({ agents: ['olga', 'ivan'] })
    .says(OLGA, '2027-02-16 14:20', 'Пришлите, пожалуйста, скриншот ошибки?')
    .moves(OLGA, '2027-02-16 14:21', 'Waiting for customer');
}

/** The command on a story, with an instant in Moscow. */
export function explaining(raw: RawIssue | object, ...options: readonly string[]): Promise<Outcome> {
  const issue = raw instanceof RawIssue ? raw.toJson() : raw;
  const file = path.join(folderWith({ 'ticket.json': issue }), 'ticket.json');
  return reglament(['explain', '--ticket', file, ...options]);
}

export async function explained(raw: RawIssue | object, ...options: readonly string[]): Promise<Explained> {
  const outcome = await explaining(raw, ...options, '--json');
  if (outcome.code !== 0 || outcome.stderr !== '') throw new Error(JSON.stringify(outcome));
  return jsonOf<Explained>(outcome);
}
