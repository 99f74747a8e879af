import { describe, expect, test } from 'vitest';
import { isSigned } from '#intake/verify-signature.ts';
import { readHint } from '#jira/to-hint.ts';
import { holds } from '#test/bench/figure.ts';
import { intakeRounds } from '#test/bench/intake/durable-intake.ts';
import { SECRET, signedBodies } from '#test/bench/intake/signed-bodies.ts';
import { interleaved } from '#test/bench/interleaved.ts';
import { table } from '#test/bench/print-table.ts';
import { median, percentile } from '#test/bench/statistics.ts';
import { toldLooks } from '#test/bench/told-looks.ts';
import { theConfiguration, theReglament } from '#test/support/desk.ts';

describe('the webhooks of the bench', () => {
  const bodies = signedBodies(100, 50);

  test('are signed, of some 5 kB, and no two alike', () => {
    for (const { body, signature } of bodies) {
      expect(isSigned(signature, body, [SECRET])).toBe(true);
      expect(body.length).toBeGreaterThan(4500);
      expect(body.length).toBeLessThan(6000);
    }
    expect(new Set(bodies.map(({ signature }) => signature)).size).toBe(50);
  });

  test('each tell of a ticket to look at', () => {
    const hints = bodies.map(({ body }) => readHint(JSON.parse(String(body)), theConfiguration()));

    expect(hints).toEqual(bodies.map((_, index) => ({ kind: 'look', ticketKey: `SUP-${100 + index}` })));
  });
});

test('every webhook of a round is answered with 202 and stands in the store', async () => {
  // Throws where an answer was another, or a delivery is missing.
  const { bare, durable } = await intakeRounds({
    connections: 8,
    rounds: 1,
    fastRequests: 60,
    plannedRequests: 40,
    perSecond: 200,
  });

  for (const rounds of [bare, durable]) {
    expect(rounds.map(({ fast }) => fast.statuses)).toEqual([{ 202: 60 }]);
    expect(rounds.map(({ planned }) => planned.statuses)).toEqual([{ 202: 40 }]);
  }
});

test('looks of the bench are the same in every run, and of every kind of event that a rule hears', () => {
  const looks = toldLooks();
  const heard = new Set(theReglament().rules.flatMap(({ on }) => on));

  expect(looks.length).toBeGreaterThan(200);
  expect(new Set(looks.map(({ event }) => event.kind))).toEqual(heard);
  expect(JSON.stringify(toldLooks())).toBe(JSON.stringify(looks));
});

test('ways are measured in turn, each as often as the others, and each begins a round', async () => {
  const order: string[] = [];
  const blocks = await interleaved(
    ['one', 'two'],
    [(thing) => void order.push(`a ${thing}`), (thing) => void order.push(`b ${thing}`)],
  );

  expect(order.slice(0, 5)).toEqual(['a one', 'b one', 'a two', 'b two', 'b one']);
  expect(order.filter((way) => way.startsWith('a')).length).toBe(order.length / 2);
  expect(blocks.map((block) => block.length)).toEqual(blocks.map(() => 2));
});

test('medians and percentiles are values that were seen', () => {
  const values = [5, 1, 4, 2, 3];

  expect(median(values)).toBe(3);
  expect(percentile(values, 0.99)).toBe(5);
  expect(percentile([7], 0.5)).toBe(7);
});

test('a goal that is missed is told as missed', () => {
  const kept = { name: 'kept', value: 0.3, unit: 'x', goal: { atLeast: 0.25 } };
  const missed = { name: 'missed', value: 26, unit: 'ms', goal: { atMost: 25 } };
  const free = { name: 'free', value: 26, unit: 'ms' };

  expect([kept, missed, free].map(holds)).toEqual([true, false, undefined]);
  const text = table([{ title: 'goals', method: 'by hand', figures: [kept, missed, free] }]);
  expect(text).toMatch(/kept .*holds: at least 0.25\n.*missed .*MISSED: at most 25\n.*free +26 ms\n/);
});
