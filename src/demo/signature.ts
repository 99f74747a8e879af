import type { Language } from '#core/calendar/bilingual.ts';
import { type CastId, contactsOf, nameOf } from './cast.ts';

const WORDS = {
  ru: { regards: 'С уважением,', phone: 'тел.' },
  en: { regards: 'Kind regards,', phone: 'phone' },
} as const;

/** A first letter as it leaves: with the signature that people's mail programs put under it. */
export function signedLetter(text: string, who: CastId, language: Language): string {
  const reach = reachedAt(who, language);
  if (reach === undefined) return text;
  return `${text}\n\n${WORDS[language].regards}\n${nameOf(who, language)}\n${reach}`;
}

/** What somebody enters on the portal; its form asks for organisation and telephone at the end. */
export function filledForm(text: string, who: CastId, language: Language): string {
  const reach = reachedAt(who, language);
  return reach === undefined ? text : `${text}\n${reach}`;
}

function reachedAt(who: CastId, language: Language): string | undefined {
  const contacts = contactsOf(who);
  if (contacts === undefined) return undefined;
  return `${contacts.organization[language]}, ${WORDS[language].phone} ${contacts.phone}`;
}
