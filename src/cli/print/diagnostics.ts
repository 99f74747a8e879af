import { readFileSync } from 'node:fs';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { styled, type Terminal } from './terminal.ts';

export type DiagnosticFormat = 'text' | 'json' | 'github';

/**
 * Prints findings; as JSON the whole list is one document.
 *
 * Programs get English unless a language was asked for; people get theirs.
 */
export function printDiagnostics(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
): void {
  const { machineLanguage } = terminal;
  switch (format) {
    case 'json':
      terminal.printJson(diagnostics.map((diagnostic) => spoken(diagnostic, machineLanguage)));
      return;
    case 'github':
      for (const diagnostic of diagnostics) terminal.print(githubLine(spoken(diagnostic, machineLanguage)));
      return;
    case 'text':
      for (const diagnostic of diagnostics) {
        terminal.print(inWords(terminal, spoken(diagnostic, terminal.language)));
      }
      terminal.print(summary(diagnostics, terminal.language));
  }
}

/** A finding in one language. */
interface Spoken extends Omit<Diagnostic, 'message' | 'hint'> {
  readonly message: string;
  readonly hint?: string;
}

function spoken({ message, hint, ...rest }: Diagnostic, language: Language): Spoken {
  return { ...rest, message: message[language], ...(hint === undefined ? {} : { hint: hint[language] }) };
}

function inWords(terminal: Terminal, diagnostic: Spoken): string {
  const { file, line, column, severity, code, message } = diagnostic;
  const place = styled(terminal, 'bold', `${file}:${line}:${column}`);
  const kind = styled(terminal, severity === 'error' ? 'red' : 'yellow', `${severity} ${code}`);
  return [`${place} ${kind} ${message}`, ...excerpt(terminal, diagnostic)].join('\n');
}

/** The line itself, with the place under it; nothing when the file is not there to be shown. */
function excerpt(terminal: Terminal, { file, line, column, endColumn, hint }: Spoken): readonly string[] {
  const source = lineOf(file, line);
  if (source === undefined) return hint === undefined ? [] : [`  ${hint}`];
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const marks = '^'.repeat(Math.max(1, endColumn - column));
  const remark = hint === undefined ? '' : ` ${hint}`;
  return [
    `> ${number} │ ${source}`,
    `  ${gutter} │ ${' '.repeat(column - 1)}${styled(terminal, 'cyan', `${marks}${remark}`)}`,
  ];
}

function lineOf(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1]?.replaceAll('\t', ' ');
  } catch {
    return undefined;
  }
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function githubLine({ file, line, column, endColumn, severity, code, message, hint }: Spoken): string {
  const escaped = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const place = `file=${file},line=${line},col=${column},endColumn=${endColumn},title=${code}`;
  return `::${severity} ${place}::${escaped(hint === undefined ? message : `${message} (${hint})`)}`;
}

const SUMMARY = {
  ru: {
    fine: 'Всё в порядке.',
    plural: new Intl.PluralRules('ru'),
    error: { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' },
    warning: {
      one: 'предупреждение',
      few: 'предупреждения',
      many: 'предупреждений',
      other: 'предупреждения',
    },
  },
  en: {
    fine: 'All is well.',
    plural: new Intl.PluralRules('en'),
    error: { one: 'error', few: 'errors', many: 'errors', other: 'errors' },
    warning: { one: 'warning', few: 'warnings', many: 'warnings', other: 'warnings' },
  },
} as const;

function summary(diagnostics: readonly Diagnostic[], language: Language): string {
  const { fine, plural, ...forms } = SUMMARY[language];
  const counted = (['error', 'warning'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${forms[severity][plural.select(count) as 'one' | 'few' | 'many' | 'other']}`];
  });
  return counted.length === 0 ? fine : counted.join(', ');
}
