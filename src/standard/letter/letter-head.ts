import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

const MOST_FIELDS = 12;
const MOST_BLANK = 3;

/** How many lines the head of another letter takes here; 0 when there is none. */
export function headLines(lines: readonly string[], index: number, words: WordLists): number {
  const first = lines[index] ?? '';
  if (first.trim() === '') return 0;
  const fields = fieldLines(lines, index, words);
  if (fields > 0) return fields;
  if (isHead(first, words) || isRule(first)) return underLine(lines, index, words);
  // Long heads are broken into two lines: "On Fri, 13 Mar 2026 at 10:15, Desk <\nhelp@desk.example> wrote:".
  const second = lines[index + 1] ?? '';
  const broken = /\d/.test(first) && /\S.*:\s*$/.test(second) && !isHead(second, words);
  return broken && isHead(`${first.trim()} ${second.trim()}`, words) ? 2 : 0;
}

/** A ruled line or «-----Исходное сообщение-----», and the fields under it. */
function underLine(lines: readonly string[], index: number, words: WordLists): number {
  const heads = isHead(lines[index] ?? '', words);
  const under = nextWritten(lines, index + 1);
  const fields = fieldLines(lines, under, words);
  if (fields > 0) return under + fields - index;
  if (!heads) return 0;
  return isHead(lines[under] ?? '', words) ? under + 1 - index : 1;
}

function isHead(line: string, words: WordLists): boolean {
  return words('letterHeads').hits(cutText(line)).length > 0;
}

function isRule(line: string): boolean {
  return /^\s*[_=-]{10,}\s*$/.test(line);
}

/** Header fields one under another, one of which says who sends or when; two at least. */
function fieldLines(lines: readonly string[], index: number, words: WordLists): number {
  const has = (list: string, line: string) => words(list).hits(cutText(line)).length > 0;
  let count = 0;
  while (count < MOST_FIELDS && has('headerFields', lines[index + count] ?? '')) count += 1;
  const sent = lines.slice(index, index + count).some((line) => has('senderFields', line));
  return count >= 2 && sent ? count : 0;
}

function nextWritten(lines: readonly string[], from: number): number {
  const blank = lines.slice(from, from + MOST_BLANK).findIndex((line) => line.trim() !== '');
  return from + Math.max(blank, 0);
}
