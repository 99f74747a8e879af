import type { Language } from '#core/calendar/bilingual.ts';

const PATRONYMIC = /^\p{Lu}\p{Ll}+(?:ович|евич|ич|овна|евна|ична|инична)$/u;
const RUSSIAN_NAME = /^\p{Lu}[\p{Ll}-]+$/u;
const LATIN_NAME = /^[A-Z][a-z'’-]+$/;

/** Words in the display names of shared mailboxes and machines. */
const NO_PERSON = /^(support|help|desk|team|admin|info|office|sales|service|mail|user|bot|test)$/i;

/**
 * How a person may be greeted by name: «Анна Петровна», "John Smith".
 *
 * Only what is surely a person's name: in Russian a given name needs its patronymic beside it (without one,
 * given name and surname cannot be told apart), in Latin letters two capitalised words.
 */
export function greetingName(displayName: string, language: Language): string | undefined {
  const words = displayName.trim().split(/\s+/);
  if (language === 'en') {
    const isName =
      words.length === 2 && words.every((word) => LATIN_NAME.test(word) && !NO_PERSON.test(word));
    return isName ? words.join(' ') : undefined;
  }
  const patronymic = words.findIndex((word) => PATRONYMIC.test(word));
  const given = words[patronymic - 1];
  if (patronymic < 1 || given === undefined || !RUSSIAN_NAME.test(given)) return undefined;
  return `${given} ${words[patronymic]}`;
}
