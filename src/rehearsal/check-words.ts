import type { JsonPath } from '#core/policy/source/document.ts';
import { spokenIn } from './act-on-ticket.ts';
import type { Words } from './deed.ts';
import type { Eye, Miss } from './miss.ts';
import { dayText, momentText, readDay, readMoment } from './moment-text.ts';
import type { ExpectedWords } from './scenario.ts';
import type { SeenWords } from './seen.ts';

/** Holds our letters or notes on a ticket against what is expected: all of them, in order. */
export function checkWords(
  expected: readonly ExpectedWords[] | undefined,
  seen: readonly SeenWords[],
  path: JsonPath,
  eye: Eye,
): readonly Miss[] {
  if (expected === undefined) return [];
  const heads = expected.map((words) => headExpected(words, eye)).join('; ');
  const misses = expected.flatMap((words, index) => missesInOne(words, seen[index], [...path, index], eye));
  if (expected.length === seen.length) return misses;
  const actual = seen.map((words) => headSeen(words, eye)).join('; ');
  return [{ path, expected: heads || '–', actual: actual || '–' }];
}

function missesInOne(
  expected: ExpectedWords,
  seen: SeenWords | undefined,
  path: JsonPath,
  eye: Eye,
): readonly Miss[] {
  if (seen === undefined) return [];
  const { message, at, to, lastDay, contains, lacks } = expected;
  const isSo =
    seen.message === message &&
    (at === undefined || normalMoment(at, eye) === momentText(seen.at, eye.zone)) &&
    (to === undefined || [...to].sort().join() === seen.to.join()) &&
    (lastDay === undefined ||
      normalDay(lastDay, eye) === (seen.lastDay === undefined ? '–' : dayText(seen.lastDay)));
  if (!isSo) return [{ path, expected: headExpected(expected, eye), actual: headSeen(seen, eye) }];
  const wanted = textsOf(contains, eye).filter((text) => !seen.text.includes(text));
  const unwanted = textsOf(lacks, eye).filter((text) => seen.text.includes(text));
  return [
    ...wanted.map((text) => ({ path, expected: `…${text}…`, actual: seen.text })),
    ...unwanted.map((text) => ({ path, expected: `– …${text}…`, actual: seen.text })),
  ];
}

function textsOf(words: ExpectedWords['contains'], { language }: Eye): readonly string[] {
  if (words === undefined) return [];
  const list: readonly Words[] = isList(words) ? words : [words];
  return list.map((one) => spokenIn(one, language));
}

function isList(words: Words | readonly Words[]): words is readonly Words[] {
  return Array.isArray(words);
}

function headExpected({ at, message, to, lastDay }: ExpectedWords, eye: Eye): string {
  return head(
    at === undefined ? undefined : normalMoment(at, eye),
    message,
    lastDay === undefined ? undefined : normalDay(lastDay, eye),
    to === undefined ? undefined : [...to].sort(),
  );
}

function headSeen({ at, message, to, lastDay }: SeenWords, { zone }: Eye): string {
  return head(momentText(at, zone), message, lastDay === undefined ? undefined : dayText(lastDay), to);
}

function head(
  at: string | undefined,
  message: string,
  lastDay: string | undefined,
  to: readonly string[] | undefined,
): string {
  const day = lastDay === undefined ? '' : ` (≤ ${lastDay})`;
  const people = to === undefined || to.length === 0 ? '' : ` → ${to.join(', ')}`;
  return `${at === undefined ? '' : `${at} `}${message}${day}${people}`;
}

function normalMoment(text: string, eye: Eye): string {
  const read = readMoment(text, eye, undefined);
  return 'value' in read ? momentText(read.value, eye.zone) : text;
}

function normalDay(text: string, { year }: Eye): string {
  const read = readDay(text, year);
  return 'value' in read ? dayText(read.value) : text;
}
