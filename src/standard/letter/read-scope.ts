import type { CutText, Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { textsOf } from './request-letter.ts';
import { type NamedThing, type ScopeClause, type ScopeTopic, scopeClauses } from './scope-clauses.ts';

export type { ScopeTopic } from './scope-clauses.ts';

export interface ScopeReading {
  readonly topic: ScopeTopic | 'none' | 'unsure';
  readonly evidence: readonly string[];
}

/**
 * Whether a letter is about something that the desk does not do.
 *
 * A mention is not a cause: «выгрузка в Excel пустая» is our error, «Excel не запускается» is not. Clause by clause is
 * looked for what the trouble happens to. Out of scope is a trouble of a foreign thing in a letter where nothing of
 * ours has one, but as its consequence («нет интернета, программа тоже не работает»), and where nothing clears the
 * thing. Whatever could be either is unsure.
 */
export function readScope(cut: CutText, words: WordLists): ScopeReading {
  const clauses = scopeClauses(cut.text, words);
  const claims = claimsIn(clauses, words).filter(
    ({ topic }) => topic === undefined || !isCleared(clauses, topic, words),
  );
  const foreign = claims.filter(({ of }) => of !== 'ours');
  if (foreign.length === 0) return { topic: 'none', evidence: [] };
  const evidence = textsOf(foreign.flatMap(({ hits }) => hits));
  const ours = claims.some(({ of, follows }) => of === 'ours' && !follows);
  const strong = foreign.find(({ of, weak }) => of === 'foreign' && !weak);
  const disputed = ours || foreign.some(({ of }) => of === 'both');
  const cause = strong ?? likelyCause(foreign, clauses, words);
  const excused = isOursFine(clauses, words) || isShared(clauses, words);
  const several = ours && words('furtherMatters').hits(cut).length > 0;
  const pointsToUs = words('scopeClearings').hits(cut).length > 0;
  const inOurs = cause?.weak === true && SIGNS_OF_OURS.some((list) => words(list).hits(cut).length > 0);
  if (cause?.topic !== undefined && !pointsToUs && !several && !inOurs && (!disputed || excused)) {
    return { topic: cause.topic, evidence };
  }
  return ours && (strong === undefined || pointsToUs)
    ? { topic: 'none', evidence: [] }
    : { topic: 'unsure', evidence };
}

/** Where people do something in our product, or speak of what is in it, a hint at another's trouble is no cause. */
const SIGNS_OF_OURS = [
  'documentSigns',
  'directorySigns',
  'reportWords',
  'reportSigns',
  'routeWords',
  'routeSigns',
  'stepWords',
];

/** What is told by a hint only, where nothing of ours is named, or where ours is said to work. */
function likelyCause(
  foreign: readonly Claim[],
  clauses: readonly ScopeClause[],
  words: WordLists,
): Claim | undefined {
  if (isOursFine(clauses, words)) return foreign[0];
  const oursIsNamed = clauses.some(({ things }) => things.some(({ of }) => of === 'ours'));
  return oursIsNamed ? undefined : foreign.find(({ of }) => of === 'foreign');
}

/** «Ваша программа работает, а 1С нет». */
function isOursFine(clauses: readonly ScopeClause[], words: WordLists): boolean {
  return clauses.some(
    ({ cut, things, troubles, ourTroubles }) =>
      troubles.length === 0 &&
      ourTroubles.length === 0 &&
      things.some(({ of, hit }) => of === 'ours' && OURS.test(hit.text)) &&
      words('fineWords').hits(cut).length > 0,
  );
}

const OURS = /^\s{0,2}(?:ваш|программ|комплекс|your|program)/iu;

/** «Ни из Word», «у соседней школы тоже»: the trouble is not ours alone. */
function isShared(clauses: readonly ScopeClause[], words: WordLists): boolean {
  return clauses.some(
    ({ cut, things }) =>
      !things.some(({ of, aside }) => of === 'workstation' && !aside) &&
      !things.some(({ of, aside, hit }) => of === 'ours' && !aside && !OURS.test(hit.text)) &&
      words('sharedTroubles').hits(cut).length > 0,
  );
}

/** What one clause says to be in trouble. */
interface Claim {
  readonly of: 'foreign' | 'ours' | 'both';
  /** Which foreign thing. */
  readonly topic: ScopeTopic | undefined;
  /** A hint, which counts only where nothing of ours is named. */
  readonly weak: boolean;
  /** It is told as a consequence of the trouble before. */
  readonly follows: boolean;
  readonly hits: readonly Hit[];
}

export function claimsIn(clauses: readonly ScopeClause[], words: WordLists): readonly Claim[] {
  const claims: Claim[] = [];
  let spokenOf: NamedThing['of'] | undefined;
  for (const clause of clauses) {
    const claim = claimOf(clause, spokenOf, words);
    if (claim !== undefined) {
      const known = claims.some(({ of }) => of === 'foreign');
      const hits = adjoined(clause.cut, claim.hits);
      claims.push({ ...claim, hits, follows: known && isConsequence(clause, words) });
    }
    const subject = clause.things.findLast(({ aside }) => !aside)?.of;
    spokenOf = claim === undefined || claim.of === 'both' ? (subject ?? spokenOf) : (claim.topic ?? 'ours');
  }
  return claims;
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
  const { told, things, troubles, ourTroubles } = clause;
  if (told !== undefined) return said('foreign', told.topic, false, [told.hit]);
  const foreign = things.filter(({ of }) => of !== 'ours');
  const ours = things.filter(({ of }) => of === 'ours');
  if (troubles.length === 0 && ourTroubles.length === 0) return wishOf(clause, foreign, ours, words);
  const hits = [...foreign.map(({ hit }) => hit), ...troubles, ...ourTroubles].toSorted(
    (a, b) => a.from - b.from,
  );
  const subject = foreign.find(({ aside }) => !aside);
  const main = subject ?? foreign[0];
  if (main === undefined)
    return ours.length > 0 ? said('ours', undefined, false, hits) : carriedOn(clause, spokenOf, hits);
  const topic = main.of === 'ours' ? undefined : main.of;
  if (ours.length > 0) {
    const of = ofBoth(clause, main, ours);
    return said(of, of === 'ours' ? undefined : topic, false, hits);
  }
  const doubtful = ourTroubles.length > 0 || (subject === undefined && spokenOf === 'ours');
  return said(doubtful ? 'both' : 'foreign', topic, subject === undefined || main.hosts, hits);
}

function said(of: Claim['of'], topic: ScopeTopic | undefined, weak: boolean, hits: readonly Hit[]): Said {
  return { of, topic, weak, hits };
}

/** «Принтер» is the subject, «не печатает» all of the letter. */
function carriedOn(
  { ourTroubles }: ScopeClause,
  spokenOf: NamedThing['of'] | undefined,
  hits: readonly Hit[],
): Said | undefined {
  if (spokenOf === undefined) return undefined;
  if (spokenOf === 'ours') return said('ours', undefined, false, hits);
  return said(ourTroubles.length > 0 ? 'both' : 'foreign', spokenOf, true, hits);
}

/** «Принтер не печатает ведомость» is the printer's, «документ не уходит в СУФД» is ours; most are either's. */
function ofBoth(clause: ScopeClause, main: NamedThing, ours: readonly NamedThing[]): Claim['of'] {
  if (main.aside) return ours.some(({ aside }) => !aside) ? 'ours' : 'both';
  const [trouble] = clause.troubles;
  if (main.of === 'thirdParty' || clause.ourTroubles.length > 0 || trouble === undefined) return 'both';
  if (main.of !== 'workstation') return 'foreign';
  const isObject = ours.every(({ aside, hit }) => !aside && hit.from > trouble.from);
  return isObject && main.hit.from < trouble.from && !DONE_TO_OURS.test(trouble.text) ? 'foreign' : 'both';
}

/** What one program does to another's files. */
const DONE_TO_OURS =
  /^(?:блокир|заблокир|удал|ругает|не видит|не прин|не откры|blocks|deletes|deleted|blocked)/iu;

/** «Подскажите, как в Excel закрепить строку», «настройте принтер». */
function wishOf(
  { cut }: ScopeClause,
  foreign: readonly NamedThing[],
  ours: readonly NamedThing[],
  words: WordLists,
): Said | undefined {
  const wishes = words('foreignWishes').hits(cut);
  const wanted = foreign.find(({ of, hosts, aside }) => (of === 'thirdParty' ? hosts : !aside));
  if (wanted === undefined || wanted.of === 'ours' || ours.length > 0 || wishes.length === 0)
    return undefined;
  return said('foreign', wanted.of, true, [...wishes, wanted.hit]);
}

const INABILITY =
  /^(?:не мо[гж]|не получ|не уда|не попа|не зай|не вой|не откры|cannot|can.t|unable|does(?:n.t| not) see)/iu;

/** «Поэтому программа не работает», «не могу отправить заявку». */
function isConsequence({ cut, troubles, ourTroubles }: ScopeClause, words: WordLists): boolean {
  if (words('consequences').hits(cut).length > 0) return true;
  const isOfPerson = ({ text, to }: Hit) =>
    INABILITY.test(text) && !/^\s{1,3}be\s/i.test(cut.text.slice(to, to + 6));
  return ourTroubles.length === 0 && troubles.every(isOfPerson);
}

/** «Интернет проверяли, нормальный»: a thing of this topic is said to be all right. */
export function isCleared(clauses: readonly ScopeClause[], topic: ScopeTopic, words: WordLists): boolean {
  return clauses.some(
    ({ cut, things, troubles, told }) =>
      troubles.length === 0 &&
      told === undefined &&
      things.some(({ of, aside }) => of === topic && !aside) &&
      words('fineWords').hits(cut).length > 0 &&
      !OTHERS.test(cut.text),
  );
}

/** «Соседний принтер работает» says nothing of this one. */
const OTHERS = /(?<!\p{L})(?:друг|сосед|остальн|втор|other|another|next|second)/iu;
