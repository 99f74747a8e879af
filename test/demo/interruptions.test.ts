import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Act } from '#demo/act.ts';
import type { OpenedStage } from '#demo/stage.ts';
import { STORIES } from '#demo/stories/all.ts';
import {
  effectKeys,
  endsOf,
  ourMoves,
  type PlayedDesk,
  type PlayOptions,
  playDesk,
} from '#test/support/played-desk.ts';
import { ofStories, STORY_ENDS, STORY_MOVES } from './story-ends.ts';

/**
 * The dials of these runs: a request may take 2 s, is sent within 1 s, and Jira has 1 s to let a late write show
 * itself before it is read back. In life these are 30, 10 and 120 s.
 */
const FAST_DIALS = {
  outbox: { requestTimeoutSeconds: 2, sendWindowSeconds: 1, quiesceSeconds: 1, attempts: 8 },
};

const FIVE_MINUTES = 300_000;

/** Those in which customers answer: in time, too late, from a colleague. */
const ANSWERED = storiesOf(4, 6, 7);
/** Those in which time alone reminds, closes and notes. */
const OF_TIME = storiesOf(1, 3, 4);

function storiesOf(...numbers: readonly number[]) {
  return STORIES.filter(({ number }) => numbers.includes(number));
}

function expectEverythingOnce(desk: PlayedDesk, stories: typeof STORIES): void {
  const keys = effectKeys(desk);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(byDays(endsOf(desk))).toEqual(byDays(ofStories(STORY_ENDS, stories)));
  const moved = (moves: typeof STORY_MOVES) =>
    Object.entries(moves).map(([name, own]) => [name, own.map((line) => line.replace(TIME, ' '))]);
  expect(moved(ourMoves(desk)).toSorted()).toEqual(moved(ofStories(STORY_MOVES, stories)).toSorted());
}

const TIME = / \d\d:\d\d /;

/** A webhook that found nobody is repeated by Jira some minutes later; what was said is the same, and of that day. */
function byDays(ends: typeof STORY_ENDS): object {
  const days = (said: readonly string[]) => said.map((line) => line.replace(TIME, ' '));
  return Object.fromEntries(
    Object.entries(ends).map(([name, end]) => [
      name,
      { ...end, letters: days(end.letters), notes: days(end.notes) },
    ]),
  );
}

/** Waits until our account has done one more thing in Jira, or nothing was done for a while. */
async function untilWeAct({ simulator }: OpenedStage): Promise<void> {
  const { happenings } = await simulator.idle();
  const until = performance.now() + 1500;
  while (performance.now() < until) {
    const ours = (await simulator.happeningsAfter(happenings)).some(
      ({ by }) => by.accountId === 'reglament-bot',
    );
    if (ours) return;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('a service that is killed', () => {
  it.each([
    { moment: 'when a letter has just arrived', wait: () => pause(0) },
    { moment: 'while it reads the ticket', wait: () => pause(12) },
    { moment: 'while it acts', wait: () => pause(30) },
    { moment: 'when Jira has done what it asked for', wait: untilWeAct },
  ])(
    'does everything exactly once when it comes back: killed $moment',
    async ({ wait }) => {
      let kills = 0;
      const killed = new Set(['neighbour A', 'neighbour B', 'vacation', 'change', 'error']);
      const isAnswerOfCustomer = (act: Act) =>
        act.does === 'mails' && act.subject === undefined && killed.has(act.ticket);
      const desk = await playDesk({
        stories: ANSWERED,
        overlay: FAST_DIALS,
        async onAct(act, stage) {
          if (!isAnswerOfCustomer(act)) return;
          await wait(stage);
          await stage.service.killAndRestart();
          kills += 1;
        },
      });
      expect(kills).toBe(7);
      expectEverythingOnce(desk, ANSWERED);
    },
    FIVE_MINUTES,
  );

  it(
    'closes, tells and notes exactly once when it is killed in the middle of a sweep',
    async () => {
      let kills = 0;
      const desk = await playDesk({
        stories: OF_TIME,
        overlay: FAST_DIALS,
        onClockMove: async (to, stage) => {
          const at = to.toZonedDateTimeISO('Europe/Moscow').toPlainDateTime().toString();
          if (!['2027-02-20T09:00:00', '2027-02-25T09:00:00', '2027-02-26T09:00:00'].includes(at)) return;
          await untilWeAct(stage);
          await stage.service.killAndRestart();
          kills += 1;
        },
      });
      expect(kills).toBe(3);
      expectEverythingOnce(desk, OF_TIME);
    },
    FIVE_MINUTES,
  );
});

describe('a service whose store was lost', () => {
  it(
    'finds in Jira what it has said already, and says nothing again',
    async () => {
      const losses: string[] = [];
      const loseStore: PlayOptions['onAct'] = async (act, { service }) => {
        if (act.at !== '2027-02-25 11:30' && act.at !== '2027-03-02 11:15') return;
        await service.killAndRestart(() => rm(service.storeFolder, { recursive: true }));
        losses.push(act.at);
      };
      const desk = await playDesk({ stories: ANSWERED, overlay: FAST_DIALS, onAct: loseStore });
      expect(losses).toHaveLength(2);
      expectEverythingOnce(desk, ANSWERED);
    },
    FIVE_MINUTES,
  );
});
