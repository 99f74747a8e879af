import { cutText } from '#core/policy/text/cut-text.ts';
import {
  found,
  MISSING,
  matches,
  present,
  type Recogniser,
  unsure,
} from '#standard/letter/request-letter.ts';

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */
const WORD = String.raw`\p{Lu}[\p{L}’'-]{1,40}`;
const FULL_NAME = new RegExp(`^${WORD}\\s+${WORD}(?:\\s+${WORD})?$`, 'u');
const PATRONYMIC =
  /(?<![\p{L}-])\p{Lu}[\p{L}-]{1,30}[ \t]{1,3}\p{Lu}\p{L}{1,30}(?:ич|вна|ична|ИЧ|ВНА|ИЧНА)(?!\p{L})/gu;
const INITIALS =
  /(?<!\p{L})(?:\p{Lu}\p{Ll}[\p{Ll}-]+\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?\p{Lu}\.\s?\p{Lu}\p{Ll}[\p{Ll}-]+)/gu;
const SIGNED_NAME = new RegExp(`^[ \\t]{0,8}${WORD}[ \\t]{1,3}${WORD}[ \\t]{0,8}$`, 'gmu');

/** A full name: of the account that wrote, or in the letter. A single word may be a first name or a mailbox. */
export const name: Recogniser = (letter) => {
  const { reporterName } = letter;
  if (FULL_NAME.test(reporterName.trim())) return present([reporterName]);
  const written = [...matches(letter, PATRONYMIC), ...matches(letter, INITIALS)];
  if (written.length > 0) return present(written);
  const signed = matches(letter, SIGNED_NAME);
  if (signed.length > 0 || /\p{L}/u.test(reporterName)) return unsure([...signed, reporterName]);
  return MISSING;
};

export const organization: Recogniser = (letter) => {
  const named = found(letter, 'organizationWords');
  if (named.length > 0) return present(named);
  const { mailDomain, words } = letter;
  const itsOwn = mailDomain !== undefined && words('publicMail').hits(cutText(mailDomain)).length === 0;
  const hinted = [...found(letter, 'departmentWords'), ...(itsOwn ? [mailDomain] : [])];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

/** Ten digits behind +7 or 8, or behind a country's code; spaces, hyphens and brackets between them. */
const LONG_NUMBER =
  /(?<![\d.,-])(?:\+\d[\d\s().-]{7,16}\d|8[\s(-]{0,2}\d{3,5}[\s)-]{0,2}\d(?:[\s-]?\d){4,7})(?!\d)/g;
/** A city code in brackets and a number behind it. */
const CITY_NUMBER = /\(\d{3,5}\)\s?\d(?:[\s-]?\d){4,6}(?!\d)/g;
/** A city's own number, or one inside a building. */
const LOCAL_NUMBER = /(?<![\d.,/№-])\d{1,3}-\d{2}-\d{2}(?![\d-])/g;

/** Every form in which a telephone number is written. */
export const PHONE_NUMBERS: readonly RegExp[] = [LONG_NUMBER, CITY_NUMBER, LOCAL_NUMBER];

export const phone: Recogniser = (letter) => {
  const own = found(letter, 'supportPhones').map(digitsOf);
  const numbers = [...matches(letter, LONG_NUMBER), ...matches(letter, CITY_NUMBER)].filter(
    (number) => !own.some((ours) => digitsOf(number).includes(ours)),
  );
  if (numbers.length > 0) return present(numbers);
  const hinted = [...matches(letter, LOCAL_NUMBER), ...found(letter, 'phoneWords')];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(-10);
}

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

export const email: Recogniser = (letter) => {
  const addresses = matches(letter, ADDRESS);
  return addresses.length > 0 ? present(addresses) : MISSING;
};
