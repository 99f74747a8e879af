import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** A person's name in a line of text. */
export interface PersonName {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** `full`: a surname with a given name or initials. `partial`: a given name with a patronymic or one letter. */
  readonly shape: 'full' | 'partial';
}

/** A surname and nothing else, as people sign: «Савченко». */
export function isLoneSurname(line: string, words: WordLists): boolean {
  const word = line.trim().replace(/[.,]$/, '');
  return CASED.test(word) && SURNAME.test(word) && words('notNames').hits(cutText(word)).length === 0;
}

interface Token {
  readonly from: number;
  readonly to: number;
  /** Without a dot. */
  readonly word: string;
  readonly kind: 'name' | 'initial' | 'other';
  readonly given: boolean;
  /** One letter with its dot. */
  readonly dotted: boolean;
  /** A patronymic that is cut short: «Наталья Андр.», «Роман Викт.». */
  readonly short: boolean;
  readonly patronymic: boolean;
  /** Joined to the token before by nothing but space. */
  readonly joined: boolean;
}

export interface HowToLook {
  /** Two words that begin like names are one, although neither is known: where nothing but a name is likely. */
  readonly unknownPairs?: boolean;
  /** Names in small letters too. */
  readonly anyCase?: boolean;
}

/** Every repetition has a bound: letters are written by anybody, and must be read in no time. */
const TOKEN = /\p{L}[\p{L}\p{M}'’`-]{0,40}\.?/gu;
const CASED =
  /^\p{Lu}['’`]?\p{Lu}?\p{Ll}[\p{Ll}'’`]{0,40}(?:\p{Lu}\p{Ll}{1,40})?(?:-\p{Lu}?\p{Ll}{1,40}){0,2}$/u;
const CAPITALS = /^\p{Lu}{2}[\p{Lu}'’`]{0,40}(?:-\p{Lu}{2,40}){0,2}$/u;
/** In the nominative: who stands in another case is written about, not writing. */
const PATRONYMIC =
  /^\p{L}{2,30}(?:ович|евич|ёвич|[кмнтлв]ич|ьич|[лнп]ыч|овна|евна|ёвна|авна|ична|инична|оглы|кызы|гызы|улы|заде|ovich|evich|ovna|evna|ichna|inichna)$/iu;
const SHORT =
  /^(?:Ал(?:ек|екс|ександр|др)?|Ан(?:др|ат)?|Арк|Бор(?:ис)?|Вал(?:ент|ер)?|Вас(?:ил)?|Викт?|Вит(?:ал)?|Вл(?:ад|адим)?|Вяч|Ген(?:н|над|р)?|Геор|Гр(?:иг)?|Дан|Дм(?:итр)?|Евг(?:ен)?|Ег|Ив|Иг|Ил(?:ьин)?|Конст?|Лео?н?|Макс|Мих(?:айл)?|Ник(?:ол)?|Ол(?:ег)?|Павл?|Петр?|Ром|Сем|Серг?|Стан|Степ|Фед|Эд|Юр|Як)$/u;
const CHILD_OF = /^(?:оглы|кызы|гызы|улы|углы|ogly|oglu|kyzy|gyzy)$/iu;
const FEMALE_GIVEN = /[ая]$/iu;
const SURNAME =
  /(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|[сц]кой|енко|ук|юк|чук|чак|як|ян|янц|дзе|швили|[иы]х|ая|ец|ман|берг|штейн|ич|ik|ov|ev|in|ova|eva|ina|sky|skiy|skaya|enko|uk|yuk|yan|dze|son)$/iu;

/** Finds names of people in one line: «Иванова Мария Петровна», «М.П. Иванова», "Petrova M.", "John Smith". */
export function personNames(line: string, words: WordLists, how: HowToLook = {}): readonly PersonName[] {
  const tokens = tokensOf(line, words, how.anyCase ?? false);
  const names: PersonName[] = [];
  for (let index = 0; index < tokens.length; ) {
    const found = nameAt(tokens, index, how);
    if (found === undefined) {
      index += 1;
      continue;
    }
    const from = tokens[index]?.from ?? 0;
    const to = tokens[index + found.length - 1]?.to ?? from;
    names.push({ from, to, text: line.slice(from, to), shape: found.shape });
    index += found.length;
  }
  return names;
}

function tokensOf(line: string, words: WordLists, anyCase: boolean): readonly Token[] {
  const cut = cutText(line);
  const found = (list: string) => words(list).hits(cut);
  const given = new Set(found('givenNames').map(({ from }) => from));
  // Patterns look at what stands before a word, too.
  const noNames = new Set(
    NO_NAMES.flatMap(found).map(({ to, text }) => to - text.length + Math.max(text.search(/\p{L}/u), 0)),
  );
  // «г. Чебоксары» is a town, «Г. Иванова» a person.
  const streets = new Set(
    found('namedAfter')
      .filter(({ text }) => text.length > 1 || /\p{Ll}/u.test(text))
      .map(({ to }) => to),
  );
  let before = 0;
  let named = false;
  return [...line.matchAll(TOKEN)].map(({ 0: text, index: from }) => {
    const word = text.replace(/\.$/, '');
    const joined = before > 0 && isJoined(line, before, from);
    before = from + text.length;
    // «ул. Мира», «им. А. С. Пушкина»: what is called after people is no person.
    const wasNamed = named && joined;
    named = streets.has(from + word.length) || (wasNamed && word.length === 1);
    const isName = !wasNamed && !named;
    const kind = isName ? kindOf(word, noNames.has(from) && !given.has(from), anyCase) : 'other';
    const isDotted = text.length > word.length;
    const dotted = isDotted && word.length === 1;
    const short = isDotted && kind === 'name' && SHORT.test(word);
    return {
      from,
      to: from + lengthOf(text, dotted || short),
      word,
      kind,
      given: kind === 'name' && given.has(from),
      dotted,
      short,
      patronymic: CHILD_OF.test(word) || (kind === 'name' && word.length > 4 && PATRONYMIC.test(word)),
      joined,
    };
  });
}

const NO_NAMES = [
  'roleWords',
  'departmentWords',
  'organizationWords',
  'notNames',
  'othersWords',
  'introductions',
];

/** Without its dot, unless that belongs to it. */
function lengthOf(text: string, withDot: boolean): number {
  return withDot ? text.length : text.replace(/\.$/, '').length;
}

function isJoined(line: string, before: number, from: number): boolean {
  const gap = line.slice(before, from);
  return /^[ \t]{1,4}$/.test(gap) || (gap === '' && line[before - 1] === '.');
}

function kindOf(word: string, noName: boolean, anyCase: boolean): Token['kind'] {
  if (word.length === 1)
    return /\p{Lu}/u.test(word) || (anyCase && /\p{L}/u.test(word)) ? 'initial' : 'other';
  if (noName && !PATRONYMIC.test(word)) return 'other';
  if (CASED.test(word) || CAPITALS.test(word)) return 'name';
  return anyCase && /^\p{L}{2,40}(?:-\p{L}{2,40})?$/u.test(word) ? 'name' : 'other';
}

interface Found {
  readonly length: number;
  readonly shape: PersonName['shape'];
}

/** The longest name that begins at a token. */
function nameAt(tokens: readonly Token[], index: number, how: HowToLook): Found | undefined {
  const [first, second, third, fourth] = joinedFrom(tokens, index);
  if (first === undefined || second === undefined) return undefined;
  if (first.kind === 'initial') return afterInitials(first, second, third, how);
  if (first.kind !== 'name') return undefined;
  if (second.kind === 'initial') return withInitials(first, second, third, how);
  if (second.kind !== 'name') return undefined;
  return withPatronymic(second, third, fourth) ?? withShort(first, second, third, how);
}

/** «Попцова Наталья Андр.»; of «Мария Ив.» the surname is not known. */
function withShort(first: Token, second: Token, third: Token | undefined, how: HowToLook): Found | undefined {
  if (first.given && second.short) return { length: 2, shape: 'partial' };
  const two = ofTwo(first, second, how);
  return two?.shape === 'full' && third?.short === true ? full(3) : two;
}

function full(length: number): Found {
  return { length, shape: 'full' };
}

/** "J Kowalczyk"; A and I are words. */
const LATIN_INITIAL = /^[B-HJ-Z]$/;

/** «Н. Прокопчук», «М.П. Иванова»; letters without dots are small words in a text of capitals («С УТРА»). */
function afterInitials(
  first: Token,
  second: Token,
  third: Token | undefined,
  how: HowToLook,
): Found | undefined {
  const surnameAt = second.kind === 'initial' ? 2 : 1;
  const surname = surnameAt === 2 ? third : second;
  if (surname?.kind !== 'name' || surname.word.length < 2) return undefined;
  if (!first.dotted && !(how.unknownPairs === true && LATIN_INITIAL.test(first.word))) return undefined;
  if (surnameAt === 1 && surname.given && !SURNAME.test(surname.word)) return undefined;
  return full(surnameAt + 1);
}

/** «Иванова М.П.», «Калугина О.»; «Людмила Ф.» keeps her surname to herself. */
function withInitials(
  first: Token,
  second: Token,
  third: Token | undefined,
  how: HowToLook,
): Found | undefined {
  const two = third?.kind === 'initial';
  const isSurname = SURNAME.test(first.word);
  if (first.given && !two && !isSurname) return { length: 2, shape: 'partial' };
  if (first.word.length < 3) return undefined;
  if (!second.dotted && how.unknownPairs !== true && !(two && isSurname)) return undefined;
  if (!two && !isSurname && how.unknownPairs !== true) return undefined;
  return full(two ? 3 : 2);
}

/** «Иванова Мария Петровна», «Мария Петровна Иванова», «Гасанов Эльнур Расим оглы». */
function withPatronymic(
  second: Token,
  third: Token | undefined,
  fourth: Token | undefined,
): Found | undefined {
  if (third?.kind !== 'name') return undefined;
  if (fourth !== undefined && CHILD_OF.test(fourth.word)) return full(4);
  if (third.patronymic || (second.patronymic && !third.given)) return full(3);
  return undefined;
}

/** «Мария Иванова», «Иванова Мария»; of «Мария Ивановна» the surname is not known. */
function ofTwo(first: Token, second: Token, how: HowToLook): Found | undefined {
  const isSurname = SURNAME.test(first.word) || SURNAME.test(second.word);
  if (second.patronymic) {
    const belarusian = first.given && FEMALE_GIVEN.test(first.word) && /ич$/iu.test(second.word);
    return belarusian ? full(2) : { length: 2, shape: 'partial' };
  }
  if (first.given !== second.given) return full(2);
  // «Мария Роман», "James Martin": given names are surnames too.
  if (first.given) return isSurname || how.unknownPairs === true ? full(2) : undefined;
  return how.unknownPairs === true && (isSurname || CASED.test(first.word)) ? full(2) : undefined;
}

function joinedFrom(tokens: readonly Token[], index: number): readonly (Token | undefined)[] {
  const run = [tokens[index]];
  for (let next = index + 1; next < index + 4 && tokens[next]?.joined === true; next += 1)
    run.push(tokens[next]);
  return run;
}
