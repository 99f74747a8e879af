import type { CutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { textsOf } from './request-letter.ts';
import { type Claim, claimsIn, namesOurs } from './scope-claims.ts';
import { type ScopeClause, type ScopeTopic, scopeClauses } from './scope-clauses.ts';
import { withTheirOwn } from './scope-systems.ts';

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
  const clauses = withTheirOwn(scopeClauses(cut.text, words));
  const claims = claimsIn(clauses, words).filter(
    ({ topic }) => topic === undefined || !isCleared(clauses, topic, words),
  );
  const foreign = claims.filter(({ of }) => of !== 'ours');
  if (foreign.length === 0) return { topic: 'none', evidence: [] };
  const evidence = textsOf(foreign.flatMap(({ hits }) => hits));
  const ours = claims.some(({ of, follows }) => of === 'ours' && !follows);
  const strong = strongCause(foreign);
  const disputed = ours || foreign.some(({ of, follows }) => of === 'both' && !follows);
  const cause = strong ?? likelyCause(foreign, clauses, words);
  const excused = isOursFine(clauses, words) || isShared(clauses, words);
  const several = ours && words('furtherMatters').hits(cut).length > 0;
  const pointsToUs = words('scopeClearings').hits(cut).length > 0;
  const inOurs =
    cause?.weak === true &&
    !isOfTheirSystem(cause, clauses) &&
    SIGNS_OF_OURS.some((list) => words(list).hits(cut).length > 0);
  if (cause?.topic !== undefined && !pointsToUs && !several && !inOurs && (!disputed || excused)) {
    return { topic: cause.topic, evidence };
  }
  return ours && (strong === undefined || pointsToUs)
    ? { topic: 'none', evidence: [] }
    : { topic: 'unsure', evidence };
}

/** «Как в 1С поправить отпускные?»: documents and reports of a letter that names nothing of ours are that system's. */
function isOfTheirSystem({ topic }: Claim, clauses: readonly ScopeClause[]): boolean {
  const things = clauses.flatMap((clause) => clause.things);
  return (
    topic === 'thirdParty' &&
    things.some(({ role }) => role === 'system') &&
    !things.some(({ of, role }) => of === 'ours' && role !== 'contents')
  );
}

/** Where no site loads and the connection is gone, that is why. */
function strongCause(foreign: readonly Claim[]): Claim | undefined {
  const strong = foreign.filter(({ of, weak }) => of === 'foreign' && !weak);
  return strong.find(({ topic }) => topic === 'internet') ?? strong[0];
}

/** Where people do something in our product, or speak of what is in it, a hint at another's trouble is no cause. */
const SIGNS_OF_OURS = [
  'documentSigns',
  'directorySigns',
  'reportWords',
  'reportSigns',
  'routeWords',
  'routeSigns',
];

/** What is told by a hint only, where nothing of ours is named, or where ours is said to work. */
function likelyCause(
  foreign: readonly Claim[],
  clauses: readonly ScopeClause[],
  words: WordLists,
): Claim | undefined {
  if (isOursFine(clauses, words)) return foreign[0];
  const oursIsNamed = clauses.some(
    ({ cut, things }) => things.some(namesOurs) && words('consequences').hits(cut).length === 0,
  );
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

/** «Интернет проверяли, нормальный»: a thing of this topic is said to be all right. */
function isCleared(clauses: readonly ScopeClause[], topic: ScopeTopic, words: WordLists): boolean {
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
const OTHERS = /(?<!\p{L})(?:друг|сосед|остальн|втор|прочи|other|another|next|second)/iu;
