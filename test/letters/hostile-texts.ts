/** Texts that make careless recognisers slow: one thing that a pattern begins with, again and again. */
export const HOSTILE_PIECES: Readonly<Record<string, string>> = {
  'one letter': 'а',
  'one capital': 'А',
  words: 'документ не проводится ошибка ',
  negations: 'не ',
  spaces: ' ',
  'no-break spaces': '\u00a0',
  lines: '\n',
  'carriage returns': '\r\n',
  digits: '1',
  'digits and hyphens': '8-9',
  'brackets open': '(8',
  points: '1.',
  dates: '12.03.2026 ',
  'quotation marks': '«',
  'quoted lines': '> цитата\n',
  'header lines': 'От: кто-то\n',
  'numbered lines': '1. открываю журнал\n',
  paths: 'Учёт \\ ',
  slashes: 'а/б/',
  arrows: 'а > ',
  names: 'Иванова Мария Петровна ',
  initials: 'Иванов И.И. ',
  addresses: 'a@b.c.',
  'address without end': 'a.a.a.',
  identifiers: 'id ',
  numbers: '№ 12 от ',
  organisations: 'МБОУ «Школа ',
  telephones: '+7 (8352) 32-33-2',
  questions: 'почему? ',
  thanks: 'спасибо ',
  months: 'до 15 марта ',
  'printer words': 'принтер не печат ',
  'combining accents': 'е\u0301',
  'halves of letters': '\ud83d',
  links: 'http://a.a/',
};

/** A text of a hostile piece, about so long. */
export function hostileText(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
