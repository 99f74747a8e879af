import type { CutText } from '#core/policy/text/cut-text.ts';
import {
  A_UNIT_RU,
  any,
  CLOSE,
  COMING,
  DAY,
  EDGE,
  GAP,
  HALF,
  HOW_LONG_EN,
  HOW_LONG_RU,
  HOW_MANY_RU,
  NAMED_MONTH,
  OPEN,
  QUARTER,
  THE_UNIT_EN,
  WEEKDAY,
  YEAR_ALONE,
} from './time-grammar.ts';

/** How a time is tied to what is said: as its last day, as the time it may take, as when it happens, or as a label's value. */
export type Tie = 'until' | 'span' | 'during' | 'since' | 'label';

/** A time that a letter names together with the word that ties it («до 15 марта», "within two weeks"). */
export interface TiedTime {
  readonly tie: Tie;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A kind of time, tried at one place; each is built once for all words that tie it. */
const time = (source: string) => new RegExp(`${source}${CLOSE}`, 'y');
const AN_EDGE = time(EDGE);
const A_QUARTER = time(QUARTER);
const A_HALF = time(HALF);
const A_DAY = time(DAY);
const COMING_TIME = time(COMING);
const A_MONTH = time(NAMED_MONTH);
const LONG_RU = time(HOW_LONG_RU);
const LONG_EN = time(HOW_LONG_EN);

interface Tying {
  readonly tie: Tie;
  /** The words, and the gap behind them. */
  readonly words: RegExp;
  /** What they tie; the first that stands there counts. */
  readonly times: readonly RegExp[];
}

const SINCE_RU = `(?:с|со|начиная${GAP}с)`;
const TIES: readonly Tying[] = [
  tying(
    'until',
    any(
      `не${GAP}позд(?:нее|же)(?:${GAP}чем)?|не${GAP}позже(?:${GAP}чем)?|до|ко?`,
      `(?:no|not)${GAP}later${GAP}than|by|before|until|till|prior${GAP}to|ahead${GAP}of|due(?:${GAP}(?:by|on))?|(?:ready|needed|wanted|in${GAP}time)${GAP}for`,
    ),
    [AN_EDGE, A_QUARTER, A_HALF, A_DAY, COMING_TIME, time(YEAR_ALONE), A_MONTH],
  ),
  tying(
    'span',
    any(
      `(?:не${GAP}позднее,?${GAP}чем${GAP})?через|в${GAP}течени[еи]|в${GAP}пределах|не${GAP}более`,
      `within|in|over`,
    ),
    [LONG_RU, LONG_EN],
  ),
  // «За I квартал» is a report's.
  tying('span', 'за', [time(`${HOW_MANY_RU}${GAP}(?:рабоч[a-zа-я]{1,3}${GAP})?(?:дня|дней|недел[ьи])`)]),
  tying('span', '(?:недел[иью]|дн(?:я|ей)|месяц(?:а|ев))', [time(`(?:через|за)${GAP}${HOW_MANY_RU}`)]),
  tying('span', any(`в${GAP}течени[еи]|через|в${GAP}пределах`, 'within'), [
    time(any(A_UNIT_RU, THE_UNIT_EN)),
  ]),
  tying('span', 'в', [time(`ближайш[a-zа-я]{1,3}${GAP}(?:${HOW_LONG_RU}|недел[юи]|месяц)`)]),
  tying('during', any('во?|на|под', `(?:sometime${GAP})?(?:in|during|around|on)`), [
    AN_EDGE,
    A_QUARTER,
    A_HALF,
    COMING_TIME,
    A_MONTH,
    time(WEEKDAY),
  ]),
  tying('since', any(SINCE_RU, `(?:starting${GAP})?from|as${GAP}of`), [A_DAY, AN_EDGE]),
];

function tying(tie: Tie, words: string, times: readonly RegExp[]): Tying {
  return { tie, words: new RegExp(`${OPEN}${words}${GAP}`, 'y'), times };
}

/** What a form, or a sentence, calls the day on which something is wanted. */
const LABEL_BEFORE =
  /(?<![a-zа-я])(?:(?:желаем|желательн|крайн|предельн|планов|планируем|ожидаем|нужн)[a-zа-я]{2,3}\s{1,3}(?:срок|дат|день)[a-zа-я]{0,3}|срок(?:и|а|ом|ам|у)?|дедлайн[a-zа-я]{0,2}|дата\s{1,3}(?:исполнения|реализации|выполнения|внедрения|готовности)|когда\s{1,3}(?:нужно|надо|нужен|требуется)|ориентир[a-zа-я]{0,8}|желательно|(?:хорошо|неплохо|здорово)\s{1,3}бы|deadline|due|target|(?:target|desired|required|due|preferred|requested|wanted)\s{1,3}(?:completion\s{1,3}|delivery\s{1,3})?(?:date|by|timing)|timeline|time\s?frame|when\s{1,3}needed|needed|ideally|preferably)(?:\s{1,3}(?!не\s)[a-zа-я(),]{1,22}){0,5}\s{0,3}[:=–—-]?\s{0,3}["«*_]{0,2}$/u;
/** Words that label a time only with a colon behind them: «Нужно: 15.05.2026». */
const LABEL_WITH_COLON =
  /(?<![a-zа-я])(?:нужно|надо|нужна|нужен|когда|какого\s{1,3}числа|wanted|needed|when)(?:\s{1,3}(?:by|до|к))?\s{0,3}[:–—]\s{0,3}$/u;
const LABEL_AFTER =
  /^\s{0,3}[–—,:-]?\s{0,3}(?:это\s{1,2}|у\s{1,2}нас\s{1,2}|наш\s{1,2}|самый\s{1,2})?(?:(?:крайн|последн|предельн)[a-zа-я]{2,3}\s{1,3}(?:срок|день|дата)|дедлайн|is\s{1,3}(?:our\s{1,3}|the\s{1,3})?(?:hard\s{1,3})?deadline|at\s{1,3}the\s{1,3}latest|latest(?![a-z])|(?:нас\s{1,2}|нам\s{1,2}|меня\s{1,2}|вполне\s{1,2}){0,2}(?:устро|подойд[её]т|годится|хватит|нормально|норм(?![a-zа-я])|в\s{1,2}самый\s{1,2}раз)|works?(?![a-z])|(?:would\s{1,2}be|will\s{1,2}be|is|would)\s{1,2}(?:also\s{1,2})?(?:fine|ok|okay|ideal|perfect|great|good|enough|suit|do(?![a-z])))/u;
const LABELLED = [AN_EDGE, A_QUARTER, A_HALF, A_DAY, COMING_TIME, LONG_RU, LONG_EN, A_MONTH];
const FAR_ENOUGH = 90;

/** Only at these words a time can be tied. */
const TYING = new Set(
  (
    'не до к ко через в во за на под с со начиная no not by before until till prior ahead due within in over during ' +
    'around on sometime from starting as ready needed wanted неделю недели недель дня дней месяца месяцев'
  ).split(' '),
);
/** Where a time may begin. */
const BEGINNING = new RegExp(`${OPEN}[a-zа-я0-9]`, 'g');
/** Without any of these nothing is labelled. */
const LABEL =
  /срок|дедлайн|дата\s|день|когда|числа|ориентир|желательно|хорошо|неплохо|здорово|нужн|надо|устро|подойд|годится|хватит|норм|самый|works?\s|deadline|due|target|desired|required|preferred|requested|wanted|needed|time|ideally|preferably|latest|would|will|is\s/u;

/**
 * Every time that a letter names and ties to something, in Russian and English: days, weekdays, ends and halves of
 * periods, months, quarters, spans. Whether somebody wishes for it, the words around tell. The day itself is not
 * counted: nobody needs it, and a date that is wished for is never a promise (5.3.3-5).
 */
export function tiedTimes(cut: CutText): readonly TiedTime[] {
  const text = lowered(cut.text);
  const starts = cut.words.filter(({ folded }) => TYING.has(folded)).map(({ from }) => from);
  const found = TIES.flatMap((tying) => tiedAt(text, starts, tying));
  if (LABEL.test(text)) found.push(...labelled(text));
  return found
    .map((time) => ({ ...time, text: cut.text.slice(time.from, time.to) }))
    .filter(({ text: words }) => !/(?<!\p{L})may$/u.test(words));
}

/** A letter whose small form is longer would move all that stands behind it. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  return (small.length === text.length ? small : text).replaceAll('ё', 'е').replace(/[^\S\n]/g, ' ');
}

function labelled(text: string): TiedTime[] {
  const found: TiedTime[] = [];
  for (const { index } of text.matchAll(BEGINNING)) {
    const end = index < (found.at(-1)?.to ?? 0) ? undefined : endAt(text, index, LABELLED);
    if (end !== undefined && isLabelled(text, index, end)) found.push(tied('label', text, index, end));
  }
  return found;
}

function isLabelled(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - FAR_ENOUGH), from);
  const after = text.slice(to, to + FAR_ENOUGH);
  return LABEL_BEFORE.test(before) || LABEL_WITH_COLON.test(before) || LABEL_AFTER.test(after);
}

/** No match begins within another. */
function tiedAt(text: string, starts: readonly number[], { tie, words, times }: Tying): readonly TiedTime[] {
  const found: TiedTime[] = [];
  for (const start of starts) {
    if (start < (found.at(-1)?.to ?? 0)) continue;
    const behind = endAt(text, start, [words]);
    const end = behind === undefined ? undefined : endAt(text, behind, times);
    if (end !== undefined) found.push(tied(tie, text, start, end));
  }
  return found;
}

/** Where the first of these ends that stands at a place. */
function endAt(text: string, at: number, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return undefined;
}

function tied(tie: Tie, text: string, from: number, to: number): TiedTime {
  return { tie, from, to, text: text.slice(from, to) };
}
