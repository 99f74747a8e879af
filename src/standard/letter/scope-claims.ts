import type { CutText, Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { NamedThing, ScopeClause, ScopeTopic } from './scope-clauses.ts';

/** What one clause says to be in trouble. */
export interface Claim {
  readonly of: 'foreign' | 'ours' | 'both';
  /** Which foreign thing. */
  readonly topic: ScopeTopic | undefined;
  /** A hint, which counts only where nothing of ours is named. */
  readonly weak: boolean;
  /** It is told as a consequence of the trouble before. */
  readonly follows: boolean;
  readonly hits: readonly Hit[];
}

/** What a letter says to be in trouble, clause by clause; a clause without a subject goes on with the last. */
export function claimsIn(clauses: readonly ScopeClause[], words: WordLists): readonly Claim[] {
  const claims: Claim[] = [];
  let spokenOf: NamedThing['of'] | undefined;
  let ofClauseBefore: Claim | undefined;
  for (const clause of clauses) {
    const known = claims.some(({ of }) => of === 'foreign');
    const isSure = claims.some(({ of, weak }) => of === 'foreign' && !weak);
    const claim = claimOf(clause, spokenOf, words) ?? (known ? triggerOf(clause, spokenOf) : undefined);
    if (clause.explains && claim?.of === 'foreign' && ofClauseBefore?.of === 'ours') {
      claims[claims.length - 1] = { ...ofClauseBefore, follows: true };
    }
    ofClauseBefore = undefined;
    if (claim !== undefined) {
      const hits = adjoined(clause.cut, claim.hits);
      ofClauseBefore = { ...claim, hits, follows: known && isConsequence(clause, words) };
      claims.push(ofClauseBefore);
    }
    // What stands in documents is no new subject where another thing is in trouble.
    const subject = clause.things.findLast(
      (thing) => !thing.aside && (!isSure || thing.role !== 'contents'),
    )?.of;
    spokenOf = claim === undefined || claim.of === 'both' ? (subject ?? spokenOf) : (claim.topic ?? 'ours');
  }
  return claims;
}

/** What every program has says nothing of ours. */
export function namesOurs({ of, hit }: NamedThing): boolean {
  return of === 'ours' && !/^\s?(?:файл|спис|окн|таблиц|file|list)/iu.test(hit.text);
}

/** «Не печатает» and «принтер» beside each other are one piece of evidence. */
function adjoined({ text }: CutText, hits: readonly Hit[]): readonly Hit[] {
  const joint: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from)) {
    const last = joint.at(-1);
    if (last !== undefined && text.slice(last.to, hit.from).trim() === '') {
      const to = Math.max(last.to, hit.to);
      joint[joint.length - 1] = { from: last.from, to, text: text.slice(last.from, to) };
    } else joint.push(hit);
  }
  return joint;
}

type Said = Omit<Claim, 'follows'>;

function claimOf(
  clause: ScopeClause,
  spokenOf: NamedThing['of'] | undefined,
  words: WordLists,
): Said | undefined {
  const { told, things, troubles, ourTroubles, showsMessage } = clause;
  if (told !== undefined) {
    const topic = topicTold(told.topic, clause, spokenOf);
    const isOfHost = things.some(({ role }) => role === 'host') && !things.some(isOurProgram);
    return said('foreign', topic, topic === 'thirdParty' && !isOfHost, [told.hit]);
  }
  const foreign = things.filter(isForeign);
  const ours = things.filter(({ of }) => of === 'ours');
  const isTrouble = troubles.length > 0 || ourTroubles.length > 0;
  if (!isTrouble && !(showsMessage && ours.length === 0)) return wishOf(clause, foreign, ours, words);
  const main = foreign.find(({ aside }) => !aside) ?? foreign[0];
  const hits = [...foreign.map(({ hit }) => hit), ...troubles, ...ourTroubles];
  if (main !== undefined) return foreignClaim(clause, main, ours, spokenOf, hits);
  if (ours.length > 0) return said('ours', undefined, false, hits);
  return isTrouble ? carriedOn(clause, spokenOf, hits) : undefined;
}

function isOurProgram({ of, role }: NamedThing): boolean {
  return of === 'ours' && role !== 'contents';
}

type ForeignThing = NamedThing & { readonly of: ScopeTopic };

function isForeign(thing: NamedThing): thing is ForeignThing {
  return thing.of !== 'ours';
}

/** @param main the foreign thing that the trouble most likely happens to */
function foreignClaim(
  clause: ScopeClause,
  main: ForeignThing,
  ours: readonly NamedThing[],
  spokenOf: NamedThing['of'] | undefined,
  hits: readonly Hit[],
): Said {
  const { troubles, ourTroubles } = clause;
  if (ours.length > 0) {
    const of = ofBoth(clause, main, ours);
    return said(of, of === 'ours' ? undefined : main.of, false, hits);
  }
  const doubtful = ourTroubles.length > 0 || (main.aside && spokenOf === 'ours');
  // «В браузере не открывается ссылка», «зависает на трёх ПК»: what is not named may be ours.
  const isAnywhere = COMPUTER.test(main.hit.text) || (main.role === 'host' && main.of === 'thirdParty');
  const unnamed = main.aside && isAnywhere;
  const isHint = main.aside || main.role === 'host' || troubles.length === 0;
  const weak = isHint || (main.of === 'thirdParty' && isDoneToOurs(troubles));
  return said(doubtful || unnamed ? 'both' : 'foreign', main.of, weak, hits);
}

/** Where all programs run. */
const COMPUTER = /^\s{0,3}(?:комп|пк|ноут|моноблок|computer|pcs?(?!\p{L})|laptop|workstation)/iu;

/** «Компьютер зависает, когда провожу документ»: what brings the trouble about is ours. */
function triggerOf({ cut, things }: ScopeClause, spokenOf: NamedThing['of'] | undefined): Said | undefined {
  const ours = things.filter(({ of }) => of === 'ours');
  if (spokenOf === undefined || spokenOf === 'ours' || ours.length === 0 || !TRIGGER.test(cut.text))
    return undefined;
  return said(
    'both',
    spokenOf,
    false,
    ours.map(({ hit }) => hit),
  );
}

const TRIGGER =
  /^\s{0,3}(?:как\sтолько|когда|если|при|после|каждый\sраз|стоит|when|whenever|if|as\ssoon\sas|every\stime|each\stime|once|while)(?!\p{L})/iu;

/** Lamps blink at routers, too. */
function topicTold(
  topic: ScopeTopic,
  { things }: ScopeClause,
  spokenOf: NamedThing['of'] | undefined,
): ScopeTopic {
  if (topic !== 'workstation') return topic;
  const of = things.find((thing) => thing.of !== 'ours')?.of ?? spokenOf;
  return of === undefined || of === 'ours' ? topic : of;
}

function said(of: Claim['of'], topic: ScopeTopic | undefined, weak: boolean, hits: readonly Hit[]): Said {
  return { of, topic, weak, hits };
}

/** «Принтер» is the subject, «не печатает» all of the letter: what is told goes on where no other is named before. */
function carriedOn(
  { cut, troubles, ourTroubles }: ScopeClause,
  spokenOf: NamedThing['of'] | undefined,
  hits: readonly Hit[],
): Said | undefined {
  if (spokenOf === undefined) return undefined;
  if (spokenOf === 'ours') return said('ours', undefined, false, hits);
  const start = [...troubles, ...ourTroubles].reduce(
    (first, { from }) => Math.min(first, from),
    cut.text.length,
  );
  if (cut.words.filter(({ to }) => to <= start).length > CARRIED_WORDS) return undefined;
  return said(ourTroubles.length > 0 ? 'both' : 'foreign', spokenOf, true, hits);
}

/** More words before a trouble name what it happens to, though no list knows it. */
const CARRIED_WORDS = 2;

/** «Принтер не печатает ведомость» is the printer's, «документ не уходит в СУФД» is ours; most are either's. */
function ofBoth(clause: ScopeClause, main: NamedThing, ours: readonly NamedThing[]): Claim['of'] {
  const ourSubject = ours.find(({ aside }) => !aside);
  if (main.aside) return ourSubject === undefined ? 'both' : 'ours';
  if (ourSubject !== undefined && ourSubject.hit.from < main.hit.from) return 'both';
  const [trouble] = clause.troubles;
  if (main.of === 'thirdParty' || clause.ourTroubles.length > 0 || trouble === undefined) return 'both';
  if (main.of !== 'workstation') return 'foreign';
  const isObject = ours.every(({ aside, hit }) => !aside && hit.from > trouble.from);
  return isObject && main.hit.from < trouble.from && !isDoneToOurs([trouble]) ? 'foreign' : 'both';
}

function isDoneToOurs(troubles: readonly Hit[]): boolean {
  return troubles.some(({ text }) => DONE_TO_OURS.test(text));
}

/** What one program does to another's files. */
const DONE_TO_OURS =
  /^(?:блокир|заблокир|удал|ругает|не видит|не (?:прин|откры|загру)\p{L}{0,12}(?<!ся)$|blocks|deletes|deleted|blocked|rejects|refuses|does(?:n.t| not) see)/iu;

/** «Подскажите, как в Excel закрепить строку», «настройте принтер». */
function wishOf(
  { cut }: ScopeClause,
  foreign: readonly ForeignThing[],
  ours: readonly NamedThing[],
  words: WordLists,
): Said | undefined {
  const wishes = words('foreignWishes').hits(cut);
  const wanted = foreign.find((thing) => isWanted(thing, cut));
  if (wanted === undefined || ours.length > 0 || wishes.length === 0) return undefined;
  return said('foreign', wanted.of, true, [...wishes, wanted.hit]);
}

/** Of a system one asks how to do something in it; to a network one asks to be connected. */
function isWanted({ of, role, aside, hit }: ForeignThing, { text }: CutText): boolean {
  if (of === 'thirdParty') return role === 'host' || (role === 'system' && !aside);
  if (!aside) return true;
  return (
    of !== 'workstation' && TO.test(text.slice(0, hit.from)) && /подключ|доступ|connect|access/iu.test(text)
  );
}

const TO = /(?<!\p{L})(?:ко?|во?|to)\s(?:\p{L}{1,12}\s)?$/iu;

const INABILITY =
  /^(?:не мо[гж]|не получ|не уда|не попа|не зай|не вой|не откры|cannot|can.t|unable|does(?:n.t| not) see)/iu;

/** «Поэтому программа не работает», «не могу отправить заявку». */
function isConsequence({ cut, troubles, ourTroubles }: ScopeClause, words: WordLists): boolean {
  if (words('consequences').hits(cut).length > 0) return true;
  const isOfPerson = ({ text, to }: Hit) =>
    INABILITY.test(text) && !/^\s{1,3}be\s/i.test(cut.text.slice(to, to + 6));
  return troubles.length > 0 && ourTroubles.length === 0 && troubles.every(isOfPerson);
}
