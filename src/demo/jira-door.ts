import { ADMIN, type CastId, signInOf } from './cast.ts';

/** How one person uses the demo's Jira: their own sign-in, over HTTP like everybody. */
export type JiraDoor = <Answer = unknown>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<Answer>;

export function jiraDoor(url: string, who: CastId): JiraDoor {
  const { email, token } = signInOf(who);
  const authorization = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
  return async <Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}

/** What the simulator tells of itself, and lets itself be told. */
export interface SimulatorControl {
  readonly idle: () => Promise<SimulatorIdle>;
  readonly moveClock: (to: Temporal.Instant) => Promise<void>;
  readonly happeningsAfter: (number: number) => Promise<readonly TellableHappening[]>;
  readonly door: JiraDoor;
}

export interface SimulatorIdle {
  readonly idle: boolean;
  /** How many things have happened. */
  readonly happenings: number;
  readonly nextAt: Temporal.Instant | undefined;
}

export interface TellableHappening {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: 'created' | 'commented' | 'changed' | 'linked' | 'deleted';
  readonly key: string;
  readonly by: { readonly accountId: string; readonly name: string; readonly accountType: string };
  readonly summary?: string;
  readonly issueType?: string;
  readonly text?: string;
  readonly public?: boolean;
  readonly channel?: string;
  readonly items?: readonly {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly other?: string;
}

export function simulatorControl(url: string): SimulatorControl {
  const door = jiraDoor(url, ADMIN);
  return {
    door,
    async idle() {
      const { idle, happenings, nextAt } = await door<{
        idle: boolean;
        happenings: number;
        nextAt?: number;
      }>('GET', '/sim/idle');
      return {
        idle,
        happenings,
        nextAt: nextAt === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(nextAt),
      };
    },
    async moveClock(to) {
      await door('POST', '/sim/clock', { now: to.epochMilliseconds });
    },
    happeningsAfter: (number) => door('GET', `/sim/happenings?after=${number}`),
  };
}
