import { cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { Attachment } from '#core/ticket/entry.ts';
import {
  found,
  MISSING,
  NOT_NEEDED,
  present,
  type Recogniser,
  type RequestLetter,
  textsOf,
  unsure,
} from '#standard/letter/request-letter.ts';

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */

/** A line of a list, or a part of a row: «1) старт клиента 2) логин». */
const LISTED =
  /(?:^[ \t]{0,8}(?:\d{1,2}[.)]|[a-zа-я]\)|[-–—•*])|(?<=[\s;])\d{1,2}[.)])[ \t]{0,4}(?<line>\p{L}[^\n]{2,200})/gmu;
/** Verbs as instructions and lists have them: «открыть список», "open the list". */
const ACTION_FIRST =
  /^(?:\p{L}{2,16}(?:[аеиуыя]ть|йти|ечь)(?:ся)?(?!\p{L})|(?:open|click|press|select|choose|enter|type|save|run|create|import|export|go|log|start|post|fill|set|tick|print|try|approve|sign|send)(?!\p{L}))/iu;
/** Buttons and places one after another: «„Обмен“ — „Выгрузить“ — „Старт“», «Справочники → выделить → Del → Да». */
const CHAIN_SIGN =
  /\s{0,3}(?:[→⟶⇒➔➜▸▶›]|[-–=]{1,2}>|(?<=[»"”]\s)[-–—](?=\s)|(?<=\s)[-–—](?=\s[«"“])|(?<=\s)>(?=\s))\s{0,3}/u;
const CHAIN_ACTION =
  /(?<!\p{L})(?:\p{L}{2,16}(?:[аеиуыя]ть|йти)(?:ся)?|del|delete|enter|ok|ок|да|yes|next|далее|f\d{1,2}|save)(?!\p{L})/iu;
const LONGEST_LINE = 2000;
/** Something is told behind «Порядок действий:», "What I do:". */
const TOLD_BEHIND = /^[^\n:]{0,30}?(?:[:–—]|\n)\s{0,4}\S[\s\S]{20}/u;
const VIDEO = /\.(?:mp4|avi|mov|webm|mkv|wmv|3gp)$/iu;

/** What the customer did, in order (5.3.1-3b, 5.3.2-6a): two actions tell a story. */
export const steps: Recogniser = (letter) => {
  const actions = doneIn(letter, 'stepWords');
  const acts = doneIn(letter, 'businessActs');
  const told = textsOf([...actions, ...acts]);
  const headings = headingsOf(letter);
  const surely = [...headings, ...listedActions(letter), ...chainsOf(letter), ...rowsOf(letter)];
  if (textsOf(actions).length >= 2 || surely.length > 0 || areOneStory(letter, actions, acts)) {
    return present([...surely, ...told]);
  }
  if (letter.subtype === 'administration') return NOT_NEEDED;
  const hinted = [...told, ...textsOf(doneIn({ ...letter, cut: letter.told }, 'stepHints'))];
  const isHalfTold = (actions.length > 0 && hinted.length >= 2) || hinted.length >= 4;
  return isHalfTold || letter.files.some(isVideo) || mayBeAdministration(letter) ? unsure(hinted) : MISSING;
};

/** Actions that were done: not those that were not, nor those that somebody else is asked for. */
function doneIn({ cut, words }: Pick<RequestLetter, 'cut' | 'words'>, list: string): readonly Hit[] {
  return words(list)
    .hits(cut)
    .filter(({ from }) => {
      const before = cut.text.slice(Math.max(0, from - 24), from);
      return !/(?<!\p{L})(?:не|был\p{L}?|вы|нельзя|чтобы|бы|please|not|cannot|can't|won't|you|to)\s{1,3}$/iu.test(
        before,
      );
    });
}

function actionsIn({ words }: RequestLetter, text: string): number {
  return doneIn({ cut: cutText(text), words }, 'stepWords').length;
}

/** «Сняли проведение, поменяли счёт и провели»: what is done in the course of business is a step beside another. */
function areOneStory({ cut }: RequestLetter, actions: readonly Hit[], acts: readonly Hit[]): boolean {
  const needed = actions.length > 0 ? 1 : 3;
  return sentencesOf(cut.text).some(({ from, to }) => {
    const inside = (hits: readonly Hit[]) => hits.filter((hit) => from <= hit.from && hit.to <= to).length;
    return inside(acts) >= needed && inside(actions) >= Math.min(actions.length, 1);
  });
}

function sentencesOf(text: string): readonly { from: number; to: number }[] {
  return [...text.matchAll(/[^.!?\n]{1,1000}/gu)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
}

function headingsOf({ cut, words }: RequestLetter): readonly string[] {
  return words('stepHeadings')
    .hits(cut)
    .filter(({ to }) => TOLD_BEHIND.test(cut.text.slice(to, to + 120)))
    .map(({ text }) => text);
}

/** Two lines or more of a list that begin with an action. */
function listedActions(letter: RequestLetter): readonly string[] {
  const lines = [...letter.cut.text.matchAll(LISTED)].flatMap(({ groups }) => groups?.line ?? []);
  const actions = lines.filter((line) => {
    const start = line.split(/\s+/u).slice(0, 3).join(' ');
    return ACTION_FIRST.test(line) || actionsIn(letter, start) > 0 || actsIn(letter, start) > 0;
  });
  return actions.length >= 2 ? actions : [];
}

function actsIn({ words }: RequestLetter, text: string): number {
  return doneIn({ cut: cutText(text), words }, 'businessActs').length;
}

/** Lines in which three things or more lead to each other, an action among them. */
function chainsOf(letter: RequestLetter): readonly string[] {
  return letter.cut.text
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter((line) => {
      const parts = line.split(CHAIN_SIGN);
      return parts.length > 2 && parts.some((part) => CHAIN_ACTION.test(part) || actionsIn(letter, part) > 0);
    })
    .map((line) => line.trim());
}

/** What stands between commas, arrows and dashes, each a button or an action: «открываю, Печать, Печать формы». */
const ROW_SIGN = /\s{0,3}(?:[,;:→⟶⇒▸▶›]|[-–=]{1,2}>)\s{0,3}|\s[-–—>]\s/u;
const BUTTON = /^["«“]?\p{Lu}[^.!?]{0,40}$/u;
const FEWEST_BUTTONS = 2;
/** Verbs of a row that is told without anybody: «открыть, изменить назначение, записать». */
const FEWEST_VERBS = 3;

function rowsOf(letter: RequestLetter): readonly string[] {
  return sentencesOf(letter.told.text)
    .map(({ from, to }) => letter.told.text.slice(from, to).trim())
    .filter((sentence) => isRow(letter, sentence));
}

function isRow(letter: RequestLetter, sentence: string): boolean {
  const [first = '', ...others] = sentence
    .split(ROW_SIGN)
    .map((part) => part.replace(/^(?:потом|затем|далее) /iu, ''));
  if (others.length < FEWEST_BUTTONS) return false;
  const parts = [first, ...others];
  if (parts.filter((part) => ACTION_FIRST.test(part)).length >= FEWEST_VERBS) return true;
  const buttons = others.filter((part) => BUTTON.test(part) && part.split(/\s+/u).length <= 3);
  const acts = parts.some((part) => ACTION_FIRST.test(part) || actionsIn(letter, part) > 0);
  return acts && buttons.length >= FEWEST_BUTTONS;
}

function isVideo({ name }: Attachment): boolean {
  return VIDEO.test(name);
}

/** Who asks for a password need not tell what they did; so long as nobody can tell, nobody is asked for it. */
function mayBeAdministration(letter: RequestLetter): boolean {
  const isAny = letter.kind === 'consultation' && letter.subtype === 'unclear';
  return isAny && found(letter, 'administrationWords').length > 0;
}
