/* A Jira that a test plays: it keeps its own truth of what was written, and fails as it is told. */
import { Fault } from '#faults.ts';
import type { EffectPerformer, OwedEffect, Performed, ReadBack } from '#outbox/ports.ts';

/** How Jira takes the next effect. */
export type Turn =
  | 'does it'
  | 'does it, and the answer is lost'
  | 'is silent'
  | 'cannot be reached'
  | 'asks to wait a minute'
  | 'does not know us'
  | 'refuses'
  | 'will never do it'
  | 'finds it overtaken';

export interface FakeJira extends EffectPerformer {
  /** Keys of what stands in Jira, each as often as it was written. */
  readonly written: string[];
  /** `POST 1`, `GET 1`: everything that was asked, in order. */
  readonly asked: string[];
  /** What comes next; after it Jira works. */
  readonly turns: Turn[];
  /** How reading back goes; `undefined`: as it should. */
  readBackTrouble: 'cannot be reached' | 'gone' | undefined;
  /** Called in the middle of a write. */
  onWrite: () => Promise<void> | void;
  /** Keys of tickets that earlier steps opened, as texts were told of them. */
  readonly told: (string | undefined)[];
}

const NEVER_SENT: Partial<Record<Turn, () => Fault>> = {
  'cannot be reached': () => fault('RGL9201'),
  'asks to wait a minute': () => fault('RGL9205', { retryAfterMilliseconds: 60_000 }),
  'does not know us': () => fault('RGL9202', { status: 401 }),
  refuses: () => fault('RGL9206', { status: 400 }),
};

export function fakeJira(...turns: readonly Turn[]): FakeJira {
  const jira: FakeJira = {
    written: [],
    asked: [],
    turns: [...turns],
    told: [],
    readBackTrouble: undefined,
    onWrite: () => undefined,
    async perform(effect, opened) {
      jira.asked.push(`POST ${effect.key}`);
      jira.told.push(opened);
      await jira.onWrite();
      return perform(jira, effect, jira.turns.shift() ?? 'does it');
    },
    async readBack(effect): Promise<ReadBack> {
      jira.asked.push(`GET ${effect.key}`);
      if (jira.readBackTrouble === 'cannot be reached') throw fault('RGL9201');
      if (jira.readBackTrouble === 'gone') return { kind: 'gone', why: 'the ticket is not there any more' };
      return jira.written.includes(effect.key)
        ? { kind: 'found', remoteId: `remote ${effect.key}` }
        : { kind: 'absent' };
    },
  };
  return jira;
}

function perform(jira: FakeJira, effect: OwedEffect, turn: Turn): Performed {
  const neverSent = NEVER_SENT[turn];
  if (neverSent !== undefined) throw neverSent();
  switch (turn) {
    case 'will never do it':
      return { kind: 'refused', why: 'the workflow offers no way' };
    case 'finds it overtaken':
      return { kind: 'overtaken', why: 'the ticket is open now' };
    case 'is silent':
      throw fault('RGL9204');
    case 'does it, and the answer is lost':
      jira.written.push(effect.key);
      throw fault('RGL9204');
    default:
      jira.written.push(effect.key);
      return { kind: 'done', remoteId: `remote ${effect.key}` };
  }
}

function fault(code: ConstructorParameters<typeof Fault>[0], details = {}): Fault {
  return new Fault(code, { ru: `сбой ${code}`, en: `trouble ${code}` }, details);
}
