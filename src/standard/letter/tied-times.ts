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

const SINCE_RU = `(?:с|со|начиная${GAP}с)`;
const TIES: readonly (readonly [Tie, string, string])[] = [
  [
    'until',
    any(
      `не${GAP}позд(?:нее|же)(?:${GAP}чем)?|не${GAP}позже(?:${GAP}чем)?|до|ко?`,
      `(?:no|not)${GAP}later${GAP}than|by|before|until|till|prior${GAP}to|ahead${GAP}of|due(?:${GAP}(?:by|on))?|(?:ready|needed|wanted|in${GAP}time)${GAP}for`,
    ),
    any(EDGE, QUARTER, HALF, DAY, COMING, YEAR_ALONE, NAMED_MONTH),
  ],
  [
    'span',
    any(
      `(?:не${GAP}позднее,?${GAP}чем${GAP})?через|в${GAP}течени[еи]|в${GAP}пределах|не${GAP}более`,
      `within|in|over`,
    ),
    any(HOW_LONG_RU, HOW_LONG_EN),
  ],
  // «За I квартал» is a report's.
  ['span', 'за', `${HOW_MANY_RU}${GAP}(?:рабоч[a-zа-я]{1,3}${GAP})?(?:дня|дней|недел[ьи])`],
  ['span', '(?:недел[иью]|дн(?:я|ей)|месяц(?:а|ев))', `(?:через|за)${GAP}${HOW_MANY_RU}`],
  ['span', any(`в${GAP}течени[еи]|через|в${GAP}пределах`, 'within'), any(A_UNIT_RU, THE_UNIT_EN)],
  ['span', 'в', `ближайш[a-zа-я]{1,3}${GAP}(?:${HOW_LONG_RU}|недел[юи]|месяц)`],
  [
    'during',
    any('во?|на|под', `(?:sometime${GAP})?(?:in|during|around|on)`),
    any(EDGE, QUARTER, HALF, COMING, NAMED_MONTH, WEEKDAY),
  ],
  ['since', any(SINCE_RU, `(?:starting${GAP})?from|as${GAP}of`), any(DAY, EDGE)],
];

/** What a form, or a sentence, calls the day on which something is wanted. */
const LABEL_BEFORE =
  /(?<![a-zа-я])(?:(?:желаем|желательн|крайн|предельн|планов|планируем|ожидаем|нужн)[a-zа-я]{2,3}\s{1,3}(?:срок|дат|день)[a-zа-я]{0,3}|срок(?:и|а|ом|ам|у)?|дедлайн[a-zа-я]{0,2}|дата\s{1,3}(?:исполнения|реализации|выполнения|внедрения|готовности)|когда\s{1,3}(?:нужно|надо|нужен|требуется)|ориентир[a-zа-я]{0,8}|желательно|(?:хорошо|неплохо|здорово)\s{1,3}бы|deadline|due|target|(?:target|desired|required|due|preferred|requested|wanted)\s{1,3}(?:completion\s{1,3}|delivery\s{1,3})?(?:date|by|timing)|timeline|time\s?frame|when\s{1,3}needed|needed|ideally|preferably)(?:\s{1,3}(?!не\s)[a-zа-я(),]{1,22}){0,5}\s{0,3}[:=–—-]?\s{0,3}["«*_]{0,2}$/u;
/** Words that label a time only with a colon behind them: «Нужно: 15.05.2026». */
const LABEL_WITH_COLON =
  /(?<![a-zа-я])(?:нужно|надо|нужна|нужен|когда|какого\s{1,3}числа|wanted|needed|when)(?:\s{1,3}(?:by|до|к))?\s{0,3}[:–—]\s{0,3}$/u;
const LABEL_AFTER =
  /^\s{0,3}[–—,:-]?\s{0,3}(?:это\s{1,2}|у\s{1,2}нас\s{1,2}|наш\s{1,2}|самый\s{1,2})?(?:(?:крайн|последн|предельн)[a-zа-я]{2,3}\s{1,3}(?:срок|день|дата)|дедлайн|is\s{1,3}(?:our\s{1,3}|the\s{1,3})?(?:hard\s{1,3})?deadline|at\s{1,3}the\s{1,3}latest|latest(?![a-z])|(?:нас\s{1,2}|нам\s{1,2}|меня\s{1,2}|вполне\s{1,2}){0,2}(?:устро|подойд[её]т|годится|хватит|нормально|норм(?![a-zа-я])|в\s{1,2}самый\s{1,2}раз)|works?(?![a-z])|(?:would\s{1,2}be|will\s{1,2}be|is|would)\s{1,2}(?:also\s{1,2})?(?:fine|ok|okay|ideal|perfect|great|good|enough|suit|do(?![a-z])))/u;
const LABELLED = any(EDGE, QUARTER, HALF, DAY, COMING, HOW_LONG_RU, HOW_LONG_EN, NAMED_MONTH);
const FAR_ENOUGH = 90;

/** Each is tried only at a word by which a time can be tied. */
const COMPILED = TIES.map(([tie, word, time]) => ({
  tie,
  pattern: new RegExp(`${OPEN}${word}${GAP}${time}${CLOSE}`, 'y'),
}));
const TYING = new Set(
  (
    'не до к ко через в во за на под с со начиная no not by before until till prior ahead due within in over during ' +
    'around on sometime from starting as ready needed wanted неделю недели недель дня дней месяца месяцев'
  ).split(' '),
);
const BARE = new RegExp(`${OPEN}${LABELLED}${CLOSE}`, 'g');
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
  const found = COMPILED.flatMap(({ tie, pattern }) => matchesAt(text, starts, pattern, tie));
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
  for (const match of text.matchAll(BARE)) {
    const before = text.slice(Math.max(0, match.index - FAR_ENOUGH), match.index);
    const end = match.index + match[0].length;
    const after = text.slice(end, end + FAR_ENOUGH);
    if (LABEL_BEFORE.test(before) || LABEL_WITH_COLON.test(before) || LABEL_AFTER.test(after))
      found.push(tied('label', match.index, match[0]));
  }
  return found;
}

/** No match begins within another. */
function matchesAt(text: string, starts: readonly number[], pattern: RegExp, tie: Tie): readonly TiedTime[] {
  const found: TiedTime[] = [];
  for (const start of starts) {
    if (start < (found.at(-1)?.to ?? 0)) continue;
    pattern.lastIndex = start;
    const [words] = pattern.exec(text) ?? [];
    if (words !== undefined) found.push(tied(tie, start, words));
  }
  return found;
}

function tied(tie: Tie, from: number, text: string): TiedTime {
  return { tie, from, to: from + text.length, text };
}
