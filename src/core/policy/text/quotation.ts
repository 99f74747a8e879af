import type { Language } from '#core/calendar/bilingual.ts';

/** Somebody's words in quotation marks, with inner marks for what is quoted in them. */
export function quotation(text: string, language: Language): string {
  return language === 'ru'
    ? `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`
    : `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** The same on one line, and cut where it is longer than a reader needs to find the place. */
export function shortQuotation(text: string, language: Language, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return quotation(line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line, language);
}
