import { ITEMS } from '#core/ticket/item.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { FIELD_NAMES } from '#standard/letter/reading-names.ts';
import type { Measures, Tally } from './measure-letters.ts';

/** The README's table "What it understands": how well strangers' letters are read, from both halves. */
export function lettersTable(counted: Measures, open: Measures): string {
  const row = (title: string, cell: (measures: Measures) => string, aim = '') =>
    `| ${title} | ${cell(counted)} | ${cell(open)} | ${aim} |`;
  return [
    `| | ${counted.letters} letters, only counted | ${open.letters} letters to learn from | aim |`,
    '| --- | --- | --- | --- |',
    row('said to be missing, rightly', ({ missing }) => share(missing.right, missing.said), '≥ 0.97'),
    row('missing, and said to be', ({ missing }) => share(missing.right, missing.due), '≥ 0.85'),
    row('answered with "unsure"', ({ unsure }) => share(unsure.count, unsure.of), '< 0.12'),
    row('kind of clear letters', ({ kind }) => share(kind.right, kind.due), '≥ 0.92'),
    row(
      'one problem or several',
      ({ oneOrSeveral }) => share(oneOrSeveral.right, oneOrSeveral.due),
      '≥ 0.90',
    ),
    row(
      'said to be out of scope, rightly',
      ({ outOfScope }) => share(outOfScope.right, outOfScope.said),
      '≥ 0.97',
    ),
    row(
      'out of scope, and said to be',
      ({ outOfScope }) => share(outOfScope.right, outOfScope.due),
      '≥ 0.80',
    ),
    row('thanks and automatic replies', ({ event }) => share(event.right, event.due), '≥ 0.98'),
    ...FIELDS.map((field) =>
      row(`${FIELD_NAMES[field].en}: missing rightly / found missing`, (measures) => {
        const tally = measures.missingOf.get(field);
        return tally === undefined || tally.said + tally.due === 0 ? '–' : both(tally);
      }),
    ),
  ].join('\n');
}

const FIELDS: readonly Field[] = ['subject', ...ITEMS];

function both(tally: Tally): string {
  return `${share(tally.right, tally.said)} / ${share(tally.right, tally.due)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(part / whole).toFixed(2)} (${part} of ${whole})`;
}
