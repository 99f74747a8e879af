import fc from 'fast-check';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { decide } from '#core/decision/decide.ts';
import type { Decision, RuleTrace } from '#core/decision/decision.ts';
import { inquiryOf, layOutFacts } from '#core/decision/inquiry.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import type { SeenLeaf } from '#core/decision/rule-engine.ts';
import type { Condition } from '#core/policy/language/reglament.ts';
import { type DeskEvent, eventsOf, timePassed } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { anyLook, anyStory } from '#test/support/any-story.ts';
import { theReglament, ticketOf } from '#test/support/desk.ts';
import { told } from '#test/support/told-story.ts';

interface Look {
  readonly ticket: Ticket;
  readonly event: DeskEvent;
  readonly at: Temporal.Instant;
}

/** Every event of three hundred lives of a ticket, and the passing of time. */
const LOOKS: readonly Look[] = fc
  .sample(fc.tuple(anyStory, anyLook), { seed: 20270217, numRuns: 300 })
  .flatMap(([story, looks]) => {
    const ticket = ticketOf(told(story));
    const at = looks(story);
    return [...eventsOf(ticket), timePassed(at)].map((event) => ({ ticket, event, at }));
  });

const decided = ({ ticket, event, at }: Look) => decide(theReglament(), ticket, event, at);

/** What a condition comes to when it is read aloud, leaf by leaf; the leaves that were seen are used up in order. */
function readAloud(condition: Condition, seen: SeenLeaf[]): boolean {
  if (condition.kind === 'leaf') {
    const leaf = seen.shift();
    expect(leaf?.leaf).toBe(condition);
    return leaf?.holds === true;
  }
  if (condition.kind === 'not') return !readAloud(condition.of, seen);
  const parts = condition.of.map((part) => readAloud(part, seen));
  return condition.kind === 'all' ? parts.every(Boolean) : parts.some(Boolean);
}

function compares({ leaf, seen, value }: SeenLeaf): boolean {
  return theReglament().vocabulary.operators.get(leaf.operator)?.holds(seen, value) === true;
}

test('a rule fires exactly when its condition, read aloud with the values in the trace, holds', async () => {
  const traces: RuleTrace[] = [];
  for (const look of LOOKS) traces.push(...(await decided(look)).rules);

  for (const { rule, fired, leaves } of traces) {
    const left = [...leaves];

    expect(readAloud(rule.condition, left)).toBe(fired);
    expect(left).toEqual([]);
    for (const leaf of leaves) expect(leaf.holds).toBe(compares(leaf));
  }
  expect(traces.filter(({ fired }) => fired).length).toBeGreaterThan(50);
});

/** json-rules-engine by itself, with nothing prepared and nothing shared. */
async function engineAlone({ ticket, event, at }: Look): Promise<readonly string[]> {
  const situation = openSituation(theReglament(), ticket, event, at);
  const inquiry = inquiryOf(theReglament(), event.kind, situation.ticket.kind);
  const engine = new Engine();
  for (const { id, holds } of theReglament().vocabulary.operators.values()) engine.addOperator(id, holds);
  for (const [key, value] of layOutFacts(inquiry, situation)) engine.addFact(key, value);
  for (const { rule } of inquiry.questions) engine.addRule(rule.toJSON(false) as unknown as RuleProperties);
  const { results } = await engine.run();
  return results.map(({ name }) => String(name)).sort();
}

const firedBy = ({ rules }: Decision) => rules.filter(({ fired }) => fired).map(({ rule }) => rule.id);

test('rules fire as json-rules-engine alone lets them, which prepares nothing and shares nothing', async () => {
  for (const look of LOOKS) {
    const alone = (await engineAlone(look)).filter((name) => !name.includes('#'));

    expect(firedBy(await decided(look)).sort()).toEqual(alone);
  }
});

test('decisions that are made at once are those that are made one after the other', async () => {
  const alone: string[] = [];
  for (const look of LOOKS) alone.push(JSON.stringify(await decided(look)));

  const atOnce = await Promise.all(LOOKS.map(decided));

  expect(atOnce.map((decision) => JSON.stringify(decision))).toEqual(alone);
});
