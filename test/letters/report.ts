/*
 * How well letters are read: `npm run letters [-- FILES]` prints precision and recall by field and the confusion of
 * kinds, for both halves of the labelled letters side by side; `--wrong` names the letters that went wrong in the
 * half that may be looked at. `--readme` writes the table "What it understands" into the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ITEMS } from '#core/ticket/item.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import { PROJECT, theReglament } from '#test/support/desk.ts';
import { lettersIn } from './labelled-letters.ts';
import { type Measures, measureLetters, type Tally } from './measure-letters.ts';
import { withCurrentTable } from './readme-table.ts';

const { values, positionals } = parseArgs({
  options: { wrong: { type: 'boolean' }, readme: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.readme === true) {
  const readme = path.join(PROJECT, 'README.md');
  writeFileSync(readme, withCurrentTable(readFileSync(readme, 'utf8')));
  process.exit();
}
const FIXTURES = path.join(PROJECT, 'test', 'fixtures', 'letters');
const halves =
  positionals.length > 0
    ? positionals.map((file) => [path.basename(file), path.resolve(file)] as const)
    : (['counted', 'open'] as const).map((name) => [name, path.join(FIXTURES, `${name}.jsonl`)] as const);
const { words } = theReglament();
const measured = halves.map(([name, file]) => [name, measureLetters(lettersIn(file), words)] as const);

const print = (text: string) => void process.stdout.write(`${text}\n`);
const percent = (value: number) => value.toFixed(3);
const figures = ({ precision, recall, said, due }: Tally) =>
  `P ${percent(precision)} of ${String(said).padEnd(4)} R ${percent(recall)} of ${String(due).padEnd(4)}`;
const row = (title: string, cell: (measures: Measures) => string) =>
  print(`${title.padEnd(22)}${measured.map(([, measures]) => cell(measures).padEnd(38)).join('')}`);

row('', () => '');
print(' '.repeat(22) + measured.map(([name]) => name.padEnd(38)).join(''));
row('letters', ({ letters }) => String(letters));
row('thanks, auto-replies', ({ event }) => figures(event));
row('kind of clear letters', ({ kind }) => `${percent(kind.recall)} of ${kind.due}`);
row('  subtype', ({ subtype }) => `${percent(subtype.recall)} of ${subtype.due}`);
row('out of scope', ({ outOfScope }) => figures(outOfScope));
row('one or several', ({ oneOrSeveral }) => `${percent(oneOrSeveral.recall)} of ${oneOrSeveral.due}`);
row('  several', ({ severalProblems }) => figures(severalProblems));
row('unsure', ({ unsure }) => `${percent(unsure.count / unsure.of)} of ${unsure.of}`);
row('missing', ({ missing }) => figures(missing));
row('present', ({ present }) => figures(present));
const FIELDS: readonly Field[] = ['subject', ...ITEMS];
for (const [title, of] of [
  ['missing', (measures: Measures) => measures.missingOf],
  ['present', (measures: Measures) => measures.presentOf],
] as const) {
  print(`\n${title}, by field`);
  for (const field of FIELDS) {
    row(`  ${field}`, (measures) => {
      const tally = of(measures).get(field);
      return `${tally === undefined ? '–' : figures(tally)}`;
    });
  }
}
print('\nunsure, by field');
for (const field of FIELDS) row(`  ${field}`, ({ unsureOf }) => String(unsureOf.get(field) ?? 0));
for (const [name, { kinds }] of measured) {
  const names = ['consultation', 'error', 'changeRequest', 'unclear', 'none'];
  print(`\nkinds, ${name}: labelled down, read across`);
  print(`${' '.repeat(15)}${names.map((kind) => kind.padEnd(15)).join('')}`);
  for (const labelled of names) {
    const cells = names.map((read) => String(kinds.get(`${labelled} ${read}`)?.length ?? 0).padEnd(15));
    print(`${labelled.padEnd(15)}${cells.join('')}`);
  }
}
if (values.wrong === true) {
  for (const [name, measures] of measured.filter(([name]) => !name.startsWith('counted'))) {
    print(`\nwrong, ${name} (+ said and should not have been, - not said)`);
    const { event, kind, subtype, outOfScope, severalProblems } = measures;
    for (const [title, tally] of Object.entries({ event, kind, subtype, outOfScope, severalProblems })) {
      print(`${title}: ${tally.wrong.join(' ')}`);
    }
    for (const [field, tally] of measures.missingOf) print(`missing ${field}: ${tally.wrong.join(' ')}`);
    for (const [field, tally] of measures.presentOf) print(`present ${field}: ${tally.wrong.join(' ')}`);
  }
}
