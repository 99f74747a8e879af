import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '#configuration/reading-of.ts';
import { adfText } from '#core/issue/adf-text.ts';
import { type ReadIssue, readIssue } from '#core/issue/read-issue.ts';
import { wikiText } from '#core/issue/wiki-text.ts';
import { eventsOf } from '#core/ticket/event.ts';
import { theConfiguration } from '#test/support/desk.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const READING = readingOf(theConfiguration());

/** Any JSON with numbers of a size that times and ids can have, and with the keys that Jira itself uses. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.constantFrom('2027-02-16T14:20:00.000+0300', 'doc', 'text', 'status', 'reglament.effect'),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom('id', 'key', 'name', 'value', 'type', 'content', 'text', 'attrs', 'items', 'created'),
      ),
      tie('json'),
      { maxKeys: 5 },
    ),
  ),
}));

const story = () =>
  new RawIssue('2027-02-16 14:00')
    .says({ id: 'anna', name: 'Анна', accountType: 'customer' }, '2027-02-16 15:00', 'Вот')
    .attaches({ id: 'anna', name: 'Анна' }, '2027-02-16 15:00:20', 'a.png', 3)
    .moves({ id: 'olga', name: 'Ольга' }, '2027-02-16 16:00', 'Resolved', 'Done')
    .toJson();

function isAnswer(read: ReadIssue): boolean {
  return read.kind === 'ticket' ? eventsOf(read.ticket).length > 0 : read.why.en !== '';
}

/** Puts a value in the place of some part of an issue. */
function spoilt(value: unknown, at: readonly string[], put: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return put;
  if (Array.isArray(value)) return value.map((entry) => spoilt(entry, at, put));
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  return { ...object, [step]: spoilt(object[step], rest, put) };
}

const PARTS = [
  ['fields'],
  ['key'],
  ['id'],
  ['people'],
  ['names'],
  ['schema'],
  ['properties'],
  ['changelog'],
  ['changelog', 'histories'],
  ['changelog', 'histories', 'items'],
  ['changelog', 'histories', 'items', 'to'],
  ['changelog', 'histories', 'author'],
  ...[
    'status',
    'labels',
    'reporter',
    'attachment',
    'issuelinks',
    'description',
    'project',
    'customfield_10010',
  ].map((field) => ['fields', field]),
  ['fields', 'created'],
  ['fields', 'comment'],
  ['fields', 'comment', 'comments'],
  ['fields', 'comment', 'comments', 'body'],
  ['fields', 'comment', 'comments', 'body', 'content'],
  ['fields', 'comment', 'comments', 'properties'],
  ['fields', 'attachment', 'author'],
];

describe('whatever comes in place of an issue', () => {
  it('is a ticket or is said to be none; nothing is ever thrown', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(isAnswer(readIssue(value, READING))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('and whatever stands in place of a part of it, too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARTS), json, (part, value) => {
        expect(isAnswer(readIssue(spoilt(story(), part, value), READING))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused with the reason when it has no fields, key, status or time', () => {
    const without = (part: string[]) => {
      const read = readIssue(spoilt(story(), part, undefined), READING);
      return read.kind === 'unreadable' ? read.why.en : 'a ticket';
    };
    expect([['fields'], ['key'], ['fields', 'status'], ['fields', 'created']].map(without)).toEqual([
      'no "fields": is this one issue, as GET /issue/{key} gives it?',
      'no "key"',
      'no "fields.status"',
      'no readable "fields.created"',
    ]);
    expect(without(['fields', 'reporter'])).toBe('a ticket');
  });
});

describe('whatever stands in place of a text', () => {
  it('is read as some text', () => {
    fc.assert(
      fc.property(json, fc.string(), (value, markup) => {
        expect(adfText({ type: 'doc', content: [value] })).toBeTypeOf('string');
        expect(wikiText(markup)).toBeTypeOf('string');
      }),
    );
  });

  it('is read however deep it is nested, without the depths', () => {
    let node: object = { type: 'text', text: 'дно' };
    for (let depth = 0; depth < 50_000; depth += 1) node = { type: 'panel', content: [node] };
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Верх' }] }, node];
    expect(adfText({ type: 'doc', content })).toBe('Верх');
  });
});
