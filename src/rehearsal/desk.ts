import type { Clock } from '#clock.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { StopStretch } from '#core/ticket/context.ts';
import { type EvaluationParts, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import type { Because } from '#evaluation/ports.ts';
import { silentLog } from '#log.ts';
import { noteOfFailure, noteOfFiles } from '#outbox/notes-of-relay.ts';
import { relayTicket } from '#outbox/relay.ts';
import type { RelayParts } from '#outbox/relay-parts.ts';
import type { User } from '#simulator/model.ts';
import type { RivalSwitches } from '#simulator/rivals.ts';
import type { Act } from './deed.ts';
import { type DeskMemory, openMemory } from './desk-memory.ts';
import { type PeopleOnWorld, peopleOnWorld } from './people-on-world.ts';
import { worldPerformer } from './perform-on-world.ts';
import { openJira, type RehearsedJira } from './rehearsed-jira.ts';

export interface RehearsedDeskSettings {
  readonly reglament: Reglament;
  readonly language: Language;
  readonly users: readonly User[];
  /** Accounts that work for the desk. */
  readonly agents: readonly string[];
  readonly rivals: RivalSwitches;
  /** Jira's webhooks reach nobody: only sweeps see what happens. */
  readonly webhooksLost: boolean;
  readonly startsAt: Temporal.Instant;
  /** When the service is started for the first time. */
  readonly firstStart: Temporal.Instant;
}

/** A whole desk in memory: a Jira, the people on it and the service, on one clock that leaps from event to event. */
export interface RehearsedDesk {
  readonly reglament: Reglament;
  readonly jira: RehearsedJira;
  readonly people: PeopleOnWorld;
  readonly memory: DeskMemory;
  readonly now: () => Temporal.Instant;
  /** Somebody does something now, and everything that comes of it at once happens. */
  readonly perform: (act: Act) => Promise<void>;
  /** Time passes, with everything that happens on the way. */
  readonly advance: (to: Temporal.Instant) => Promise<void>;
  /** Every ticket is looked at once more, now. */
  readonly lookAtAll: () => Promise<void>;
  /** The service ends, or begins again. */
  readonly setAway: (away: boolean) => Promise<void>;
}

/** A desk that does not come to rest in so many rounds runs in a circle. */
const MOST_ROUNDS = 100;

/** So often a sweep looks for what no webhook told of. */
const SWEEP_EVERY = { minutes: 5 };

const MODES = { default: 'enforce', policies: {}, rules: {}, projects: {}, requestTypes: {} } as const;

const FUSE = { effectsPerTicketPerHour: 12 };

export function openDesk(settings: RehearsedDeskSettings): RehearsedDesk {
  const { language, startsAt, firstStart } = settings;
  const reglament = { ...settings.reglament, desk: { ...settings.reglament.desk, language } };
  const jira = openJira(settings);
  const { world, rivals } = jira;
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(world.clock.now()) };
  const memory = openMemory(clock);
  const people = peopleOnWorld(world, language);
  const heard = new Set<string>();
  let away = Temporal.Instant.compare(startsAt, firstStart) < 0;
  let started = !away;
  let sweepAt: Temporal.Instant | undefined;
  let awaySince: Temporal.Instant | undefined;
  const stops: StopStretch[] = [];
  // What we did ourselves no webhook tells us, but the next sweep looks at it too: a count may have begun.
  world.onHappening(({ issueKey }) => {
    heard.add(issueKey);
    if (settings.webhooksLost) sweepAt ??= clock.now().add(SWEEP_EVERY);
  });
  const parts: EvaluationParts = {
    fetchIssue: jira.fetchIssue,
    store: memory.evaluations,
    deskClock: clock,
    stopsSince: async (since) => stops.filter(({ to }) => Temporal.Instant.compare(to, since) > 0),
    inForce: () => ({
      reglament,
      modes: MODES,
      activatedAt: firstStart,
      projects: [world.site.project.key],
      ...FUSE,
    }),
  };
  const relay = relayParts(reglament, jira, memory, clock);

  const look = async (ticketKey: string, because: Because) => {
    const evaluation = await evaluateTicket(parts, { ticketKey, because });
    if (evaluation.kind === 'unreadable') throw new Error(`${ticketKey} cannot be read: ${evaluation.why}`);
    await memory.evaluations.record(evaluation.record);
  };

  /** What was heard and what is due, once. */
  const takeUp = async (): Promise<boolean> => {
    const sweeps = !settings.webhooksLost || (sweepAt !== undefined && isDue(sweepAt, clock.now()));
    const told = sweeps ? [...heard] : [];
    if (sweeps) {
      heard.clear();
      sweepAt = undefined;
    }
    for (const key of told) await look(key, settings.webhooksLost ? 'sweep' : 'delivery');
    const due = memory.dueToLook(clock.now()).filter((key) => !told.includes(key));
    for (const key of due) await look(key, 'wakeup');
    const owing = await memory.queue.dueTickets(clock.now());
    for (const key of owing) await relayTicket(relay, key);
    return told.length + due.length + owing.length > 0;
  };

  const rest = async () => {
    if (away) return;
    for (let round = 0; await takeUp(); round += 1) {
      if (round === MOST_ROUNDS) throw new Error('the rehearsed desk does not come to rest');
    }
  };

  const nextAt = (): Temporal.Instant | undefined => {
    const automation = rivals.nextAt();
    const moments = [
      automation === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(automation),
      away ? undefined : memory.nextDueAt(),
      away ? undefined : sweepAt,
    ];
    return moments.filter((at) => at !== undefined).sort(Temporal.Instant.compare)[0];
  };

  const leap = async (to: Temporal.Instant) => {
    world.clock.move(to.epochMilliseconds);
    rivals.play(world.clock.now());
    await rest();
  };

  const passUntil = async (to: Temporal.Instant) => {
    for (let next = nextAt(); next !== undefined && isDue(next, to); next = nextAt()) await leap(next);
    await leap(to);
  };

  const begin = async () => {
    await passUntil(firstStart);
    started = true;
    away = false;
    await rest();
  };

  return {
    reglament,
    jira,
    people,
    memory,
    now: clock.now,
    async perform(act) {
      people.perform(act);
      await rest();
    },
    async advance(to) {
      if (!started && isDue(firstStart, to)) await begin();
      await passUntil(to);
    },
    async lookAtAll() {
      for (const { key } of world.issues.values()) await look(key, 'sweep');
      await rest();
    },
    async setAway(isAway) {
      away = isAway;
      if (isAway) awaySince ??= clock.now();
      else if (awaySince !== undefined) {
        stops.push({ from: awaySince, to: clock.now() });
        awaySince = undefined;
      }
      await rest();
    },
  };
}

function isDue(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}

function relayParts(reglament: Reglament, jira: RehearsedJira, memory: DeskMemory, clock: Clock): RelayParts {
  return {
    queue: memory.queue,
    jira: worldPerformer(jira),
    deskClock: clock,
    machineClock: clock,
    settings: { requestTimeoutSeconds: 30, sendWindowSeconds: 10, quiesceSeconds: 120, attempts: 8 },
    newToken: () => 'rehearsed',
    isStopped: () => false,
    policyVersion: () => reglament.version,
    isPartOfBulk: async () => false,
    modeOf: () => 'enforce',
    noteOfFailure: (effect, why) => noteOfFailure(reglament, effect, why),
    noteOfFiles: (files) => noteOfFiles(reglament, files),
    log: silentLog,
    onSettled() {},
  };
}
