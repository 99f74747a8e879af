import { ITEMS } from '#core/ticket/item.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { FIELD_NAMES } from '#standard/letter/reading-names.ts';
import type { Measures, Tally } from './measure-letters.ts';

/** The README's table "What it understands": how well strangers' letters are read, from both halves. */
export function lettersTable(counted: Measures, open: Measures): string {
  const row = (title: string, cell: (measures: Measures) => string) =>
    `| ${title} | ${cell(counted)} | ${cell(open)} |`;
  return [
    `| | counted half, ${counted.letters} letters | open half, ${open.letters} letters |`,
    '| --- | --- | --- |',
    row('said to be missing, rightly', ({ missing }) => share(missing.right, missing.said)),
    row('missing, and said to be', ({ missing }) => share(missing.right, missing.due)),
    row('answered with "unsure"', ({ unsure }) => share(unsure.count, unsure.of)),
    row('kind of clear letters', ({ kind }) => share(kind.right, kind.due)),
    row('one problem or several', ({ oneOrSeveral }) => share(oneOrSeveral.right, oneOrSeveral.due)),
    row('said to be out of scope, rightly', ({ outOfScope }) => share(outOfScope.right, outOfScope.said)),
    row('out of scope, and said to be', ({ outOfScope }) => share(outOfScope.right, outOfScope.due)),
    row('thanks and automatic replies', ({ event }) => share(event.right, event.due)),
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
