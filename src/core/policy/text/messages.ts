import { IntlMessageFormat } from 'intl-messageformat';
import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import { unusableIn, type Wording, wordingOf } from './wording.ts';

export type PlaceholderValues = Readonly<Record<string, string | number>>;

/** All texts of one reglament, in every language. */
export interface MessageCatalogue {
  readonly ids: ReadonlySet<string>;
  /** Placeholders that a message uses in any language. */
  readonly placeholdersOf: (message: string) => readonly string[];
  readonly placeholdersIn: (message: string, language: Language) => readonly string[];
  /** @throws RangeError when the message or one of its values is missing: `check` refuses such a reglament before */
  readonly render: (message: string, language: Language, values: PlaceholderValues) => string;
  /** Which message a text is, by its fixed words. */
  readonly recognise: (text: string) => RecognisedWords | undefined;
}

export interface RecognisedWords {
  readonly message: string;
  readonly language: Language;
  /** What stands in the place of each placeholder that could be told apart. */
  readonly values: Readonly<Record<string, string>>;
}

interface Template {
  readonly language: Language;
  readonly message: string;
  readonly format: IntlMessageFormat;
  readonly placeholders: readonly string[];
  readonly wording: Wording;
}

/** Message texts by id; ICU MessageFormat, `<` and `>` are plain characters. */
export type MessageTexts = Readonly<Record<string, Bilingual>>;

/** @returns the compiled message, or why it cannot be formatted */
export function compileMessage(
  text: string,
  language: Language,
): IntlMessageFormat | { readonly wrong: string } {
  try {
    const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    const unusable = unusableIn(format.getAst());
    return unusable === undefined ? format : { wrong: unusable };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

/** @param texts messages that {@link compileMessage} accepts */
export function openCatalogue(texts: MessageTexts): MessageCatalogue {
  const templates = new Map<string, Template>();
  for (const [message, languages] of Object.entries(texts)) {
    for (const language of ['ru', 'en'] as const) {
      const format = compileMessage(languages[language], language);
      if ('wrong' in format) throw new RangeError(`message "${message}" (${language}): ${format.wrong}`);
      const wording = wordingOf(format.getAst());
      templates.set(`${language}/${message}`, {
        language,
        message,
        format,
        placeholders: wording.placeholders,
        wording,
      });
    }
  }
  return {
    ids: new Set(Object.keys(texts)),
    placeholdersOf: (message) => [
      ...new Set(
        (['ru', 'en'] as const).flatMap(
          (language) => templates.get(`${language}/${message}`)?.placeholders ?? [],
        ),
      ),
    ],
    placeholdersIn: (message, language) => templates.get(`${language}/${message}`)?.placeholders ?? [],
    render(message, language, values) {
      const template = templates.get(`${language}/${message}`);
      if (template === undefined) throw new RangeError(`no message "${message}" in ${language}`);
      const missing = template.placeholders.find((name) => !(name in values));
      if (missing !== undefined) throw new RangeError(`message "${message}": nothing for {${missing}}`);
      return String(template.format.format(values));
    },
    recognise(text) {
      for (const { message, language, wording } of templates.values()) {
        const values = wording.match(text);
        if (values !== undefined) return { message, language, values };
      }
      return undefined;
    },
  };
}
