import { cutText, type WordLists } from '#core/policy/text/word-lists.ts';

const MOST_FIELDS = 12;
const MOST_BLANK = 3;

/** How many lines the head of another letter takes here; 0 when there is none. */
export function headLines(lines: readonly string[], index: number, words: WordLists): number {
  const first = lines[index] ?? '';
  const heads = (line: string) => words('letterHeads').hits(cutText(line)).length > 0;
  const fields = fieldLines(lines, index, words);
  if (fields > 0) return fields;
  // A ruled line or «-----Исходное сообщение-----», and the fields under it.
  if (heads(first) || isRule(first)) {
    const under = nextWritten(lines, index + 1);
    const more = fieldLines(lines, under, words);
    if (more > 0) return under + more - index;
    if (heads(lines[under] ?? '') && heads(first)) return under + 1 - index;
    return heads(first) ? 1 : 0;
  }
  // Long heads are broken into two lines: "On Fri, 13 Mar 2026 at 10:15, Desk <\nhelp@desk.example> wrote:".
  const second = lines[index + 1] ?? '';
  if (/\d/.test(first) && /:\s*$/.test(second) && second.trim() !== '' && !heads(second)) {
    return heads(`${first.trim()} ${second.trim()}`) ? 2 : 0;
  }
  return 0;
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
