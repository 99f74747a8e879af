import type { Mode } from './mode.ts';

/** How far rules of a name may go, until nobody else was seen doing what they do for so many days. */
export type CapSetting =
  | 'lifted'
  | { readonly mode: Mode; readonly until: 'noRivalFor'; readonly days: number };

/** Somebody else's automation that was seen doing what our rules do. */
export interface Rival {
  /** Id of the account that it acts as. */
  readonly account: string;
  readonly name: string;
  /** It reopened a request after a customer's message, or parked one after a reply of ours. */
  readonly did: 'reopened' | 'parked';
  readonly ticketKey: string;
  readonly at: Temporal.Instant;
}

/** A cap that lowers modes now. */
export interface ActiveCap {
  /** The rule or policy that is capped. */
  readonly name: string;
  readonly mode: Mode;
  /** When it falls if no rival is seen until then; absent while nobody watches. */
  readonly until?: Temporal.Instant;
  /** Whoever was seen last; absent: it was not watched for long enough. */
  readonly rival?: Rival;
}

/** What of a cap is in force, for whoever chooses modes: by rule or policy; what is lifted holds nothing back. */
export type CapModes = Readonly<Record<string, Mode>>;

/**
 * The caps that hold now: until so many full days have passed since watching began, and since the last rival.
 *
 * @param watchedSince the activation; `undefined` while the service was never started
 */
export function activeCaps(
  settings: Readonly<Record<string, CapSetting>>,
  watchedSince: Temporal.Instant | undefined,
  rivals: readonly Rival[],
  now: Temporal.Instant,
): readonly ActiveCap[] {
  const last = rivals.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).at(-1);
  return Object.entries(settings).flatMap(([name, setting]) => {
    if (setting === 'lifted') return [];
    const { mode, days } = setting;
    if (watchedSince === undefined) return [{ name, mode }];
    const from =
      last !== undefined && Temporal.Instant.compare(last.at, watchedSince) > 0 ? last.at : watchedSince;
    const until = from.add({ hours: 24 * days });
    if (Temporal.Instant.compare(now, until) >= 0) return [];
    return [{ name, mode, until, ...(last === undefined ? {} : { rival: last }) }];
  });
}

/** Active and lifted caps as modes: what is said of a rule wins over what is said of its policy. */
export function capModes(
  settings: Readonly<Record<string, CapSetting>>,
  active: readonly ActiveCap[],
): CapModes {
  const free = Object.keys(settings).map((name): [string, Mode] => [name, 'enforce']);
  return Object.fromEntries([...free, ...active.map(({ name, mode }): [string, Mode] => [name, mode])]);
}
