/*
 * The only reader of the environment. Secrets come from here alone: a variable holds the secret itself, or with
 * `_FILE` behind its name the path of a file that does.
 */
import { readFileSync } from 'node:fs';
import { Fault } from '#faults.ts';

export interface Environment {
  /** `ru` or `en`, from the locale; `undefined` when it tells neither. */
  readonly language: 'ru' | 'en' | undefined;
  /** https://no-color.org */
  readonly noColor: boolean;
  readonly inCi: boolean;
  /** Where the desk's clock stands at the start, where it is not the machine's: a demo moves it. */
  readonly deskClockAt: string | undefined;
  /** A file for the log; without it the log goes to stderr. */
  readonly logFile: string | undefined;
}

export function readEnvironment(): Environment {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return {
    language: languageOf(locale),
    noColor: (process.env.NO_COLOR ?? '') !== '',
    inCi: (process.env.CI ?? '') !== '',
    deskClockAt: process.env.REGLAMENT_DESK_CLOCK,
    logFile: process.env.REGLAMENT_LOG_FILE,
  };
}

function languageOf(locale: string): Environment['language'] {
  if (locale.startsWith('ru')) return 'ru';
  return locale.startsWith('en') ? 'en' : undefined;
}

/**
 * A secret by the name of its variable.
 *
 * @returns `undefined` when the environment does not have it, or has it empty: an empty secret is known to everybody
 * @throws RGL9004 when its file cannot be read
 */
export function readSecret(name: string): string | undefined {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  const file = process.env[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  try {
    const text = readFileSync(file, 'utf8').trimEnd();
    return text === '' ? undefined : text;
  } catch (cause) {
    const words = {
      ru: `файл, который назван в ${name}_FILE, не читается`,
      en: `the file that ${name}_FILE names cannot be read`,
    };
    throw new Fault('RGL9004', words, { variable: name }, { cause });
  }
}

/** The environment for a process that we start, with what is added to it. */
export function childEnvironment(added: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...added };
}
