import type { Bilingual, Language } from '#core/calendar/bilingual.ts';

/* What the command line library says of its own, in the reader's language. */

export const HELP_TITLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    'Usage:': 'Как вызвать:',
    'Options:': 'Параметры:',
    'Arguments:': 'Что указать:',
    'Commands:': 'Команды:',
  },
  en: {},
};

export const HELP_WORDS = {
  option: { ru: 'эта справка', en: 'this help' },
  command: { ru: 'справка о команде', en: 'help on a command' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The library's sentences, by their form. */
const SENTENCES: readonly (readonly [form: RegExp, ru: string])[] = [
  [/^error: unknown option '(.*)'/, 'параметра «$1» нет'],
  [/^error: unknown command '(.*)'/, 'команды «$1» нет'],
  [/^error: missing required argument '(.*)'/, 'не указано: $1'],
  [/^error: option '(.*)' argument missing/, 'параметру «$1» нужно значение'],
  [/^error: required option '(.*)' not specified/, 'нужен параметр «$1»'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    'параметр «$1»: «$2» не подходит; можно: $3',
  ],
  [
    /^error: too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+).*/,
    'лишнее в команде: ожидалось $1, указано $2',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '(может быть, $1?)'],
];

/** An error of the library as a sentence of ours; one of an unknown form stays as it is. */
export function errorInWords(text: string, language: Language): string {
  if (language === 'en') return text;
  return SENTENCES.reduce((said, [form, ru]) => said.replace(form, ru), text);
}
