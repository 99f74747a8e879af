import path from 'node:path';
import { PROJECT, theReglament } from '#test/support/desk.ts';
import { lettersIn } from './labelled-letters.ts';
import { lettersTable } from './letters-table.ts';
import { type Measures, measureLetters } from './measure-letters.ts';

const BEGIN = '<!-- generated: npm run letters -- --readme -->';
const END = '<!-- end of generated -->';

/** Both halves of the labelled letters, read by the shipped rules. */
export function measuredHalves(): Readonly<Record<'counted' | 'open', Measures>> {
  const { words } = theReglament();
  const half = (name: string) =>
    measureLetters(lettersIn(path.join(PROJECT, 'test', 'fixtures', 'letters', `${name}.jsonl`)), words);
  return { counted: half('counted'), open: half('open') };
}

/** The README with its table as it has to be now. */
export function withCurrentTable(readme: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from === -1 || to < from)
    throw new Error('the README has no place for the table of what is understood');
  const { counted, open } = measuredHalves();
  return `${readme.slice(0, from + BEGIN.length)}\n${lettersTable(counted, open)}\n${readme.slice(to)}`;
}
