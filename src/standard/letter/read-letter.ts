import type { WordLists } from '#core/policy/text/word-lists.ts';
import { ITEMS } from '#core/ticket/item.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import { type Mail, plainMail } from './mail.ts';
import { type Field, NEEDED } from './needed-fields.ts';
import { asWritten } from './plain-text.ts';
import { readEvent } from './read-event.ts';
import { readItem } from './read-items.ts';
import { type KindReading, readKind } from './read-kind.ts';
import { readProblems } from './read-problems.ts';
import { readScope, type ScopeTopic } from './read-scope.ts';
import { readSubject } from './read-subject.ts';
import { found, type ItemReading, joined, LONGEST_READ, type RequestLetter } from './request-letter.ts';
import { requestOfMail } from './request-of-mail.ts';
import type { Subtype } from './subtype.ts';

/** What a program understands from a letter that stands by itself. */
export interface LetterReading {
  readonly event: 'new' | 'reply' | 'thanks' | 'autoReply';
  /** `none`: it requests nothing. */
  readonly kind: Kind | 'none';
  readonly subtype: Exclude<Subtype, 'unclear'> | null;
  /** 0 where nothing is requested. */
  readonly problems: number;
  /** What the desk does not do (2.4), where it surely is that. */
  readonly outOfScope: ScopeTopic | null;
  /** Each field in one list at most. */
  readonly present: readonly Field[];
  readonly missing: readonly Field[];
  readonly unsure: readonly Field[];
  /** The words, or files, by which each was told. */
  readonly evidence: Evidence;
}

export type Told = Field | 'event' | 'kind' | 'problems' | 'outOfScope';
export type Evidence = Readonly<Partial<Record<Told, readonly string[]>>>;

/** Reads a letter as if it were the first on a request of its own. */
export function readLetter(written: Mail, words: WordLists): LetterReading {
  const mail = plainMail(written);
  const reading = readPlain(mail, words);
  // The words by which it was told are those of the letter, not those into which we made them.
  const text = [written.subject, written.from, written.body].join('\n\n');
  const evidence = Object.entries(reading.evidence).map(([told, parts]) => [
    told,
    parts.map((part) => asWritten(part, text)),
  ]);
  return { ...reading, evidence: Object.fromEntries(evidence) };
}

function readPlain(mail: Mail, words: WordLists): LetterReading {
  if (mail.body.length <= LONGEST_READ) return readWhole(mail, words);
  const reading = readWhole({ ...mail, body: mail.body.slice(0, LONGEST_READ) }, words);
  return { ...reading, missing: [], unsure: [...reading.missing, ...reading.unsure] };
}

function readWhole(mail: Mail, words: WordLists): LetterReading {
  const { event, evidence } = readEvent(mail, words);
  if (event === 'thanks' || event === 'autoReply')
    return { ...NOTHING, event, evidence: { event: evidence } };
  const kind = readKind(mail, words);
  const letter = requestOfMail(mail, kind, words);
  const scope = readScope(joined([mail.subject, letter.own.text]), words);
  const outOfScope = scope.topic === 'none' || scope.topic === 'unsure' ? null : scope.topic;
  const problems = readProblems(mail, words);
  const fields = readFields(mail, letter, kind);
  const inState = (wanted: ItemReading['state']) =>
    fields.filter(({ state }) => state === wanted).map(({ field }) => field);
  return {
    event,
    kind: kind.kind,
    subtype: kind.subtype === 'unclear' ? null : kind.subtype,
    problems: problems.count,
    outOfScope,
    present: inState('present'),
    // Who answers us need not tell everything anew, and of what is not ours nobody asks more.
    missing: event === 'reply' || outOfScope !== null ? [] : inState('missing'),
    unsure: inState('unsure'),
    evidence: told([
      ['event', evidence],
      ['kind', kind.evidence],
      ['problems', problems.evidence],
      ['outOfScope', scope.evidence],
      ...fields.map(({ field, evidence: words }) => [field, words] as const),
    ]),
  };
}

const NOTHING = {
  kind: 'none',
  subtype: null,
  problems: 0,
  outOfScope: null,
  present: [],
  missing: [],
  unsure: [],
} as const;

/** What the kind needs, and what else is there that tells something of any request. */
function readFields(mail: Mail, letter: RequestLetter, { rivals, otherPlaces }: KindReading) {
  const needed = NEEDED[letter.kind];
  const items = ITEMS.filter((field) => needed.includes(field) || TELLING.includes(field)).map((field) => ({
    field,
    ...readItem(letter, field),
  }));
  return [
    { field: 'subject' as const, ...readSubject(mail) },
    ...items
      .filter(
        ({ field, state }) => needed.includes(field) || (state === 'present' && TELLING.includes(field)),
      )
      .map((item) =>
        item.state !== 'missing' ||
        (areAllInNeed(item.field, rivals, letter) && isMissingAnywhere(item.field, otherPlaces, letter))
          ? item
          : inDoubt(item),
      ),
  ];
}

/** Worth knowing, whatever the kind. */
const TELLING: readonly Field[] = ['steps', 'screenshots', 'entity', 'documentIds', 'errorText'];

/** What the likely kinds do not all need is no more surely missing than the letter is of this one. */
function areAllInNeed(field: Field, rivals: readonly Kind[], letter: RequestLetter): boolean {
  if (NEEDED.unclear.some((common) => common === field)) return true;
  return rivals.every((kind) => {
    if (!NEEDED[kind].some((needed) => needed === field)) return false;
    // Who asks for a password needs neither steps nor pictures.
    return kind !== 'consultation' || found(letter, 'administrationWords').length === 0;
  });
}

/** A report needs other things than a document: what may be either surely lacks only what both do. */
function isMissingAnywhere(field: Field, places: readonly Subtype[], letter: RequestLetter): boolean {
  if (field === 'subject') return true;
  return places.every((subtype) => readItem({ ...letter, subtype }, field).state === 'missing');
}

function inDoubt<Item extends ItemReading>(item: Item): Item {
  return { ...item, state: 'unsure' };
}

function told(all: readonly (readonly [Told, readonly string[]])[]): Evidence {
  return Object.fromEntries(all.filter(([, words]) => words.length > 0));
}
