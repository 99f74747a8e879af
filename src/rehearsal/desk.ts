import type { Clock } from '#clock.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { StopStretch } from '#core/ticket/context.ts';
import { type EvaluationParts, evaluateTicket } from '#evaluation/evaluate-ticket.ts';
import type { Because } from '#evaluation/ports.ts';
import { relayTicket } from '#outbox/relay.ts';
import type { User } from '#simulator/model.ts';
import type { RivalSwitches } from '#simulator/rivals.ts';
import type { Act } from './deed.ts';
import { type DeskMemory, openMemory } from './desk-memory.ts';
import { BOT } from './people.ts';
import { type PeopleOnWorld, peopleOnWorld } from './people-on-world.ts';
import { openJira, type RehearsedJira } from './rehearsed-jira.ts';
import { relayOnWorld } from './relay-on-world.ts';
import type { ScenarioCaps } from './scenario.ts';
import { openWatch } from './watch.ts';

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
  readonly caps?: ScenarioCaps;
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
  /** Everything is stopped but looking, or goes on. */
  readonly setFrozen: (frozen: boolean) => Promise<void>;
}

/** A desk that does not come to rest in so many rounds runs in a circle. */
const MOST_ROUNDS = 100;

/** So often a sweep looks for what no webhook told of. */
const SWEEP_EVERY = { minutes: 5 };

/** As it ships. */
const LIMITS = {
  effectsPerTicketPerHour: 12,
  bulk: { most: 20, within: Temporal.Duration.from({ minutes: 10 }) },
};

export function openDesk(settings: RehearsedDeskSettings): RehearsedDesk {
  const { language, startsAt, firstStart } = settings;
  const reglament = { ...settings.reglament, desk: { ...settings.reglament.desk, language } };
  const jira = openJira(settings);
  const { world, rivals } = jira;
  const clock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(world.clock.now()) };
  const watch = openWatch(settings.caps ?? {}, firstStart);
  const memory = openMemory(clock, watch);
  const modes = () => watch.modes(clock.now());
  const people = peopleOnWorld(world, language);
  const heard = new Set<string>();
  const changed = new Set<string>();
  let away = Temporal.Instant.compare(startsAt, firstStart) < 0;
  let started = !away;
  let frozen = false;
  let sweepAt: Temporal.Instant | undefined;
  let stoppedAt: Temporal.Instant | undefined;
  const stops: StopStretch[] = [];
  world.onHappening(({ by, issueKey }) => {
    // Webhooks of our own acts tell us nothing; the next sweep finds what they have changed.
    const isTold = by !== BOT && !settings.webhooksLost;
    (isTold ? heard : changed).add(issueKey);
    if (!isTold) sweepAt ??= clock.now().add(SWEEP_EVERY);
  });
  const findLater = (ticket: string) => {
    const issue = people.find(ticket);
    if (issue !== undefined) changed.add(issue.key);
    sweepAt ??= clock.now().add(SWEEP_EVERY);
  };
  const parts: EvaluationParts = {
    fetchIssue: jira.fetchIssue,
    store: memory.evaluations,
    deskClock: clock,
    stopsSince: async (since) => stops.filter(({ to }) => Temporal.Instant.compare(to, since) > 0),
    inForce: () => ({
      reglament,
      modes: modes(),
      activatedAt: firstStart,
      projects: [world.site.project.key],
      ...LIMITS,
    }),
  };
  const relay = relayOnWorld({
    reglament,
    jira,
    memory,
    clock,
    modes,
    watch,
    bulk: LIMITS.bulk,
    isStopped: () => frozen,
  });

  const look = async (ticketKey: string, because: Because) => {
    // What was moved to another project is no webhook of ours any more.
    if (world.find(ticketKey)?.project !== world.site.project) {
      memory.dropLooks(ticketKey);
      return;
    }
    const evaluation = await evaluateTicket(parts, { ticketKey, because });
    if (evaluation.kind === 'unreadable') throw new Error(`${ticketKey} cannot be read: ${evaluation.why}`);
    await memory.evaluations.record(evaluation.record);
    watch.seen(ticketKey, evaluation.record);
  };

  /** What was heard and what is due, once. */
  const takeUp = async (): Promise<boolean> => {
    const told = emptied(heard);
    for (const key of told) await look(key, 'delivery');
    const swept = sweepAt !== undefined && isDue(sweepAt, clock.now()) ? emptied(changed) : [];
    if (swept.length > 0) sweepAt = undefined;
    for (const key of swept) await look(key, 'sweep');
    const due = memory.dueToLook(clock.now());
    for (const key of due) await look(key, 'wakeup');
    const owing = frozen ? [] : await memory.queue.dueTickets(clock.now());
    for (const key of owing) await relayTicket(relay, key);
    return told.length + swept.length + due.length + owing.length > 0;
  };

  const noteStop = () => {
    if (away || frozen) stoppedAt ??= clock.now();
    else if (stoppedAt !== undefined) {
      stops.push({ from: stoppedAt, to: clock.now() });
      stoppedAt = undefined;
    }
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
      // Jira tells of an approval by no webhook that we hear.
      if (act.does === 'asksApproval' || act.does === 'approves') findLater(act.ticket);
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
      noteStop();
      await rest();
    },
    async setFrozen(isFrozen) {
      frozen = isFrozen;
      noteStop();
      await rest();
    },
  };
}

/** Everything that was in it. */
function emptied(keys: Set<string>): readonly string[] {
  const all = [...keys];
  keys.clear();
  return all;
}

function isDue(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}
