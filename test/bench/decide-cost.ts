import { Engine, type RuleProperties } from 'json-rules-engine';
import { decide } from '#core/decision/decide.ts';
import { inquiryOf, layOutFacts } from '#core/decision/inquiry.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import { theReglament } from '#test/support/desk.ts';
import type { Measured } from './figure.ts';
import { BLOCKS, interleaved, ROUNDS, rangeOf } from './interleaved.ts';
import { median } from './statistics.ts';
import { type Look, toldLooks } from './told-looks.ts';

/** What json-rules-engine is given of a look: the same conditions, and the same facts as plain values. */
interface Plain {
  readonly rules: readonly RuleProperties[];
  readonly facts: ReadonlyMap<string, FactValue>;
}

/** `decide` beside json-rules-engine alone. */
export async function decideCost(): Promise<Measured> {
  const looks = toldLooks().map((look) => ({ ...look, plain: plainOf(look) }));
  const blocks = await interleaved(looks, [
    ({ plain }) => engineAlone(plain),
    decided,
    async (look) => JSON.stringify((await decided(look)).rules),
  ]);
  const column = (index: number) => blocks.map((block) => block[index] ?? Number.NaN);
  const ratios = blocks.map(([alone, ours]) => (ours ?? Number.NaN) / (alone ?? Number.NaN));
  return {
    title: 'decide, without reading letters and without the forecast',
    method:
      `${looks.length} looks at told tickets; json-rules-engine gets the same conditions as ready JSON and the same facts as ` +
      `plain values, in a new Engine each time. Every ticket was decided on before, so its letters are read. Look by look in ` +
      `turn, each round beginning with another, ${BLOCKS} blocks of ${ROUNDS} rounds: of each look the median of a block, of the blocks the median (lowest–highest).`,
    figures: [
      { name: 'json-rules-engine alone', value: median(column(0)), unit: 'µs', range: rangeOf(column(0)) },
      { name: 'decide', value: median(column(1)), unit: 'µs', range: rangeOf(column(1)) },
      {
        name: 'decide, its whole trace written as JSON',
        value: median(column(2)),
        unit: 'µs',
        range: rangeOf(column(2)),
      },
      {
        name: 'decide / json-rules-engine alone',
        value: median(ratios),
        unit: 'x',
        range: rangeOf(ratios),
        goal: { atMost: 1.5 },
      },
    ],
  };
}

const decided = ({ ticket, event, at }: Look) => decide(theReglament(), ticket, event, at);

function plainOf({ ticket, event, at }: Look): Plain {
  const situation = openSituation(theReglament(), ticket, event, at);
  const inquiry = inquiryOf(theReglament(), event.kind, situation.ticket.kind);
  return {
    rules: inquiry.questions.map(({ rule }) => rule.toJSON(false) as unknown as RuleProperties),
    facts: layOutFacts(inquiry, situation),
  };
}

async function engineAlone({ rules, facts }: Plain): Promise<unknown> {
  const engine = new Engine();
  for (const { id, holds } of theReglament().vocabulary.operators.values()) engine.addOperator(id, holds);
  for (const [key, value] of facts) engine.addFact(key, value);
  for (const rule of rules) engine.addRule(rule);
  return await engine.run();
}
