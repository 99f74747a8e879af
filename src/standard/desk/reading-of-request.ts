import type { Situation } from '#core/policy/language/situation.ts';
import { ITEMS, type Item } from '#core/ticket/item.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { Mail } from '#standard/letter/mail.ts';
import { NEEDED } from '#standard/letter/needed-fields.ts';
import { readKind } from '#standard/letter/read-kind.ts';
import { readProblems } from '#standard/letter/read-problems.ts';
import type { ScopeTopic } from '#standard/letter/read-scope.ts';
import type { Subtype } from '#standard/letter/subtype.ts';
import { itemReading, requestLetter, scopeReading } from './request.ts';

/** What was read of a request: each piece of information in one list at most. */
export interface RequestReading {
  readonly kind: Kind;
  readonly subtype: Exclude<Subtype, 'unclear'> | null;
  /** What the desk does not do, where it surely is that. */
  readonly outOfScope: ScopeTopic | null;
  /** How many problems the first letter holds (5.1). */
  readonly problems: number;
  readonly present: readonly Item[];
  readonly missing: readonly Item[];
  readonly unsure: readonly Item[];
  /** The words, or files, by which it was told. */
  readonly evidence: Readonly<Partial<Record<Item | 'kind' | 'problems' | 'outOfScope', readonly string[]>>>;
}

/**
 * Reads a request as decisions do; what its kind does not need, and it does not have, stands in no list. Where Jira's
 * types tell no kind, what is shown is the kind that the letter reads like; no decision rests on that.
 */
export function readingOfRequest(situation: Situation): RequestReading {
  const { kind, subtype, toldBy } = kindOf(situation);
  const letter = firstLetter(situation);
  const problems = readProblems(letter, situation.words);
  const scope = scopeReading(situation);
  const readings = ITEMS.map((item) => ({ item, ...itemReading(situation, item) }));
  const wanted = readings.filter(({ item, state }) => state === 'present' || NEEDED[kind].includes(item));
  const inState = (wantedState: string) =>
    wanted.filter(({ state }) => state === wantedState).map(({ item }) => item);
  return {
    kind,
    subtype: subtype === 'unclear' ? null : subtype,
    outOfScope: scope.topic === 'none' || scope.topic === 'unsure' ? null : scope.topic,
    problems: problems.count,
    present: inState('present'),
    missing: inState('missing'),
    unsure: inState('unsure'),
    evidence: Object.fromEntries([
      ...wanted.flatMap(({ item, evidence }) => (evidence.length === 0 ? [] : [[item, evidence] as const])),
      ...(toldBy.length === 0 ? [] : [['kind', toldBy] as const]),
      ...(problems.evidence.length === 0 ? [] : [['problems', problems.evidence] as const]),
      ...(scope.evidence.length === 0 ? [] : [['outOfScope', scope.evidence] as const]),
    ]),
  };
}

function firstLetter({ present: { summary, description } }: Situation): Pick<Mail, 'subject' | 'body'> {
  return { subject: summary, body: description };
}

function kindOf(situation: Situation): {
  readonly kind: Kind;
  readonly subtype: Subtype;
  /** The words that told the kind, where it was read. */
  readonly toldBy: readonly string[];
} {
  const { kind, subtype } = requestLetter(situation);
  if (kind !== 'unclear') return { kind, subtype, toldBy: [] };
  const read = readKind(firstLetter(situation), situation.words);
  return { kind: read.kind, subtype: read.subtype, toldBy: read.evidence };
}
