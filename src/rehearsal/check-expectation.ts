import type { ForecastStep } from '#core/decision/forecast.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { spokenIn } from './act-on-ticket.ts';
import { checkWords } from './check-words.ts';
import type { Words } from './deed.ts';
import type { Eye, Miss } from './miss.ts';
import { momentText, readMoment } from './moment-text.ts';
import { type Expectation, SEEN_RESOLUTIONS } from './scenario.ts';
import type { Seen } from './seen.ts';

/**
 * Everything in an expectation that is not so.
 *
 * @param ahead what time alone will do
 */
export function missesIn(
  expected: Expectation,
  path: JsonPath,
  seen: Seen,
  ahead: readonly ForecastStep[],
  eye: Eye,
): readonly Miss[] {
  const { ticket } = seen;
  const misses: Miss[] = [];
  const hold = (key: string, wanted: string | number | undefined, actual: string | number) => {
    if (wanted !== undefined && wanted !== actual)
      misses.push({ path: [...path, key], expected: String(wanted), actual: String(actual) });
  };
  hold('state', expected.state, stateOf(ticket));
  hold('resolution', expected.resolution, resolutionOf(ticket, eye));
  hold('reporter', expected.reporter, ticket.reporter?.id ?? '–');
  hold('followUps', expected.followUps, seen.followUps);
  misses.push(...checkWords(expected.letters, seen.letters, [...path, 'letters'], eye));
  misses.push(...checkWords(expected.notes, seen.notes, [...path, 'notes'], eye));
  misses.push(...quietSince(expected, path, seen, eye));
  const names = ticket.attachments.map(({ name }) => name);
  misses.push(...among(expected.labels, ticket.labels, [...path, 'labels']));
  misses.push(...among(expected.files, names, [...path, 'files']));
  for (const [index, label] of (expected.noLabels ?? []).entries()) {
    if (ticket.labels.includes(label))
      misses.push({
        path: [...path, 'noLabels', index],
        expected: `– ${label}`,
        actual: ticket.labels.join(', '),
      });
  }
  for (const [person, count] of Object.entries(expected.mails ?? {})) {
    hold(`mails`, `${person}: ${count}`, `${person}: ${seen.mails.get(person) ?? 0}`);
  }
  misses.push(...checkForecast(expected, path, ahead, eye), ...checkWhy(expected, path, seen, eye));
  return misses;
}

function stateOf({ state }: Ticket): string {
  switch (state) {
    case 'open':
    case 'inProgress':
      return 'inWork';
    case 'waitingForCustomer':
      return 'waiting';
    case 'closed':
    case 'unmapped':
      return state;
  }
}

function resolutionOf({ resolution }: Ticket, { resolutions }: Eye): string {
  if (resolution === undefined) return 'none';
  const [, ...named] = SEEN_RESOLUTIONS;
  return named[resolutions.indexOf(resolution.name)] ?? resolution.name;
}

function quietSince(
  { noLettersSince }: Expectation,
  path: JsonPath,
  { letters }: Seen,
  eye: Eye,
): readonly Miss[] {
  if (noLettersSince === undefined) return [];
  const since = readMoment(noLettersSince, eye, undefined);
  if ('wrong' in since) return [];
  const later = letters.filter(({ at }) => Temporal.Instant.compare(at, since.value) >= 0);
  if (later.length === 0) return [];
  const actual = later.map(({ at, message }) => `${momentText(at, eye.zone)} ${message}`).join('; ');
  return [{ path: [...path, 'noLettersSince'], expected: `– (${noLettersSince})`, actual }];
}

function among(
  wanted: readonly string[] | undefined,
  there: readonly string[],
  path: JsonPath,
): readonly Miss[] {
  return (wanted ?? []).flatMap((one, index) =>
    there.includes(one) ? [] : [{ path: [...path, index], expected: one, actual: there.join(', ') || '–' }],
  );
}

function checkForecast(
  { forecast }: Expectation,
  path: JsonPath,
  ahead: readonly ForecastStep[],
  eye: Eye,
): readonly Miss[] {
  if (forecast === undefined) return [];
  const expected = forecast.map(({ at, rule }) => `${normal(at, eye)} ${rule}`).join('; ');
  const actual = ahead.map(({ at, rule }) => `${momentText(at, eye.zone)} ${rule}`).join('; ');
  return expected === actual
    ? []
    : [{ path: [...path, 'forecast'], expected: expected || '–', actual: actual || '–' }];
}

/** A moment as {@link momentText} writes it. */
function normal(text: string, eye: Eye): string {
  const read = readMoment(text, eye, undefined);
  return 'value' in read ? momentText(read.value, eye.zone) : text;
}

function checkWhy(
  { why = [], whyNot = [] }: Expectation,
  path: JsonPath,
  seen: Seen,
  eye: Eye,
): readonly Miss[] {
  const acted = [...seen.why.keys()].join(', ') || '–';
  const misses: Miss[] = [];
  for (const [index, { rule, contains }] of why.entries()) {
    const text = seen.why.get(rule);
    const wanted = contains === undefined ? '' : wordsOf(contains, eye);
    if (text === undefined) misses.push({ path: [...path, 'why', index], expected: rule, actual: acted });
    else if (!text.includes(wanted))
      misses.push({
        path: [...path, 'why', index],
        expected: `${rule}: …${wanted}…`,
        actual: `${rule}: ${text}`,
      });
  }
  for (const [index, rule] of whyNot.entries()) {
    if (seen.why.has(rule))
      misses.push({ path: [...path, 'whyNot', index], expected: `– ${rule}`, actual: acted });
  }
  return misses;
}

function wordsOf(words: Words, { language }: Eye): string {
  return spokenIn(words, language);
}
