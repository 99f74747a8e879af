import type { Language } from '#core/calendar/bilingual.ts';

/** Fewer letters than this tell no language. */
const TELLING_LETTERS = 12;

/** The language a text is written in; `undefined` when it is too short or too mixed to tell. */
export function languageOf(text: string): Language | undefined {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic + latin < TELLING_LETTERS) return undefined;
  // Russian letters are full of Latin file names and product names; English ones have no Cyrillic.
  return cyrillic * 4 >= latin ? 'ru' : 'en';
}
