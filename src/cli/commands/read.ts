import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CommonOptions, loadReglament, shownPath } from '#cli/common.ts';
import { type ExitCode, FINE, USAGE } from '#cli/exit-codes.ts';
import { readingToJson } from '#cli/print/letter-json.ts';
import { readingInWords } from '#cli/print/letter-text.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { UsageError } from '#cli/usage.ts';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { parseDocument } from '#core/policy/source/document.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { reasonOf } from '#faults.ts';
import { mailOf } from '#standard/letter/mail-of-json.ts';
import { readLetter } from '#standard/letter/read-letter.ts';

export interface ReadOptions extends CommonOptions {
  /** A file of letters, one a line; `-` or nothing: standard input. */
  readonly argument?: string;
}

/**
 * `reglament read`: what a program understands from letters. It looks at one at a time, however many there are. A line
 * that is no letter is named with its place, and the others are read all the same.
 */
export async function runRead(options: ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const { words } = loadReglament(options, terminal);
  const fromInput = options.argument === undefined || options.argument === '-';
  const name = fromInput ? '-' : shownPath(options.argument ?? '');
  if (fromInput && process.stdin.isTTY) terminal.remark(WAITS[terminal.language]);
  const input = fromInput ? process.stdin : createReadStream(options.argument ?? '', 'utf8');
  let code: ExitCode = FINE;
  let line = 0;
  for await (const text of linesOf(input, name)) {
    line += 1;
    if (text.trim() === '') continue;
    const why = tell(text, words, options, terminal);
    if (why !== undefined) {
      terminal.complain(`${name}:${line}:${why.column} ${why.message[terminal.language]}`);
      code = USAGE;
    }
    await terminal.drained();
  }
  return code;
}

/** @throws UsageError when there is nothing to read, or reading breaks off */
async function* linesOf(input: NodeJS.ReadableStream, name: string): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (;;) {
    const next = await lines.next().catch((error: unknown) => {
      throw new UsageError({
        ru: `${name} не прочитать: ${reasonOf(error)}`,
        en: `${name} cannot be read: ${reasonOf(error)}`,
      });
    });
    if (next.done === true) return;
    yield next.value;
  }
}

const WAITS = {
  ru: 'Письма читаются с клавиатуры, по одному JSON в строке; Ctrl+D – конец.',
  en: 'Letters are read from the keyboard, one JSON a line; Ctrl+D ends.',
};

interface Wrong {
  readonly column: number;
  readonly message: Bilingual;
}

/** Tells what one line says; or, where it is no letter, what is wrong with it. */
function tell(text: string, words: WordLists, options: ReadOptions, terminal: Terminal): Wrong | undefined {
  const parsed = parsedLine(text);
  if ('wrong' in parsed) {
    // So that the lines of what comes out still are those of what went in.
    if (options.json === true) {
      terminal.printJson({
        error: { column: parsed.wrong.column, message: parsed.wrong.message[terminal.machineLanguage] },
      });
    }
    return parsed.wrong;
  }
  const { id, mail } = parsed;
  const reading = readLetter(mail, words);
  if (options.json === true) terminal.printJson(readingToJson(id, reading, mail));
  else terminal.print(readingInWords(id, reading, terminal));
  return undefined;
}

function parsedLine(text: string) {
  const value = jsonIn(text);
  if (value === undefined) return { wrong: syntaxErrorIn(text) };
  const read = mailOf(value);
  if ('wrong' in read) return { wrong: { column: 1, message: read.wrong } };
  const { id } = value as { readonly id?: unknown };
  return { mail: read.mail, id: typeof id === 'string' || typeof id === 'number' ? id : null };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function syntaxErrorIn(text: string): Wrong {
  const parsed = parseDocument({ path: '-', text });
  return parsed.diagnostics[0] ?? { column: 1, message: { ru: 'не JSON', en: 'not JSON' } };
}
