/** What nobody sees: soft hyphens, zero-width characters, marks of direction, a byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u;
const WIDE_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;
const HYPHEN = /[\u2010\u2011]/u;

/** Latin letters that look like Cyrillic ones, and get into Russian words by a keyboard left in the wrong layout. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};
const LETTERS = /[\p{L}\p{M}]{2,60}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/gu;

/** A text as it is read, and where each of its characters stood before. */
interface Plain {
  readonly text: string;
  /** Place in the written text by place in the plain one; one more for the end. */
  readonly places: readonly number[];
}

/** Mail programs write the same words in several ways; to the reader they are one: composed letters, plain spaces. */
export function plainText(written: string): string {
  return plain(written).text;
}

/** Finds in a text as it was written the words that were found in its plain form. */
export function asWritten(found: string, written: string): string {
  if (written.includes(found)) return found;
  const { text, places } = plain(written);
  const from = text.indexOf(found);
  return from === -1 ? found : written.slice(places[from], places[from + found.length]);
}

function plain(written: string): Plain {
  const characters: string[] = [];
  const places: number[] = [];
  // One letter with its marks is composed at a time, so that its place stays known.
  for (const { 0: cluster, index } of written.matchAll(/\r\n|\P{M}\p{M}{0,8}|\p{M}/gsu)) {
    for (const character of plainCluster(cluster)) {
      characters.push(character);
      places.push(index);
    }
  }
  places.push(written.length);
  return { text: withoutLookAlikes(characters.join('')), places };
}

function plainCluster(cluster: string): string {
  if (cluster === '\r\n' || cluster === '\r') return '\n';
  if (UNSEEN.test(cluster)) return '';
  if (WIDE_SPACE.test(cluster)) return ' ';
  return HYPHEN.test(cluster) ? '-' : cluster.normalize('NFC');
}

function withoutLookAlikes(text: string): string {
  return text.replace(LETTERS, (word) => {
    if (!CYRILLIC.test(word)) return word;
    const latin = word.match(LATIN);
    if (latin === null || !latin.every((letter) => letter in LOOK_ALIKES)) return word;
    return word.replace(LATIN, (letter) => LOOK_ALIKES[letter] ?? letter);
  });
}
