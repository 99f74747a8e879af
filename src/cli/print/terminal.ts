import { once } from 'node:events';
import { styleText } from 'node:util';
import type { Language } from '#core/calendar/bilingual.ts';

/** Where a command prints: its result on stdout, everything else on stderr. */
export interface Terminal {
  readonly language: Language;
  /** What programs that read our output get: English, unless a language was asked for. */
  readonly machineLanguage: Language;
  /** Whether people look at stdout, rather than a program. */
  readonly colours: boolean;
  readonly print: (text: string) => void;
  readonly printJson: (value: unknown) => void;
  /** Comes when whoever reads stdout has taken what was printed: much output is kept nowhere. */
  readonly drained: () => Promise<void>;
  /** Progress and remarks; silent with `--quiet`. */
  readonly remark: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface TerminalSettings {
  readonly language: Language;
  readonly machineLanguage: Language;
  readonly noColor: boolean;
  readonly quiet: boolean;
}

export function openTerminal({ language, machineLanguage, noColor, quiet }: TerminalSettings): Terminal {
  // Whoever reads us may have seen enough: `reglament check | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    language,
    machineLanguage,
    colours: !noColor && process.stdout.isTTY === true,
    print: (text) => void process.stdout.write(`${printable(text)}\n`),
    printJson: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    remark: (text) => {
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    complain: (text) => void process.stderr.write(`${printable(text)}\n`),
  };
}

const ESCAPE = String.fromCharCode(27);
const STEERING = new RegExp(`(?![\\n\\t]|${ESCAPE}\\[[\\d;]+m)\\p{Cc}`, 'gu');

/** Customers' words are printed too: what would steer a terminal is left out, our own colours stay. */
function printable(text: string): string {
  return text.replace(STEERING, '');
}

export type Style = Parameters<typeof styleText>[0];

/** Styles a text where people look at it. */
export function styled(terminal: Pick<Terminal, 'colours'>, style: Style, text: string): string {
  return terminal.colours ? styleText(style, text, { validateStream: false }) : text;
}
