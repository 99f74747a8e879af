import type { JsonPath } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { missing } from '#core/policy/source/schema-check.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { Act, DeedName } from './deed.ts';
import { DEED_KEYS } from './deed-keys.ts';
import { readMoment } from './moment-text.ts';
import { readExpectation } from './read-expectation.ts';
import { checkTicket, type Reading } from './reading.ts';
import type { Step } from './scenario.ts';
import { THE_TICKET, type WrittenStep } from './written-scenario.ts';

/** @param before when the step before it was; @returns nothing where its time cannot be told */
export function readStep(
  reading: Reading,
  path: JsonPath,
  written: WrittenStep,
  before: Temporal.Instant | undefined,
): Step | undefined {
  const at = momentOf(reading, path, written, before);
  if (at === undefined) return undefined;
  if (written.then !== undefined) {
    onlyKeys(reading, path, written, ['at', 'then'], 'then');
    return { kind: 'then', at, path, expected: readExpectation(reading, [...path, 'then'], written.then) };
  }
  if (written.desk !== undefined) {
    onlyKeys(reading, path, written, ['at', 'desk'], 'desk');
    return { kind: 'desk', at, path, does: written.desk };
  }
  return { kind: 'act', at, path, act: readAct(reading, path, written) };
}

function momentOf(
  { document, reglament, year, found }: Reading,
  path: JsonPath,
  { at }: WrittenStep,
  before: Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  if (at === undefined) {
    if (before === undefined) found.push(document.diagnose('RGL1004', path, missing('at')));
    return before;
  }
  const moment = readMoment(at, { zone: reglament.calendar.zone, year }, before);
  if ('value' in moment) return moment.value;
  found.push(document.diagnose('RGL2102', [...path, 'at'], moment.wrong));
  return undefined;
}

function onlyKeys(
  { document, found }: Reading,
  path: JsonPath,
  written: WrittenStep,
  known: readonly string[],
  what: string,
): void {
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue;
    const message = { ru: `у «${what}» ключа «${key}» нет`, en: `"${what}" has no key "${key}"` };
    found.push(
      document.diagnose('RGL1003', [...path, key], message, { ...didYouMean(key, known), atKey: true }),
    );
  }
}

/** Deeds by which a ticket can come into being. */
const OPENS: ReadonlySet<DeedName> = new Set<DeedName>(['mails', 'asksOnPortal', 'registersCall', 'clones']);

function readAct(reading: Reading, path: JsonPath, written: WrittenStep): Act {
  const { document, people, tickets, found } = reading;
  const { at: _at, does = 'mails', who = '', ticket = THE_TICKET, ...rest } = written;
  const { needs, may } = DEED_KEYS[does];
  onlyKeys(reading, path, written, ['at', 'who', 'does', 'ticket', ...needs, ...may], does);
  const isNew = !tickets.has(ticket);
  const wanted =
    does === 'mails' && isNew && !ticket.startsWith('follow-up of ') ? ['subject', 'kind', ...needs] : needs;
  for (const key of wanted) {
    if (!(key in rest)) found.push(document.diagnose('RGL1004', path, missing(key)));
  }
  for (const [place, person] of peopleIn(who, rest)) {
    if (!people.includes(person))
      found.push(unknownName(document, 'RGL1201', [...path, ...place], person, people));
  }
  if (OPENS.has(does)) tickets.add(ticket);
  else checkTicket(reading, [...path, 'ticket'], ticket);
  if (rest.of !== undefined) checkTicket(reading, [...path, 'of'], rest.of);
  if (rest.into !== undefined) checkTicket(reading, [...path, 'into'], rest.into);
  return { ...rest, does, who, ticket } as Act;
}

/** Everybody whom a deed names, with where. */
function peopleIn(who: string, deed: Partial<WrittenStep>): readonly (readonly [JsonPath, string])[] {
  return [
    [['who'], who],
    ...(deed.for === undefined ? [] : [[['for'], deed.for] as const]),
    ...(deed.with ?? []).map((person, index) => [['with', index], person] as const),
  ];
}
