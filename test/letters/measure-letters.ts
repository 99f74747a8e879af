import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { type LetterReading, readLetter } from '#standard/letter/read-letter.ts';
import type { LabelledLetter } from './labelled-letters.ts';

/** How often something was said, how often rightly, and how often it should have been said. */
export class Tally {
  said = 0;
  right = 0;
  due = 0;
  /** Those that went wrong, for whoever looks. */
  readonly wrong: string[] = [];

  add(id: string, said: boolean, due: boolean): void {
    this.said += Number(said);
    this.due += Number(due);
    this.right += Number(said && due);
    if (said !== due) this.wrong.push(`${said ? '+' : '-'}${id}`);
  }

  get precision(): number {
    return this.said === 0 ? 1 : this.right / this.said;
  }

  get recall(): number {
    return this.due === 0 ? 1 : this.right / this.due;
  }
}

export interface Measures {
  readonly letters: number;
  readonly missing: Tally;
  readonly present: Tally;
  readonly missingOf: ReadonlyMap<Field, Tally>;
  readonly presentOf: ReadonlyMap<Field, Tally>;
  /** Fields answered with `unsure`, of all that were answered. */
  readonly unsure: { readonly count: number; readonly of: number };
  readonly unsureOf: ReadonlyMap<Field, number>;
  /** Letters of which only one kind is right. */
  readonly kind: Tally;
  /** `labelled read`, with the ids. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  readonly subtype: Tally;
  readonly outOfScope: Tally;
  readonly severalProblems: Tally;
  readonly oneOrSeveral: Tally;
  readonly event: Tally;
}

/** Reads every letter, and counts what was read rightly. What careful people disagree on is not counted. */
export function measureLetters(letters: readonly LabelledLetter[], words: WordLists): Measures {
  const measures = startedMeasures(letters.length);
  for (const letter of letters) {
    const reading = readLetter(letter.mail, words);
    countWhole(measures, letter, reading);
    const { event, outOfScope } = letter.labels;
    if (event === 'new' && outOfScope[0] === null) countFields(measures, letter, reading);
  }
  return measures;
}

function startedMeasures(letters: number) {
  return {
    letters,
    missing: new Tally(),
    present: new Tally(),
    missingOf: new Map<Field, Tally>(),
    presentOf: new Map<Field, Tally>(),
    unsure: { count: 0, of: 0 },
    unsureOf: new Map<Field, number>(),
    kind: new Tally(),
    kinds: new Map<string, string[]>(),
    subtype: new Tally(),
    outOfScope: new Tally(),
    severalProblems: new Tally(),
    oneOrSeveral: new Tally(),
    event: new Tally(),
  };
}

type Counted = ReturnType<typeof startedMeasures>;

function countWhole(measures: Counted, { id, labels }: LabelledLetter, reading: LetterReading): void {
  const { event, kind, subtype, problems, outOfScope } = labels;
  const quiet = (name: string) => name === 'thanks' || name === 'autoReply';
  measures.event.add(`${id}:${event}>${reading.event}`, quiet(reading.event), quiet(event));
  if (event !== 'new') return;
  const [rightKind] = kind;
  if (kind.length === 1 && rightKind !== undefined && outOfScope[0] === null) {
    measures.kind.add(`${id}:${rightKind}>${reading.kind}`, reading.kind === rightKind, true);
    const cell = `${rightKind} ${reading.kind}`;
    measures.kinds.set(cell, [...(measures.kinds.get(cell) ?? []), id]);
    if (reading.kind === rightKind && subtype.length === 1) {
      measures.subtype.add(`${id}:${subtype[0]}>${reading.subtype}`, reading.subtype === subtype[0], true);
    }
  }
  if (outOfScope.length === 1) {
    const isRight = outOfScope[0] === reading.outOfScope;
    measures.outOfScope.add(
      `${id}:${outOfScope[0]}>${reading.outOfScope}`,
      reading.outOfScope !== null,
      outOfScope[0] !== null && (isRight || reading.outOfScope === null),
    );
  }
  if (problems.length === 1 && problems[0] !== undefined) {
    const several = [reading.problems > 1, problems[0] > 1] as const;
    measures.severalProblems.add(`${id}:${problems[0]}>${reading.problems}`, ...several);
    measures.oneOrSeveral.add(id, several[0] === several[1], true);
  }
}

function countFields(measures: Counted, { id, labels }: LabelledLetter, reading: LetterReading): void {
  const answered: readonly Field[] = [...reading.present, ...reading.missing, ...reading.unsure];
  measures.unsure.count += reading.unsure.length;
  measures.unsure.of += answered.length;
  for (const field of reading.unsure) {
    measures.unsureOf.set(field, (measures.unsureOf.get(field) ?? 0) + 1);
  }
  const fields = new Set([...answered, ...labels.present, ...labels.missing]);
  for (const field of fields) {
    if (labels.either.includes(field)) continue;
    const missing = [reading.missing.includes(field), labels.missing.includes(field)] as const;
    measures.missing.add(`${id}:${field}`, ...missing);
    tallyOf(measures.missingOf, field).add(id, ...missing);
    // What is there although nobody needs it may be told or not.
    if (!labels.present.includes(field) && !labels.missing.includes(field)) continue;
    const present = [reading.present.includes(field), labels.present.includes(field)] as const;
    measures.present.add(`${id}:${field}`, ...present);
    tallyOf(measures.presentOf, field).add(id, ...present);
  }
}

function tallyOf(tallies: Map<Field, Tally>, field: Field): Tally {
  const tally = tallies.get(field) ?? new Tally();
  tallies.set(field, tally);
  return tally;
}
