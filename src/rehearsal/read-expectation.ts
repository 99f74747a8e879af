import type { DiagnosticCode } from '#core/policy/source/diagnostic.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { type ReadMoment, readDay, readMoment } from './moment-text.ts';
import { checkTicket, type Reading } from './reading.ts';
import type { Expectation, ExpectedWords } from './scenario.ts';
import { THE_TICKET } from './written-scenario.ts';

/** Looks up every name and time in an expectation. */
export function readExpectation(
  reading: Reading,
  path: JsonPath,
  written: Partial<Expectation>,
): Expectation {
  const { ticket = THE_TICKET, letters = [], notes = [], noLettersSince } = written;
  checkTicket(reading, [...path, 'ticket'], ticket);
  for (const [index, words] of letters.entries()) ourWords(reading, [...path, 'letters', index], words);
  for (const [index, words] of notes.entries()) ourWords(reading, [...path, 'notes', index], words);
  if (noLettersSince !== undefined) moment(reading, [...path, 'noLettersSince'], noLettersSince);
  if (written.reporter !== undefined)
    name(reading, 'RGL1201', [...path, 'reporter'], written.reporter, reading.people);
  for (const person of Object.keys(written.mails ?? {}))
    name(reading, 'RGL1201', [...path, 'mails', person], person, reading.people);
  rulesIn(reading, path, written);
  return { ...written, ticket };
}

function rulesIn(
  reading: Reading,
  path: JsonPath,
  { forecast = [], why = [], whyNot = [] }: Partial<Expectation>,
): void {
  const rules = reading.reglament.rules.map(({ id }) => id);
  const rule = (place: JsonPath, id: string) => name(reading, 'RGL1203', [...path, ...place], id, rules);
  for (const [index, step] of forecast.entries()) {
    moment(reading, [...path, 'forecast', index, 'at'], step.at);
    rule(['forecast', index, 'rule'], step.rule);
  }
  for (const [index, one] of why.entries()) rule(['why', index, 'rule'], one.rule);
  for (const [index, id] of whyNot.entries()) rule(['whyNot', index], id);
}

function ourWords(reading: Reading, path: JsonPath, { at, message, lastDay, to = [] }: ExpectedWords): void {
  name(reading, 'RGL1105', [...path, 'message'], message, [...reading.reglament.messages.ids]);
  for (const [index, person] of to.entries())
    name(reading, 'RGL1201', [...path, 'to', index], person, reading.people);
  if (at !== undefined) moment(reading, [...path, 'at'], at);
  if (lastDay !== undefined) time(reading, [...path, 'lastDay'], readDay(lastDay, reading.year));
}

function moment(reading: Reading, path: JsonPath, at: string): void {
  time(
    reading,
    path,
    readMoment(at, { zone: reading.reglament.calendar.zone, year: reading.year }, undefined),
  );
}

function name(
  { document, found }: Reading,
  code: DiagnosticCode,
  path: JsonPath,
  word: string,
  known: readonly string[],
): void {
  if (!known.includes(word)) found.push(unknownName(document, code, path, word, known));
}

function time({ document, found }: Reading, path: JsonPath, read: ReadMoment<unknown>): void {
  if ('wrong' in read) found.push(document.diagnose('RGL2102', path, read.wrong));
}
