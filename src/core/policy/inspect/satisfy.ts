import { holdsBy, leavesOf } from '#core/policy/language/conditions.ts';
import type { Condition, FactUse, Leaf } from '#core/policy/language/reglament.ts';
import type { FactValue, Vocabulary } from '#core/policy/language/vocabulary.ts';
import { isSettled, type PossibleFact, possibleFacts } from './possible-facts.ts';

/** Facts with which a condition holds: an example of a ticket. */
export type Example = readonly { readonly use: FactUse; readonly seen: FactValue }[];

/** What facts were said to be, leaf by leaf. */
type Assigned = ReadonlyMap<Leaf, boolean>;

/** So many tries are enough for any policy that people can read; where they are not, nothing is said. */
const MOST_TRIES = 20_000;

/**
 * Looks for facts with which all conditions hold. Facts are taken to be independent of each other, which they are not
 * on a real ticket: `impossible` is certain, an example may be one that never occurs.
 *
 * @returns `unknown` when it would take too long to tell
 */
export function satisfy(
  conditions: readonly Condition[],
  vocabulary: Vocabulary,
): Example | 'impossible' | 'unknown' {
  const wanted: Condition = { kind: 'all', of: conditions };
  const leaves = leavesOf(wanted);
  const facts = possibleFacts(leaves, vocabulary);
  const free = new Set(leaves.filter((leaf) => !isSettled(leaf)));
  let tries = 0;

  const search = (
    assigned: Assigned,
    open: readonly PossibleFact[],
    chosen: Example,
  ): Example | 'impossible' | 'unknown' => {
    tries += 1;
    if (tries > MOST_TRIES) return 'unknown';
    const now = holdsBy(wanted, (leaf) => assigned.get(leaf));
    if (now === true || (now === undefined && open.length === 0)) return chosen;
    if (now === false) return 'impossible';
    const [fact, ...rest] = open;
    if (fact === undefined) return chosen;
    for (const { seen, holding } of fact.states) {
      const more = leaves.filter((leaf) => leaf.fact.key === fact.use.key && !free.has(leaf));
      const next = new Map([...assigned, ...more.map((leaf) => [leaf, holding.has(leaf)] as const)]);
      const found = search(next, rest, [...chosen, { use: fact.use, seen }]);
      if (found !== 'impossible') return found;
    }
    return 'impossible';
  };

  return search(new Map(), facts, []);
}
