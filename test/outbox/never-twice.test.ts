import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '#faults.ts';
import type { EffectPerformer, ReadBack } from '#outbox/ports.ts';
import {
  comesBack,
  effectOf,
  NOTE,
  type Outbox,
  openOutbox,
  REOPEN,
  REPLY,
  SETTLED_AFTER_SECONDS,
} from '#test/support/service-effects.ts';

/** What happens to a write: what Jira makes of it, and what we hear. */
type Fate =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly code: 'RGL9201' | 'RGL9202' | 'RGL9205' | 'RGL9206' | 'RGL9204' }
  /** The answer is lost, and the write shows itself only then. */
  | { readonly kind: 'late'; readonly afterSeconds: number }
  /** The process is killed: before Jira heard of it, or after Jira has done it, or Jira does it later. */
  | { readonly kind: 'killed'; readonly writtenAfterSeconds: number | undefined }
  | { readonly kind: 'overtaken' };

interface Step {
  readonly waitSeconds: number;
  readonly fates: readonly Fate[];
  readonly canBeRead: boolean;
}

const LATEST = SETTLED_AFTER_SECONDS - 1;

const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant<Fate>({ kind: 'done' }),
  fc.record({
    kind: fc.constant('fault' as const),
    code: fc.constantFrom('RGL9201', 'RGL9202', 'RGL9205', 'RGL9206', 'RGL9204'),
  }),
  fc.record({ kind: fc.constant('late' as const), afterSeconds: fc.integer({ min: 0, max: LATEST }) }),
  fc.record({
    kind: fc.constant('killed' as const),
    writtenAfterSeconds: fc.option(fc.integer({ min: 0, max: LATEST }), { nil: undefined }),
  }),
  fc.constant<Fate>({ kind: 'overtaken' }),
);

const step: fc.Arbitrary<Step> = fc.record({
  waitSeconds: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 400 })),
  fates: fc.array(fate, { minLength: 1, maxLength: 3 }),
  canBeRead: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)),
});

/** Jira with a truth of its own: what was written, and since when it can be seen. */
class Truth implements EffectPerformer {
  readonly written: { readonly key: string; readonly seenFrom: number }[] = [];
  fates: Fate[] = [];
  canBeRead = true;
  now: () => number = () => 0;
  kill: () => void = () => undefined;

  perform: EffectPerformer['perform'] = async ({ key }) => {
    const next = this.fates.shift() ?? { kind: 'done' };
    switch (next.kind) {
      case 'done':
        this.#write(key, 0);
        return { kind: 'done', remoteId: key };
      case 'overtaken':
        return { kind: 'overtaken', why: 'somebody was quicker' };
      case 'fault':
        throw new Fault(next.code, { ru: 'сбой', en: 'trouble' });
      case 'late':
        this.#write(key, next.afterSeconds);
        throw new Fault('RGL9204', { ru: 'сбой', en: 'trouble' });
      case 'killed':
        if (next.writtenAfterSeconds !== undefined) this.#write(key, next.writtenAfterSeconds);
        this.kill();
        return new Promise<never>(() => {});
    }
  };

  readBack: EffectPerformer['readBack'] = async ({ key }): Promise<ReadBack> => {
    if (!this.canBeRead) throw new Fault('RGL9201', { ru: 'сбой', en: 'trouble' });
    return this.shows(key) ? { kind: 'found', remoteId: key } : { kind: 'absent' };
  };

  shows(key: string): boolean {
    return this.written.some((entry) => entry.key === key && entry.seenFrom <= this.now());
  }

  count(key: string): number {
    return this.written.filter((entry) => entry.key === key).length;
  }

  #write(key: string, afterSeconds: number): void {
    this.written.push({ key, seenFrom: this.now() + afterSeconds });
  }
}

const EFFECTS = [
  effectOf('move', REOPEN),
  effectOf('reply', REPLY, { after: 'move' }),
  effectOf('note', NOTE),
];

/** A look at the ticket: what stands in Jira is not planned again, the rest is what it was. */
async function judgeAgain(outbox: Outbox, truth: Truth): Promise<void> {
  if ((await outbox.wakeups()).length === 0) return;
  await outbox.db.deleteFrom('wakeups').execute();
  await outbox.owes(...EFFECTS.filter(({ key }) => !truth.shows(key)));
}

async function live(outbox: Outbox, truth: Truth, { waitSeconds, fates, canBeRead }: Step): Promise<void> {
  outbox.later(waitSeconds);
  truth.fates = [...fates];
  truth.canBeRead = canBeRead;
  let wasKilled = false;
  const killed = new Promise<void>((resolve) => {
    truth.kill = () => {
      wasKilled = true;
      resolve();
    };
  });
  await judgeAgain(outbox, truth);
  await Promise.race([outbox.carry(), killed]);
  if (wasKilled) await comesBack(outbox);
}

async function endOf(steps: readonly Step[]) {
  const truth = new Truth();
  const outbox = await openOutbox(truth);
  truth.now = () => outbox.clock.now().epochMilliseconds / 1000;
  await outbox.owes(...EFFECTS);
  for (const next of steps) await live(outbox, truth, next);
  const calm = { waitSeconds: 400, fates: [], canBeRead: true };
  for (let rounds = 0; rounds < 15; rounds += 1) await live(outbox, truth, calm);
  const outcomes = new Map<string, string | undefined>();
  for (const { key } of EFFECTS) outcomes.set(key, (await outbox.queue.outcomeOf(key))?.state);
  return { truth, outcomes };
}

describe('whatever Jira, the network and the power do', () => {
  test('nothing is written twice, and what was written is known as done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { truth, outcomes } = await endOf(steps);

        for (const { key } of EFFECTS) {
          expect(truth.count(key)).toBeLessThanOrEqual(1);
          expect(['DONE', 'PARKED', 'WITHHELD']).toContain(outcomes.get(key));
          if (outcomes.get(key) === 'DONE') expect(truth.count(key)).toBe(1);
        }
      }),
      { numRuns: 250, seed: 20_270_224 },
    );
  }, 60_000);

  test('the customer is never told of what did not happen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { truth } = await endOf(steps);
        const order = truth.written.map(({ key }) => key);

        if (order.includes('reply')) expect(order.indexOf('move')).toBeGreaterThanOrEqual(0);
        if (order.includes('reply')) expect(order.indexOf('move')).toBeLessThan(order.indexOf('reply'));
      }),
      { numRuns: 100, seed: 20_270_225 },
    );
  }, 60_000);
});
