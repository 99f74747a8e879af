import { cutText, type WordLists } from '#core/policy/text/word-lists.ts';

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
  /^\p{L}{2,30}(?:ович|евич|ёвич|[кмнтлв]ич|ьич|овна|евна|ёвна|ична|инична|оглы|кызы|гызы|улы|заде|ovich|evich|ovna|evna|ichna|inichna)$/iu;
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
  const startsOf = (lists: readonly string[]) =>
    new Set(
      lists.flatMap((list) =>
        words(list)
          .hits(cut)
          .map(({ from, text }) => from + text.search(/\p{L}/u)),
      ),
    );
  const given = new Set(
    words('givenNames')
      .hits(cut)
      .map(({ from }) => from),
  );
  const noNames = startsOf(['roleWords', 'departmentWords', 'organizationWords', 'notNames', 'othersWords']);
  // «г. Чебоксары» is a town, «Г. Иванова» a person.
  const streets = words('namedAfter')
    .hits(cut)
    .filter(({ text }) => text.length > 1 || /\p{Ll}/u.test(text))
    .map(({ to }) => to);
  let before = 0;
  let named = false;
  return [...line.matchAll(TOKEN)].map(({ 0: text, index: from }) => {
    const word = text.replace(/\.$/, '');
    const gap = line.slice(before, from);
    const joined = before > 0 && (/^[ \t]{1,4}$/.test(gap) || (gap === '' && line[before - 1] === '.'));
    before = from + text.length;
    // «ул. Мира», «им. А. С. Пушкина»: what is called after people is no person.
    const wasNamed = named && joined;
    named = streets.some((end) => end > from && end <= before) || (wasNamed && word.length === 1);
    const kind = wasNamed || named ? 'other' : kindOf(word, noNames.has(from) && !given.has(from), anyCase);
    const isPatronymic = kind === 'name' && word.length > 4 && PATRONYMIC.test(word);
    return {
      from,
      to: from + (word.length === 1 ? text.length : word.length),
      word,
      kind,
      given: kind === 'name' && given.has(from),
      patronymic: isPatronymic || CHILD_OF.test(word),
      joined,
    };
  });
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
  if (first.kind === 'initial') return afterInitials(first, second, third);
  if (first.kind !== 'name') return undefined;
  const isName = (token: Token | undefined) => token?.kind === 'name';
  const full = (length: number): Found => ({ length, shape: 'full' });
  if (isName(second) && isName(third)) {
    if (fourth !== undefined && CHILD_OF.test(fourth.word)) return full(4);
    if (third?.patronymic === true) return full(3);
    if (second.patronymic && third !== undefined && !third.given) return full(3);
  }
  if (second.kind === 'initial') {
    const two = third?.kind === 'initial';
    // «Людмила Ф.» keeps her surname to herself.
    if (first.given && !two && !SURNAME.test(first.word)) return { length: 2, shape: 'partial' };
    if (first.word.length < 3 || (!two && !SURNAME.test(first.word) && how.unknownPairs !== true))
      return undefined;
    return full(two ? 3 : 2);
  }
  if (!isName(second)) return undefined;
  if (second.patronymic) {
    const isSurname = first.given && FEMALE_GIVEN.test(first.word) && /ич$/iu.test(second.word);
    return isSurname ? full(2) : { length: 2, shape: 'partial' };
  }
  if (first.given !== second.given) return full(2);
  if (first.given && second.given) {
    // «Мария Роман», "James Martin": given names are surnames too.
    return SURNAME.test(first.word) || SURNAME.test(second.word) || how.unknownPairs === true
      ? full(2)
      : undefined;
  }
  const surname = SURNAME.test(first.word) || SURNAME.test(second.word);
  return how.unknownPairs === true && (surname || CASED.test(first.word)) ? full(2) : undefined;
}

function afterInitials(first: Token, second: Token, third: Token | undefined): Found | undefined {
  const surnameAt = second.kind === 'initial' ? 2 : 1;
  const surname = surnameAt === 2 ? third : second;
  if (first.kind !== 'initial' || surname?.kind !== 'name' || surname.word.length < 2) return undefined;
  if (surnameAt === 1 && surname.given && !SURNAME.test(surname.word)) return undefined;
  return { length: surnameAt + 1, shape: 'full' };
}

function joinedFrom(tokens: readonly Token[], index: number): readonly (Token | undefined)[] {
  const run = [tokens[index]];
  for (let next = index + 1; next < index + 4 && tokens[next]?.joined === true; next += 1)
    run.push(tokens[next]);
  return run;
}
