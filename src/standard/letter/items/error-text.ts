import { cutText, type Hit } from '#core/policy/text/cut-text.ts';
import {
  found,
  MISSING,
  NOT_NEEDED,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */

/** So far behind such words we look for what it said. */
const LONGEST_MESSAGE = 300;

/** A quotation behind the words that tell of a message; buttons and documents have their names in quotes as well. */
const QUOTED = /^(?<gap>[^«"“„]{0,90}?)[«"“„](?<said>[^»"”]{3,300})[»"”]/u;
const OTHER_NAME =
  /кнопк|наж[аи]|жму|докумен|вкладк|отч[её]т|поле|журнал|button|click|press|tab |report|document|[.!?]\s/iu;
const BEHIND_COLON =
  /^(?:[^.!?\n:«"“]{0,60}?)(?::|\s[–—-]{1,2}\s|\s?[–—-]{1,2}>)\s{0,6}[«"“„]?(?<said>\p{L}[^\n]{4,250}|0x[^\n]{2,100}|\d{3,}[^\n]{0,100})/u;
const TOLD_THAT = /^[^.!?\n]{0,30}?,?\s(?:что|that|мол|типа|якобы)\s(?<said>[^\n.!?]{5,200})/iu;
const SENTENCE = /^[^.!?;\n]{0,250}/u;
/** From here on a sentence tells when the message came, not what it says. */
const CIRCUMSTANCE =
  /(?<!\p{L})(?:при|когда|после|если|а|но|and|when|while|after|during|if|but|on|every)(?!\p{L})[\s\S]*/iu;
/** «Пишет какую-то ерунду», "some error about rights": nobody can find it by these words. */
const VAGUE =
  /(?<!\p{L})(?:как(?:ую|ая|ое|ой|ие)-то|что-то|чего-то|ерунд\p{L}{1,3}|непонятн\p{L}{1,3}|абракадабр\p{L}|кракозябр\p{L}{1,2}|по-английски|на английском|not sure what|some|something|somewhat|gibberish|weird|strange)(?!\p{L})/iu;
const MESSAGE_NAMED =
  /(?<!\p{L})(?:\p{L}{0,6}ошибк\p{L}{0,3}|сообщени\p{L}{1,3}|окн\p{L}{1,3}|окошк\p{L}{1,2}|мне|нам|вот|это|такое|так|опять|снова|что|an?|the|error|errors|message|window|box|me|us|this|with|up|it)(?!\p{L})/giu;

/**
 * The text of the message that the system showed (5.3.2-6c). Asked for only where a letter surely says that one was
 * shown, and no picture can hold it.
 */
export const errorText: Recogniser = (letter) => {
  const story = { ...letter, cut: letter.told };
  const shown = hitsOf(story, 'messageShown');
  const says = hitsOf(story, 'messageSays');
  const told = [
    ...found(letter, 'errorTexts'),
    ...says.flatMap((hit) => wordingBehind(story, hit, 2) ?? []),
    ...[...shown, ...hitsOf(story, 'messageNouns')].flatMap(
      (hit) => wordingBehind(story, hit, undefined) ?? [],
    ),
    ...quotedMessages(story),
  ];
  if (told.length > 0) return present([...new Set(told)]);
  const all = [...shown, ...says];
  if (all.length === 0) return NOT_NEEDED;
  const evidence = all.map(({ text }) => text);
  if (letter.files.length > 0) return unsure([...evidence, ...letter.files.map(({ name }) => name)]);
  return says.some(({ to }) => bareWords(letter.told.text.slice(to)) >= 2 && !isVague(story, to))
    ? unsure(evidence)
    : MISSING;
};

/** People scold and write as programs do. */
const SPEAKERS =
  /(?<!(?<!\p{L})у )(?<!\p{L})(?:начальник|начальница|директор|руководитель|руководство|заведующая|коллега|бухгалтер|главбух|кассир|глава|шеф|казначейство|colleague|boss|director|accountant|manager)(?: (?:на )?(?:нас|меня|мне|нам))? (?:ругается|говорит|пишет|сообщает|says|said|tells|complains)$/iu;
/** What comes up besides messages. */
const NO_MESSAGE =
  /^\s(?:список|спис\p{L}{2,4}|справочник|календар\p{L}|подсказк\p{L}|меню|форма|чистый|лист|a list|the list|a calendar|a menu)(?!\p{L})/iu;

/** Words of a list that are not denied: «ошибок не выдаёт», "no message". */
function hitsOf({ cut, words }: RequestLetter, list: string): readonly Hit[] {
  return words(list)
    .hits(cut)
    .filter(({ from, to, text }) => {
      const before = cut.text.slice(Math.max(0, from - 30), from);
      const after = cut.text.slice(to, to + 24);
      return (
        !SPEAKERS.test(`${before}${text}`) &&
        !NO_MESSAGE.test(after) &&
        !/(?<!\p{L})(?:не|ни|без|никак\p{L}{1,3}|нет|ничего|no|not|any|without|never|doesn't|nothing)\s{1,3}(?:\p{L}{1,12}\s{1,2})?$/iu.test(
          before,
        ) &&
        !/^\s{1,2}(?:\p{L}{1,12}\s{1,2})?(?:нет|не\s|ничего|nothing)/iu.test(after)
      );
    });
}

/** What the message says, as the letter tells it behind such words. */
function wordingBehind(letter: RequestLetter, hit: Hit, fewest: number | undefined): string | undefined {
  const { text } = letter.cut;
  const rest = text.slice(hit.to, hit.to + LONGEST_MESSAGE);
  const said = quotedIn(letter, rest) ?? introducedIn(rest) ?? bareIn(letter, hit, rest, fewest);
  return said === undefined
    ? undefined
    : text.slice(hit.from, hit.to + rest.indexOf(said) + said.length).trim();
}

function quotedIn(letter: RequestLetter, rest: string): string | undefined {
  const { gap = '', said } = QUOTED.exec(rest)?.groups ?? {};
  if (said === undefined) return undefined;
  return isMessage(letter, said) || (!OTHER_NAME.test(gap) && wordsIn(said) >= 2) ? said : undefined;
}

/** Behind a colon, a dash, «что». */
function introducedIn(rest: string): string | undefined {
  return [BEHIND_COLON, TOLD_THAT]
    .flatMap((pattern) => pattern.exec(rest)?.groups?.said ?? [])
    .find((said) => wordsIn(said) >= 2 && !VAGUE.test(said.slice(0, 30)));
}

function bareIn(
  letter: RequestLetter,
  { to }: Hit,
  rest: string,
  fewest: number | undefined,
): string | undefined {
  const bare = SENTENCE.exec(rest)?.[0] ?? '';
  if (bare.trim() === '' || isVague(letter, to)) return undefined;
  const isWorded = isMessage(letter, bare.replace(CIRCUMSTANCE, ''));
  return isWorded || (fewest !== undefined && bareWords(rest) > fewest) ? bare : undefined;
}

/** How many words of the sentence behind may be the message itself. */
function bareWords(text: string): number {
  const sentence = (SENTENCE.exec(text)?.[0] ?? '').replace(CIRCUMSTANCE, '').replace(MESSAGE_NAMED, ' ');
  return wordsIn(sentence);
}

function isVague({ cut }: RequestLetter, to: number): boolean {
  return VAGUE.test(SENTENCE.exec(cut.text.slice(to, to + 80))?.[0] ?? '');
}

/** Written as programs write: «не найден», "access denied". */
function isMessage({ words }: RequestLetter, said: string): boolean {
  return words('messageWords').hits(cutText(said)).length > 0;
}

const IN_QUOTES = /[«"“„](?<said>[^»"”\n]{8,300})[»"”]/gu;

/** Quotations that are worded as messages are, wherever they stand. */
function quotedMessages(letter: RequestLetter): readonly string[] {
  return [...letter.cut.text.matchAll(IN_QUOTES)]
    .map(({ groups }) => groups?.said ?? '')
    .filter((said) => wordsIn(said) >= 2 && isMessage(letter, said));
}

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}|\d{2,}/gu)?.length ?? 0;
}
