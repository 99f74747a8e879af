import type { NamedThing, ScopeClause } from './scope-clauses.ts';

/**
 * «В 1С не проводится документ»: where a letter names nothing of ours, what it tells of a system of another maker, and
 * of the documents in it, is that system's, though ours has such documents as well.
 */
export function withTheirOwn(clauses: readonly ScopeClause[]): readonly ScopeClause[] {
  const namesOurs = clauses.some(({ things }) =>
    things.some(({ of, role }) => of === 'ours' && role !== 'contents'),
  );
  if (namesOurs) return clauses;
  let goesOn = false;
  return clauses.map((clause) => {
    const system = clause.things.find(({ role }) => role === 'system');
    const isTheirs = system === undefined ? goesOn && PRONOUN.test(clause.cut.text) : isTold(clause, system);
    goesOn = isTheirs;
    return isTheirs ? told(clause, system) : clause;
  });
}

/** «И она посчитала неверно», "it says". */
const PRONOUN = /^\s{0,3}(?:(?:и|и\sтеперь|and)\s)?(?:он|она|оно|они|там|it|there|they)(?!\p{L})/iu;

/** The system does something, or something is done in it; documents that come and go may be made by us. */
function isTold({ cut }: ScopeClause, { aside, hit }: NamedThing): boolean {
  const before = cut.text.slice(Math.max(0, hit.from - 24), hit.from);
  const behind = cut.text.slice(hit.to);
  if (AS_IN.test(cut.text.slice(0, hit.from)) && !/\p{L}/u.test(behind)) return false;
  if (ONCE.test(cut.text) || COMES_AND_GOES.test(cut.text)) return false;
  return !aside || PLACE.test(before);
}

/** «Через СБИС», «на сайте ЕИС» is where our documents may go, too. */
const PLACE = /(?<!\p{L})(?:во?|in|inside)\s{1,3}(?:(?:наш|сам|our|the)\p{L}{0,3}\s{1,3})?["«“]?$/iu;

/** «Сделайте, как в 1С». */
const AS_IN = /(?<!\p{L})(?:как|like|as)\s(?:[\p{L}]{1,4}\s){0,2}["«“]?$/iu;

/** «Раньше в 1С считалось верно»: they are compared. */
const ONCE =
  /(?<!\p{L})(?:раньше|прежде|прежней|верно\sже|сходится|совпада|расход|отлича|сравн|differ|compar|formerly|used\sto|matches)/iu;

const COMES_AND_GOES =
  /(?<!\p{L})(?:отправ|публик|опублик|размещ|размест|уход|уше?л|переда|поступ|приход|приш|проход|прош[её]?л|попад|перенос|перен[её]с|подтяг|возвра|вернул|отверг|отклон|принима|принял|встал|arriv|reject|refus|accept|send|sent|transfer|returned|reach|publish)/iu;

/** What was the documents' trouble is the system's now. */
function told(clause: ScopeClause, system: NamedThing | undefined): ScopeClause {
  const things = clause.things
    .filter(({ of }) => of !== 'ours')
    .map((thing) => (thing === system ? { ...thing, aside: false } : thing));
  return { ...clause, things, troubles: [...clause.troubles, ...clause.ourTroubles], ourTroubles: [] };
}
