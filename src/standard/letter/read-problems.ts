import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { impolite } from './items/question.ts';
import { keptByText } from './kept-by-text.ts';
import type { Mail } from './mail.ts';
import { type RequestWords, requestWords } from './request-words.ts';
import { tellsOfPlace } from './story.ts';
import { placeOf } from './subtype.ts';
import { type Sign, signsOf } from './weigh-kind.ts';

/** How many problems a letter holds (5.1), and where each begins. */
export interface ProblemsReading {
  readonly count: number;
  /** The words with which each problem begins, where there are several. */
  readonly evidence: readonly string[];
}

/** How surely something new begins: after «второй вопрос», in a numbered list, after «также». */
type Start = 'announced' | 'numbered' | 'added';

interface Piece {
  readonly start: Start;
  readonly cut: CutText;
  /** The signs that surely tell of something wrong, asked or wished for. */
  readonly signs: readonly Sign[];
}

/** Steps, participants, parameters and documents with the same fault are one problem. */
export function readProblems(mail: Pick<Mail, 'subject' | 'body'>, words: WordLists): ProblemsReading {
  const problems = problemsIn(requestWords(mail, words), words);
  return problems.length < 2
    ? { count: 1, evidence: [] }
    : { count: problems.length, evidence: problems.map(beginning) };
}

/** The words of each problem, where there are several; else of none. */
export function problemsIn(request: RequestWords, words: WordLists): readonly CutText[] {
  return problemsOf(`${request.subject.replaceAll('\n', ' ')}\n${request.text.text}`, words, request.text);
}

const problemsOf = keptByText((whole: string, words: WordLists, text: CutText): readonly CutText[] => {
  const announced = words('severalProblems').hits(cutText(whole)).length > 0;
  const pieces = telling(
    piecesOf(text, words).map((piece) => withSigns(piece, words)),
    announced,
  );
  const problems: Piece[] = [];
  for (const piece of pieces) if (isAnother(piece, problems, announced, words)) problems.push(piece);
  const [opening] = pieces;
  const isUncounted = opening !== undefined && opening !== problems[0] && tellsOfPlace(opening.cut, words);
  const opens = isUncounted && !FIRST.test(problems[0]?.cut.text ?? '');
  const all = opens && problems.length > 0 ? [opening, ...problems] : problems;
  return all.length < 2 ? [] : all.map(({ cut }) => cut);
});

/** A list in which hardly an item tells of something by itself is one of steps, or of participants. */
function telling(pieces: readonly Piece[], announced: boolean): readonly Piece[] {
  const items = pieces.filter(({ start }) => start === 'numbered');
  const told = items.filter(({ signs }) => signs.length > 0).length;
  const goesOn = pieces.some(({ start }) => start === 'announced');
  const isList = announced || goesOn || (told >= 2 && told * 2 >= items.length);
  return isList ? pieces : pieces.filter(({ start }) => start !== 'numbered');
}

/** What begins so is the first, whatever stands before it. */
const FIRST = /^[\s(-]{0,4}(?:по\s)?(?:во-перв|перв|first|1|[aа]\))/iu;

/** Where a sentence or a line begins. */
const SENTENCE_START = /(?:^|[.!?;…)\n]\s{0,3})[\s"«(]{0,3}(?:(?:и|а|ну и|and|but|oh,? and)[\s,]{1,2})?$/iu;
const NUMBER = /^[ \t]{0,8}(?:\(?\d{1,2}[.)](?!\d)|[-–—•*·][ \t])[ \t]{0,3}/gmu;

interface Cutting {
  readonly from: number;
  readonly start: Start;
}

function piecesOf(
  text: CutText,
  words: WordLists,
): readonly { readonly start: Start; readonly cut: CutText }[] {
  const begins = (from: number) => SENTENCE_START.test(text.text.slice(Math.max(0, from - 14), from));
  const heard = (list: string, start: Start): readonly Cutting[] =>
    words(list)
      .hits(text)
      .filter(({ from }) => begins(from))
      .map(({ from }) => ({ from, start }));
  const numbers = [...text.text.matchAll(NUMBER)]
    .filter(({ index }) => !isStep(text, index, words))
    .map(({ index }) => ({ from: index, start: 'numbered' as const }));
  const cuttings = [
    { from: 0, start: 'added' as const },
    ...heard('problemStarts', 'announced'),
    ...heard('problemAdditions', 'added'),
    ...numbers,
  ].sort((a, b) => a.from - b.from);
  // «2) Отдельно прошу»: what begins twice begins once, and as surely as the surer of the two.
  const single = cuttings.filter(({ from }, index) => !isSameStart(text, cuttings[index - 1]?.from, from));
  return single.map(({ from, start }, index) => {
    const next = single[index + 1]?.from;
    const starts = cuttings.filter((one) => one.from >= from && (next === undefined || one.from < next));
    const surest = starts.some((one) => one.start === 'announced') ? 'announced' : start;
    return { start: surest, cut: cutText(text.text.slice(from, next)) };
  });
}

/** «Порядок действий: 1. … 2. …»: what happens in the last step is no problem of its own. */
function isStep(text: CutText, at: number, words: WordLists): boolean {
  return words('stepHeadings')
    .hits(text)
    .some(({ to }) => to <= at && !BLANK_LINE.test(text.text.slice(to, at).trimEnd()));
}

const BLANK_LINE = /\n[ \t]{0,8}\n/u;

function isSameStart({ text }: CutText, before: number | undefined, from: number): boolean {
  return before !== undefined && before > 0 && !/\p{L}/u.test(text.slice(before, from));
}

/** Lists that surely tell of something by themselves. */
const TELLING = ['faults', 'wishes', 'questions', 'recordRequests', 'administrationRequests'];

function withSigns(piece: Omit<Piece, 'signs'>, words: WordLists): Piece {
  return { ...piece, signs: signsOf(piece.cut, words).filter(({ list }) => TELLING.includes(list)) };
}

/** So few words say nothing of their own. */
const STORY_WORDS = 5;

function isAnother(piece: Piece, before: readonly Piece[], announced: boolean, words: WordLists): boolean {
  if (impolite(piece.cut, words) < STORY_WORDS && piece.signs.length === 0) return false;
  const trusted = piece.start === 'announced' || (announced && piece.start === 'numbered');
  if (before.length > 0 && FIRST.test(piece.cut.text)) return false;
  if (piece.signs.length === 0) return trusted;
  if (piece.start === 'added' && before.length > 0 && words('sameAgain').hits(piece.cut).length > 0)
    return false;
  if (before.length === 0 || trusted) return true;
  return before.every((other) => isUnlike(piece, other, words));
}

/** Another kind of thing, or another fault in another place. */
function isUnlike(piece: Piece, other: Piece, words: WordLists): boolean {
  const kinds = (one: Piece) => new Set(one.signs.map(({ kind }) => kind));
  const shared = [...kinds(piece)].filter((kind) => kinds(other).has(kind));
  if (shared.length === 0) return true;
  if (shared.includes('consultation')) return true;
  // What is to be changed about one thing is often listed.
  if (shared.includes('changeRequest')) return piece.start === 'added' && isElsewhere(piece, other, words);
  const said = new Set(other.signs.map(stemOf));
  return !piece.signs.some((sign) => said.has(stemOf(sign)));
}

/** A wish that names no place of its own is about the same thing. */
function isElsewhere(piece: Piece, other: Piece, words: WordLists): boolean {
  const named = place(piece, words);
  return named !== 'unclear' && named !== place(other, words);
}

function place({ cut, signs }: Piece, words: WordLists): string {
  return placeOf(cut, 0, signs, words);
}

/** Endings differ: «не проводится» акт, «не проводятся» акты. */
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 5;

function stemOf({ text }: Sign): string {
  const said = text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\d]{1,3}$/u, '');
  return said.slice(0, Math.max(SHORTEST_STEM, said.length - LONGEST_ENDING));
}

const FIRST_WORDS = 6;

function beginning(cut: CutText): string {
  const last = cut.words[Math.min(FIRST_WORDS, cut.words.length) - 1];
  return cut.text.slice(cut.words[0]?.from ?? 0, last?.to).trim();
}
