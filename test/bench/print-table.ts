import { type Figure, holds, type Measured } from './figure.ts';
import { rounded } from './statistics.ts';

const WIDTH = 96;

/** The figures as a person reads them. */
export function table(measured: readonly Measured[]): string {
  return measured.map(section).join('\n');
}

function section({ title, method, figures }: Measured): string {
  return `\n${title}\n${wrapped(method)}\n${figures.map(line).join('\n')}\n`;
}

function line(figure: Figure): string {
  const { name, value, unit, range } = figure;
  const noise = range === undefined ? '' : `(${rounded(range[0])}–${rounded(range[1])})`;
  const shown = `${rounded(value)} ${unit}`;
  return `  ${name.padEnd(50)} ${shown.padStart(18)}  ${noise.padEnd(20)} ${verdict(figure)}`.trimEnd();
}

function verdict(figure: Figure): string {
  const { goal } = figure;
  if (goal === undefined) return '';
  const wanted = goal.atLeast === undefined ? `at most ${goal.atMost}` : `at least ${goal.atLeast}`;
  return `${holds(figure) ? 'holds' : 'MISSED'}: ${wanted}`;
}

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`.trim();
    else lines.push(word);
  }
  return lines.map((text) => `  ${text}`).join('\n');
}
