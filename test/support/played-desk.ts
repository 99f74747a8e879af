import path from 'node:path';
import { ticketReader } from '#app/look-at-ticket.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { changeOf, type Entry, type Message } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Act, Story } from '#demo/act.ts';
import { BOT, signInOf } from '#demo/cast.ts';
import { type DemoRivals, USUAL_RIVALS } from '#demo/demo-rivals.ts';
import { direct } from '#demo/director.ts';
import { type CollectedMail, mailsAfter } from '#demo/mailbox.ts';
import { type OpenedStage, openStage } from '#demo/stage.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT, STORIES } from '#demo/stories/all.ts';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';

const HOME = path.resolve(import.meta.dirname, '..', '..');
export const DEMO_CONFIGURATION = path.join(HOME, 'config', 'demo.json');
export const RULES = path.join(HOME, 'rules');

export interface PlayOptions {
  /** All of them unless told. */
  readonly stories?: readonly Story[];
  /** Russian unless told. */
  readonly language?: Language;
  readonly rivals?: DemoRivals;
  /** Laid over the demo's configuration. */
  readonly overlay?: object;
  /** Called after each act, before anything that comes of it is waited for. */
  readonly onAct?: (act: Act, stage: OpenedStage) => Promise<void>;
  /** Called while the desk's clock is being moved. */
  readonly onClockMove?: (to: Temporal.Instant, stage: OpenedStage) => Promise<void>;
  readonly rules?: string;
}

/** A desk after the stories, as its Jira shows it. */
export interface PlayedDesk {
  /** By the story's own name for the ticket; a follow-up is `follow-up of …`. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  /** As customers got them, in order. */
  readonly mails: readonly CollectedMail[];
}

/** Plays the demo's stories on the real service and the real simulator, and reads from Jira what came of it. */
export async function playDesk(options: PlayOptions = {}): Promise<PlayedDesk> {
  const rules = options.rules ?? RULES;
  const stage = await openStage({
    language: options.language ?? 'ru',
    configuration: DEMO_CONFIGURATION,
    rules,
    startsAt: DEMO_STARTS_AT,
    rivals: options.rivals ?? USUAL_RIVALS,
    ...(options.overlay === undefined ? {} : { overlay: options.overlay }),
  });
  const names = new Map<string, string>();
  const moveClock = async (to: Temporal.Instant) => {
    await Promise.all([stage.service.moveClock(to), options.onClockMove?.(to, stage)]);
  };
  try {
    await direct(
      {
        ...stage,
        service: { ...stage.service, moveClock: (to) => moveClock(to) },
        zone: reglamentOf(rules).calendar.zone,
        async onAct(act, key) {
          names.set(key, act.ticket);
          await options.onAct?.(act, stage);
        },
        onRest: async () => undefined,
      },
      (options.stories ?? STORIES).flatMap(({ acts, admin = [] }) => [...acts, ...admin]),
      DEMO_STARTS_AT,
      DEMO_ENDS_AT,
    );
    return { tickets: await readTickets(stage, names), mails: await mailsAfter(stage.simulator, 0) };
  } finally {
    await stage.close();
  }
}

export function reglamentOf(rules: string): Reglament {
  const { reglament, diagnostics } = loadRules(readRules(rules, 'rules'), standardVocabulary());
  if (reglament === undefined) throw new Error(JSON.stringify(diagnostics));
  return reglament;
}

async function readTickets(
  stage: OpenedStage,
  names: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Ticket>> {
  const { email, token } = signInOf(BOT);
  const read = ticketReader(configurationOf(stage), { user: email, token });
  const tickets = new Map<string, Ticket>();
  const created = (await stage.simulator.happeningsAfter(0)).filter(({ kind }) => kind === 'created');
  for (const { key } of created) {
    if (key === stage.controlTicket) continue;
    const looked = await read(key);
    if (looked.kind !== 'ticket') throw new Error(`${key}: ${looked.why}`);
    const { ticket } = looked;
    tickets.set(names.get(key) ?? `follow-up of ${names.get(ticket.links[0]?.key ?? '')}`, ticket);
  }
  return tickets;
}

function configurationOf({ service }: OpenedStage): Configuration {
  const { configuration, diagnostics } = readConfiguration(service.configurationFile, (file) => file);
  if (configuration === undefined) throw new Error(JSON.stringify(diagnostics));
  return configuration;
}

/** What a ticket of the played desk came to, in the desk's own words and times. */
export interface TicketEnd {
  /** A ticket that waits for support is in work as much as one that is worked on. */
  readonly state: 'in work' | 'waitingForCustomer' | 'closed' | 'unmapped';
  readonly resolution: string | undefined;
  /** `2027-02-25 09:00 message-id`, in order. */
  readonly letters: readonly string[];
  readonly notes: readonly string[];
  readonly labels: readonly string[];
}

/** What all tickets came to, by their names in the stories. */
export function endsOf({ tickets }: Pick<PlayedDesk, 'tickets'>): Readonly<Record<string, TicketEnd>> {
  return Object.fromEntries([...tickets].map(([name, ticket]) => [name, endOf(ticket)]));
}

function endOf(ticket: Ticket): TicketEnd {
  const said = (isPublic: boolean) =>
    ticket.entries
      .filter((entry): entry is Message => entry.kind === 'message' && entry.marker !== undefined)
      .filter((message) => message.public === isPublic)
      .map((message) => `${moscow(message.at)} ${message.marker?.message}`);
  return {
    state: ticket.state === 'open' || ticket.state === 'inProgress' ? 'in work' : ticket.state,
    resolution: ticket.resolution?.name,
    letters: said(true),
    notes: said(false),
    labels: ticket.labels,
  };
}

/** Times at which we changed statuses, and what they came to, by the tickets' names in the stories. */
export function ourMoves({ tickets }: PlayedDesk): Readonly<Record<string, readonly string[]>> {
  const moves = [...tickets].map(([name, ticket]) => [name, ticket.entries.flatMap(ourMove)] as const);
  return Object.fromEntries(moves.filter(([, own]) => own.length > 0));
}

function ourMove(entry: Entry): readonly string[] {
  if (entry.kind !== 'change' || entry.actor !== 'ourselves') return [];
  const status = changeOf(entry, 'status');
  return status === undefined ? [] : [`${moscow(entry.at)} ${status.toText}`];
}

/** The keys of everything that we said, each as often as it stands in Jira. */
export function effectKeys(desk: PlayedDesk): readonly string[] {
  return [...desk.tickets.values()].flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.kind === 'message' && entry.marker !== undefined ? [entry.marker.key] : [],
    ),
  );
}

function moscow(at: Temporal.Instant): string {
  return at
    .toZonedDateTimeISO('Europe/Moscow')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
