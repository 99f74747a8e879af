import type { StoredDecision, StoredEffect, StoreView } from '#app/look-at-store.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Story } from './act.ts';
import { ADMIN } from './cast.ts';
import type { SimulatorControl } from './jira-door.ts';

/** The run as `reglament demo --once --json` prints it. */
export interface DemoReport {
  readonly flavour: 'cloud';
  readonly virtual: { readonly from: string; readonly to: string };
  readonly wallSeconds: number;
  readonly tickets: readonly ReportedTicket[];
  readonly clauses: Readonly<Record<string, ClauseCount>>;
  readonly effects: Readonly<Record<string, number>>;
}

export interface ReportedTicket {
  readonly key: string;
  readonly summary: string;
  readonly kind: string;
  /** Number of the story that it belongs to; none is ordinary traffic. */
  readonly story: number | null;
  /** As Jira shows it at the end. */
  readonly status: string;
  readonly resolution: string | null;
  readonly decisions: number;
  readonly effects: readonly ReportedEffect[];
}

export interface ReportedEffect {
  readonly at: string;
  readonly kind: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly [field: string]: unknown;
}

export interface ClauseCount {
  /** How often a rule that keeps the clause fired. */
  readonly fired: number;
  /** How many effects were done for it. */
  readonly effects: number;
}

export interface ReportParts {
  readonly store: StoreView;
  readonly simulator: SimulatorControl;
  readonly reglament: Reglament;
  readonly storyOf: (key: string) => Story | undefined;
  readonly kindOf: (issueType: string) => string;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly wallSeconds: number;
}

export async function reportOf(parts: ReportParts): Promise<DemoReport> {
  const { store, simulator, reglament, storyOf, kindOf, from, to, wallSeconds } = parts;
  const decisions = await store.decisionsAfter(0);
  const done = (await store.effects()).filter(({ state }) => state === 'DONE');
  const created = (await simulator.happeningsAfter(0)).filter(
    ({ kind, by }) => kind === 'created' && by.accountId !== ADMIN,
  );
  const tickets = await Promise.all(
    created.map(async ({ key, summary = '', issueType = '' }) => ({
      key,
      summary,
      kind: kindOf(issueType),
      story: storyOf(key)?.number ?? null,
      ...(await standingOf(simulator, key)),
      decisions: decisions.filter(({ ticketKey }) => ticketKey === key).length,
      effects: done.filter(({ ticketKey }) => ticketKey === key).map(reportedEffect),
    })),
  );
  return {
    flavour: 'cloud',
    virtual: { from: from.toString(), to: to.toString() },
    wallSeconds: Math.round(wallSeconds * 10) / 10,
    tickets,
    clauses: clauseCounts(reglament, decisions, done),
    effects: counted(done.map(({ data }) => data.kind)),
  };
}

async function standingOf({ door }: SimulatorControl, key: string) {
  const { fields } = await door<{
    fields: { status: { name: string }; resolution: { name: string } | null };
  }>('GET', `/rest/api/3/issue/${key}?fields=status,resolution`);
  return { status: fields.status.name, resolution: fields.resolution?.name ?? null };
}

/** The effect's own fields, without the texts that make it long. */
function reportedEffect({ data, rule, clauses, doneAt, remoteId }: StoredEffect): ReportedEffect {
  const head = { at: doneAt?.toString() ?? '', kind: data.kind, rule, clauses };
  switch (data.kind) {
    case 'reply':
    case 'note':
      return { ...head, message: data.message, lang: data.language };
    case 'transition':
      return {
        ...head,
        to: data.to,
        ...(data.resolution === undefined ? {} : { resolution: data.resolution }),
      };
    case 'label':
      return { ...head, add: data.add, remove: data.remove };
    case 'assign':
      return { ...head, to: data.to };
    case 'openTicket':
      return { ...head, link: data.link, opened: remoteId };
  }
}

function clauseCounts(
  { rules }: Reglament,
  decisions: readonly StoredDecision[],
  done: readonly StoredEffect[],
): Readonly<Record<string, ClauseCount>> {
  const fired = counted(
    decisions.flatMap(({ trace }) =>
      trace.rules.filter((rule) => rule.fired).flatMap(({ clauses }) => clauses),
    ),
  );
  const effects = counted(done.flatMap(({ clauses }) => clauses));
  const ids = [...new Set(rules.flatMap(({ clauses }) => clauses))].toSorted();
  return Object.fromEntries(ids.map((id) => [id, { fired: fired[id] ?? 0, effects: effects[id] ?? 0 }]));
}

function counted(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
