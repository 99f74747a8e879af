import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMarkedInternal, MARKER_PROPERTY, readMarker, writeMarker } from '#core/issue/marker.ts';
import type { Marker } from '#core/ticket/entry.ts';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

const markers = fc.record(
  {
    key: fc.string(),
    rule: fc.string(),
    message: fc.string(),
    asked: fc.array(fc.string()),
    promisedLastDay: days,
    opened: fc.string(),
    policyVersion: fc.string(),
  },
  { requiredKeys: ['key', 'rule', 'message'] },
) as fc.Arbitrary<Marker>;

/** On the wire and back, as Jira keeps it. */
function throughJira(marker: Marker): Marker | undefined {
  const properties = [
    { key: 'sd.public.comment', value: { internal: false } },
    { key: MARKER_PROPERTY, value: writeMarker(marker) },
  ];
  return readMarker(JSON.parse(JSON.stringify(properties)));
}

describe('what we write into a comment', () => {
  it('is read again as it was written', () => {
    fc.assert(
      fc.property(markers, (marker) => {
        const read = throughJira(marker);
        expect(JSON.stringify(read, sorted)).toBe(JSON.stringify(marker, sorted));
        const { promisedLastDay: day } = marker;
        expect(day === undefined || read?.promisedLastDay?.equals(day)).toBe(true);
      }),
    );
  });

  it('says in which form it is, so that a later form can be told from it', () => {
    expect(writeMarker({ key: 'k', rule: 'r', message: 'm' })).toMatchObject({ v: 1, key: 'k' });
  });

  it('of a later form is read by the fields that stay', () => {
    const value = {
      v: 9,
      key: 'k',
      rule: 'r',
      message: 'm',
      promisedLastDay: 'когда-нибудь',
      asked: 'путь',
      new: {},
    };
    expect(readMarker([{ key: MARKER_PROPERTY, value }])).toEqual({ key: 'k', rule: 'r', message: 'm' });
  });

  it.each([
    ['nothing', undefined],
    ['no list', {}],
    ['another property', [{ key: 'other', value: { key: 'k' } }]],
    ['no key', [{ key: MARKER_PROPERTY, value: { rule: 'r' } }]],
    ['a text', [{ key: MARKER_PROPERTY, value: 'k' }]],
  ])('is not there when there is %s', (_, properties) => {
    expect(readMarker(properties)).toBeUndefined();
  });
});

describe('a comment that the service desk marks as internal', () => {
  it.each([
    [{ internal: true }, true],
    [{ internal: 'true' }, true],
    [{ internal: false }, false],
    [{}, false],
    ['internal', false],
  ])('%j: %s', (value, internal) => {
    expect(isMarkedInternal({ properties: [{ key: 'sd.public.comment', value }] })).toBe(internal);
    expect(isMarkedInternal({ properties: [{ key: 'another', value }] })).toBe(false);
  });
});

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
