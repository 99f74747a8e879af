import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** What looks like a path of the navigator; some are written so that they may be something else. */
export interface PathReading {
  readonly surely: readonly string[];
  readonly perhaps: readonly string[];
}

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */

/** Addresses and places on a disk are written with the same signs. */
const ELSEWHERE = [
  /(?:https?:|ftp:|www\.)[^\s]{1,400}/giu,
  /(?<![\p{L}\d])[a-z]:[\\/][^\n,;)"»<>|]{0,200}/giu,
  /(?<=^|[\s("«])\\\\[\w.-]{2,60}\\[^\n,;)"»]{0,200}/gmu,
];

/** A line that goes on with such a sign, or ends with one, is one path with its neighbour. */
const BROKEN_LINES = /(?<=[→⟶⇒➔➜▸▶›\\|]) {0,4}\n\s{0,6}|\s{0,4}\n\s{0,6}(?=[→⟶⇒➔➜▸▶›\\])/gu;

const BACKSLASH = /\\{1,2}/gu;
const ARROW = /[→⟶⇒➔➜▸▶›]|[-=–—]{0,2}>{1,3}|\|{1,2}| »{1,2} |:{2}/gu;
const SLASH = /[/⁄]/gu;
const DASH = /\s[-–—]{1,2}\s/gu;

/** Longer lines than this are no path, and are looked at in front only. */
const LONGEST_LINE = 2000;
const MOST_WORDS = 9;

/** Looks for paths line by line, by the signs that they are written with. */
export function pathsIn(text: string, words: WordLists): PathReading {
  const cleaned = ELSEWHERE.reduce((rest, pattern) => rest.replace(pattern, '  '), text).replace(
    BROKEN_LINES,
    ' ',
  );
  const surely: string[] = [];
  const perhaps: string[] = [];
  for (const raw of cleaned.split('\n')) {
    const line = raw.slice(0, LONGEST_LINE);
    for (const way of WAYS) {
      for (const run of runsIn(line, way.sign)) {
        const verdict = way.judge(run.segments, words);
        if (verdict === 'surely') surely.push(run.text);
        if (verdict === 'perhaps') perhaps.push(run.text);
      }
    }
  }
  return { surely, perhaps };
}

interface Run {
  readonly segments: readonly string[];
  readonly text: string;
}

/** Pieces of a line between the same signs, as long as each of them may be the name of a place. */
function runsIn(line: string, sign: RegExp): readonly Run[] {
  const signs = [...line.matchAll(sign)];
  if (signs.length === 0) return [];
  const bounds = [0, ...signs.map(({ index, 0: { length } }) => index + length)];
  const pieces = bounds.map((from, index) => ({ from, to: signs[index]?.index ?? line.length }));
  const runs: Run[] = [];
  let open: { from: number; to: number }[] = [];
  const close = () => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined && open.length > 1) {
      const segments = open.map(({ from, to }) => nameIn(line.slice(from, to)));
      segments.push(firstWords(segments.pop() ?? ''));
      runs.push({ segments, text: line.slice(first.from, last.to).trim() });
    }
    open = [];
  };
  for (const piece of pieces) {
    const text = line.slice(piece.from, piece.to);
    const { from, to } = open.length === 0 ? headOf(text, piece.from) : { from: piece.from, to: piece.to };
    const end = sentenceEnd(line.slice(from, to));
    if (end === undefined) open.push({ from, to });
    else {
      if (open.length > 0) open.push({ from, to: from + end });
      close();
      // What stands behind the end of a sentence may begin the next path.
      const rest = headOf(text, piece.from);
      open = [rest];
    }
  }
  close();
  return runs;
}

/** Where a name ends that is followed by prose; `undefined` when all of it may be the name. */
function sentenceEnd(text: string): number | undefined {
  const end = /[!?;:,(]|(?<!\d)\.(?=\s{1,3}\p{Lu}|\s{0,3}$)|[»"](?=[\s,.)])|\s[-–—]\s/u.exec(
    text.replace(/^[\s«"“*_]{1,6}/u, (lead) => ' '.repeat(lead.length)),
  );
  if (end !== null && /[\p{L}\d]/u.test(text.slice(0, end.index))) return end.index;
  const names = [...text.matchAll(/\S{1,60}/gu)];
  const tooMany = names[MOST_WORDS];
  return tooMany === undefined ? undefined : (names[5]?.index ?? text.length);
}

/** The name at the end of what stands before the first sign: behind a colon, a bracket, a sentence. */
function headOf(text: string, offset: number): { from: number; to: number } {
  const ends = [...text.matchAll(/[:;,(!?]|\.(?=\s)|[«"“](?=\s{0,2}[\p{L}*_])|\s[-–—]\s/gu)];
  const last = ends.at(-1);
  let from = last === undefined ? 0 : last.index + last[0].length;
  const names = [...text.slice(from).matchAll(/\S{1,60}/gu)];
  const tail = names.at(-5);
  if (tail !== undefined) from += tail.index;
  return { from: offset + from, to: offset + text.length };
}

/** «Отчёты / Регламентированные / 0503738»: a form may be named by its number alone. */
const FORM_NUMBER = /^\s{0,3}(\d{7})[\s.,]{0,3}$/u;

function nameIn(text: string): string {
  const form = FORM_NUMBER.exec(text)?.[1];
  if (form !== undefined) return form;
  return text.replace(/^[\s«»"“„*_`'\d.)(]{1,12}/u, '').replace(/[\s«»"”“*_`'.,]{1,12}$/u, '');
}

/** Behind the last sign prose goes on: «Банки задваиваются после загрузки». */
function firstWords(name: string): string {
  return name.split(/\s+/u).slice(0, 4).join(' ');
}

type Verdict = 'surely' | 'perhaps' | 'no';

interface Way {
  readonly sign: RegExp;
  readonly judge: (segments: readonly string[], words: WordLists) => Verdict;
}

const WAYS: readonly Way[] = [
  {
    sign: BACKSLASH,
    judge(segments, words) {
      if (!areNames(segments) || isMenu(segments, words)) return 'no';
      return segments.some((name) => isProper(name) || isPlace(name, words)) ? 'surely' : 'perhaps';
    },
  },
  {
    // Arrows also lead from one action to the next, from one person to the next, from one state to the next.
    sign: ARROW,
    judge(all, words) {
      const segments = beforeStory(all, words);
      if (segments.length < 2 || !areNames(segments) || isMenu(segments, words)) return 'no';
      if (segments.some((name) => isPlace(name, words))) return 'surely';
      if (!segments.every(isProper)) return 'no';
      return segments.length > 2 ? 'surely' : 'perhaps';
    },
  },
  {
    // «и/или», «Дт/Кт», a person and an office: a bare slash needs the name of a place before it.
    sign: SLASH,
    judge(segments, words) {
      if (!areNames(segments) || isMenu(segments, words) || isStory(segments, words)) return 'no';
      const placed = segments.slice(0, -1).some((name) => isProper(name) && isPlace(name, words));
      if (placed) return 'surely';
      return segments.length > 2 && segments.some((name) => isPlace(name, words)) ? 'perhaps' : 'no';
    },
  },
  {
    sign: DASH,
    judge(segments, words) {
      if (!areNames(segments) || isMenu(segments, words) || isStory(segments, words)) return 'no';
      if (!segments.slice(0, -1).every(isProper) || !segments.every(isShort)) return 'no';
      const placed = segments.slice(0, -1).some((name) => isShort(name) && isPlace(name, words));
      if (!placed) return 'no';
      return segments.length > 2 && segments.every(isProper) ? 'surely' : 'perhaps';
    },
  },
];

function areNames(segments: readonly string[]): boolean {
  return segments.every(
    (name) =>
      /\p{L}{3}|\p{Lu}{2}|\p{L}{2}\d|^\d{7}$/u.test(name) &&
      !/@|\+?\d[\d\s()-]{9}|[a-z]\.[a-z]{2}/iu.test(name),
  );
}

/** Written as the name of a place is: with a capital letter. */
function isProper(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

function isShort(name: string): boolean {
  return name.split(/\s+/u).length <= 5;
}

function isPlace(name: string, words: WordLists): boolean {
  return words('navigatorWords').hits(cutText(name)).length > 0;
}

/** «Сервис \ Журнал ошибок» leads through the menu, wherever one is in the navigator. */
function isMenu([first = '', second = '']: readonly string[], words: WordLists): boolean {
  return [first, /^(?:главное )?меню$|^menu$/iu.test(first) ? second : ''].some((name) => {
    const cut = cutText(name);
    return words('menuWords')
      .hits(cut)
      .some(({ to }) => to === (cut.words.at(-1)?.to ?? -1));
  });
}

/** What stands before actions, people or states: «Справочники → Контрагенты → двойной щелчок». */
function beforeStory(segments: readonly string[], words: WordLists): readonly string[] {
  const story = segments.findIndex((name) => isOfStory(name, words));
  return story === -1 ? segments : segments.slice(0, story);
}

function isOfStory(name: string, words: WordLists): boolean {
  const cut = cutText(name);
  return (
    ['stepWords', 'participantWords'].some((list) => words(list).hits(cut).length > 0) ||
    /\p{Lu}\.\s?(?:\p{Lu}\.)?$|^\p{Lu}\.\s?\p{Lu}\./u.test(name)
  );
}

function isStory(segments: readonly string[], words: WordLists): boolean {
  return segments.some((name) => isOfStory(name, words));
}
