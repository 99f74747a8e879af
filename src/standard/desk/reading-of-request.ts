import type { Situation } from '#core/policy/language/situation.ts';
import { ITEMS, type Item } from '#core/ticket/item.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import { NEEDED } from '#standard/letter/needed-fields.ts';
import type { ScopeTopic } from '#standard/letter/read-scope.ts';
import type { Subtype } from '#standard/letter/subtype.ts';
import { itemReading, requestLetter, scopeReading } from './request.ts';

/** What was read of a request: each piece of information in one list at most. */
export interface RequestReading {
  readonly kind: Kind;
  readonly subtype: Exclude<Subtype, 'unclear'> | null;
  /** What the desk does not do, where it surely is that. */
  readonly outOfScope: ScopeTopic | null;
  /** How many problems it holds is not read yet. */
  readonly problems: null;
  readonly present: readonly Item[];
  readonly missing: readonly Item[];
  readonly unsure: readonly Item[];
  /** The words, or files, by which it was told. */
  readonly evidence: Readonly<Partial<Record<Item | 'outOfScope', readonly string[]>>>;
}

/** Reads a request as decisions do; what its kind does not need, and it does not have, stands in no list. */
export function readingOfRequest(situation: Situation): RequestReading {
  const { kind, subtype } = requestLetter(situation);
  const scope = scopeReading(situation);
  const readings = ITEMS.map((item) => ({ item, ...itemReading(situation, item) }));
  const wanted = readings.filter(({ item, state }) => state === 'present' || NEEDED[kind].includes(item));
  const inState = (wantedState: string) =>
    wanted.filter(({ state }) => state === wantedState).map(({ item }) => item);
  return {
    kind,
    subtype: subtype === 'unclear' ? null : subtype,
    outOfScope: scope.topic === 'none' || scope.topic === 'unsure' ? null : scope.topic,
    problems: null,
    present: inState('present'),
    missing: inState('missing'),
    unsure: inState('unsure'),
    evidence: Object.fromEntries([
      ...wanted.flatMap(({ item, evidence }) => (evidence.length === 0 ? [] : [[item, evidence] as const])),
      ...(scope.evidence.length === 0 ? [] : [['outOfScope', scope.evidence] as const]),
    ]),
  };
}
