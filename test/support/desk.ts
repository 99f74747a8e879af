/* The shipped rules and configuration, and the few words by which tests ask them. */
import path from 'node:path';
import type { Configuration } from '#configuration/configuration.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import { readingOf } from '#configuration/reading-of.ts';
import { type Explanation, explain } from '#core/decision/explain.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { EventKind } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { msk } from './moscow-time.ts';
import type { RawIssue } from './raw-issue.ts';

export const PROJECT = path.resolve(import.meta.dirname, '..', '..');

let shippedReglament: Reglament | undefined;
let shippedConfiguration: Configuration | undefined;

/** The reglament of `rules/`, compiled once. */
export function theReglament(): Reglament {
  shippedReglament ??= reglamentWith();
  return shippedReglament;
}

/** The reglament of `rules/` with a text of it replaced, as a desk's owner would edit it. */
export function reglamentWith(
  ...edits: readonly (readonly [file: string, from: string, to: string])[]
): Reglament {
  const folder = readRules(path.join(PROJECT, 'rules'), 'rules');
  const files = folder.files.map((file) => {
    let { text } = file;
    for (const [name, from, to] of edits) {
      if (file.path !== `rules/${name}`) continue;
      if (!text.includes(from)) throw new Error(`${name} does not contain ${from}`);
      text = text.replaceAll(from, to);
    }
    return { ...file, text };
  });
  const { reglament, diagnostics } = loadRules({ ...folder, files }, standardVocabulary());
  if (reglament === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return reglament;
}

export function theConfiguration(): Configuration {
  if (shippedConfiguration === undefined) {
    const read = readConfiguration(path.join(PROJECT, 'config', 'reglament.json'), (file) => file);
    if (read.configuration === undefined) throw new Error(JSON.stringify(read.diagnostics));
    shippedConfiguration = read.configuration;
  }
  return shippedConfiguration;
}

export function ticketOf(raw: RawIssue | object): Ticket {
  const json = 'toJson' in raw ? raw.toJson() : raw;
  const read = readIssue(json, readingOf(theConfiguration()));
  if (read.kind !== 'ticket') throw new Error(read.why.en);
  return read.ticket;
}

/** What the policy says of the newest such event by an instant (Moscow time). */
export async function judged(
  raw: RawIssue | object,
  kind: EventKind,
  at: string,
  reglament: Reglament = theReglament(),
): Promise<Explanation> {
  const explanation = await explain(reglament, ticketOf(raw), kind, msk(at));
  if (explanation === undefined) throw new Error(`nothing of the kind ${kind} by ${at}`);
  return explanation;
}

/** `reply:reminder`, `transition:closed`, … in the order in which they would be done. */
export function effectsOf({ decision }: Explanation): readonly string[] {
  return decision.effects.map(({ data }) => inShort(data));
}

export function inShort(data: EffectData): string {
  switch (data.kind) {
    case 'reply':
    case 'note':
      return `${data.kind}:${data.message}`;
    case 'transition':
      return `transition:${data.to}`;
    case 'label':
      return `label:${data.add.join('+')}`;
    case 'assign':
      return `assign:${data.to}`;
    case 'openTicket':
      return 'openTicket';
  }
}

/** `2027-02-25 09:00 close-on-silence`, in order. */
export function forecastOf({ next }: Explanation): readonly string[] {
  return next.map(({ at, rule }) => `${moscow(at)} ${rule}`);
}

/** An instant as the desk's clock shows it. */
export function moscow(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/Moscow').toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** The last day of a deadline that the ticket has. */
export function lastDayOf({ decision }: Explanation, name: string): string | undefined {
  const deadline = decision.deadlines.find((candidate) => candidate.name === name);
  return deadline?.kind === 'known' ? deadline.lastDay.toString() : undefined;
}

/** The text of the one effect that bears a message. */
export function textOf({ decision }: Explanation, message: string): string {
  for (const { data } of decision.effects) {
    if ((data.kind === 'reply' || data.kind === 'note') && data.message === message) return data.text;
  }
  throw new Error(`no effect says ${message}`);
}
