import type { CutText } from '#core/policy/text/cut-text.ts';

/** How a time is tied to what is said: as its last day, as the time it may take, as when it happens, or as a label's value. */
export type Tie = 'until' | 'span' | 'during' | 'since' | 'label';

/** A time that a letter names together with the word that ties it («до 15 марта», "within two weeks"). */
export interface TiedTime {
  readonly tie: Tie;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const GAP = '\\s{1,3}';
const OPEN = '(?<![\\p{L}\\p{N}.,/-])';
const CLOSE = '(?![\\p{L}\\p{N}])';
const any = (...parts: readonly string[]) => `(?:${parts.join('|')})`;
const maybe = (...parts: readonly string[]) => `${any(...parts)}?`;

const NUMBER = '(?:3[01]|[12]\\d|0?[1-9])';
const YEAR = `20\\d\\d(?:\\s?(?:год\\p{L}{0,2}|гг?${CLOSE}\\.?))?`;
const OF_YEAR = maybe(`,?${GAP}(?:of${GAP})?${YEAR}`);

const MONTH_RU = any(
  '(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)\\p{L}{1,2}',
  '(?:март|август)(?:а|у|е|ом)?',
  'ма[йяюе]',
);
const SHORT_MONTH_RU = '(?:янв|фев|мар|апр|июн|июл|авг|сент?|окт|ноя|дек)\\.?';
const MONTH_EN = any(
  'january|february|march|april|may|june|july|august|september|october|november|december',
  '(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?',
);
const MONTH = any(MONTH_RU, MONTH_EN);

/** «15.03.2026», «15/03», «2026-03-15»; neither a version, nor a section, nor a sum of money. */
const NUMERIC = any(
  `${NUMBER}[./](?:0?[1-9]|1[0-2])[./](?:20)?\\d\\d(?:\\s?г(?:ода)?${CLOSE}\\.?)?(?![\\d]|[./]\\d)`,
  `${NUMBER}[./](?:0[1-9]|1[0-2])(?![\\d]|[./,-]\\d|\\s?(?:руб|р\\.|%|тыс|млн|млрд|кг|шт))`,
  '20\\d\\d-(?:0[1-9]|1[0-2])-[0-3]\\d',
);
const WHICH_RU = '(?:эт|следующ|ближайш|текущ|будущ|наступающ|нынешн)\\p{L}{1,3}';
const WHICH_EN = '(?:this|next|the|the\\snext|the\\scoming|coming|the\\scurrent)';
const WEEKDAY = any(
  `(?:${WHICH_RU}${GAP})?(?:понедельник\\p{L}{0,2}|вторник\\p{L}{0,2}|сред[аеуы]|четверг\\p{L}{0,2}|пятниц\\p{L}{1,2}|суббот\\p{L}{1,2}|воскресень\\p{L}{1,2})`,
  `(?:${WHICH_EN}${GAP})?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
);
const DAY = any(
  `${NUMBER}(?:-?(?:го|е|ое|му|ому))?${GAP}${any(MONTH_RU, SHORT_MONTH_RU)}${OF_YEAR}`,
  `\\p{L}{3,12}(?:ого|его|ому|ему)${GAP}${MONTH_RU}${OF_YEAR}`,
  NUMERIC,
  `${NUMBER}-?(?:го|ое|му|ому)(?:${GAP}(?:числа|числу|число))?`,
  `${NUMBER}${GAP}(?:числа|числу|число)`,
  `(?:the${GAP})?${NUMBER}(?:st|nd|rd|th)?${GAP}(?:of${GAP})?${MONTH_EN}${OF_YEAR}`,
  `${MONTH_EN}${GAP}(?:the${GAP})?${NUMBER}(?:st|nd|rd|th)?(?!\\d)${OF_YEAR}`,
  `the${GAP}${NUMBER}(?:st|nd|rd|th)(?:${GAP}of${GAP}(?:the|this|next)${GAP}month)?`,
  WEEKDAY,
  'послезавтра|завтра(?:шнего\\sдня|шнему\\sдню)?|сегодня(?:шнего\\sдня)?|tomorrow|today',
);

const ROMAN_OR_ORDINAL = any(
  '[1-4](?:-?(?:го|й|м|ом|ый|му|ему|е))?',
  'iv|i{1,3}',
  '(?:перв|втор|трет|четв[её]рт)\\p{L}{1,4}',
  WHICH_RU,
);
const QUARTER = any(
  `${ROMAN_OR_ORDINAL}\\s{0,3}(?:квартал\\p{L}{0,2}|кв\\.)${OF_YEAR}`,
  `q[1-4]${OF_YEAR}`,
  `(?:${WHICH_EN}${GAP})?(?:first|second|third|fourth|last|1st|2nd|3rd|4th)${GAP}quarter${OF_YEAR}`,
);
const HALF = any(
  `${ROMAN_OR_ORDINAL}\\s{0,3}(?:полугоди[яюией]|половин\\p{L}${GAP}(?:${YEAR}|года))${OF_YEAR}`,
  `h[12]${GAP}(?:of${GAP})?20\\d\\d`,
  `(?:the${GAP})?(?:first|second)${GAP}half${GAP}of${GAP}(?:the${GAP}year|20\\d\\d)`,
);
const UNIT_RU = '(?:недел[иьюея]|месяц(?:а|у|е)?|квартал(?:а|у|е)?|полугоди[яюие]|год(?:а|у)?|дня|дню)';
const UNIT_EN = '(?:week|month|quarter|year|day|half-year)';
const EDGE = any(
  `(?:сам\\p{L}{2,3}${GAP})?(?:кон(?:ец|ц[ауе])|начал[ауео]|середин[ыеуа]|окончани[яюе]|истечени[яю]|(?:перв|втор)\\p{L}{2,3}${GAP}половин\\p{L}|(?:перв|втор|послед)\\p{L}{2,4}${GAP}(?:декад|недел)\\p{L})${GAP}${any(
    `(?:(?:${WHICH_RU}|календарн\\p{L}{2,3}|финансов\\p{L}{2,3}|рабоч\\p{L}{2,3}|отчетн\\p{L}{2,3})${GAP})?${UNIT_RU}`,
    `${MONTH_RU}${OF_YEAR}`,
    QUARTER,
    HALF,
    YEAR,
  )}`,
  `(?:the${GAP})?(?:very${GAP})?(?:end|beginning|start|middle|close|(?:first|second)${GAP}(?:half|week))${GAP}(?:of${GAP})?${any(
    `(?:${WHICH_EN}${GAP})?(?:(?:current|calendar|financial|fiscal|working|business)${GAP})?${UNIT_EN}`,
    `${MONTH_EN}${OF_YEAR}`,
    QUARTER,
    '20\\d\\d',
  )}`,
  `(?:mid|early|late|end)[-\\s]{1,2}${MONTH_EN}${OF_YEAR}`,
  '(?:year|month|quarter)[-\\s]end|eoy|eom|eod',
);
const NAMED_MONTH = `${MONTH}${OF_YEAR}`;
const COMING = any(
  `${WHICH_RU}${GAP}(?:недел\\p{L}{1,2}|месяц\\p{L}{0,2})`,
  `(?:next|this|the${GAP}coming)${GAP}(?:week|month)`,
);

const HOW_MANY_RU =
  '(?:\\d{1,3}(?:\\s?[-–—]\\s?\\d{1,3})?(?:-?(?:х|ти|и|го|ми|ех|мя))?(?:\\s?\\(\\p{L}{3,15}\\))?|одн\\p{L}{1,3}|дв(?:а|е|ух|умя)|тр(?:и|ех|ёх)|двух-трех|двух-трёх|четыр\\p{L}{1,2}|(?:пят|шест|сем|восьм|девят|десят|двадцат|тридцат|пятнадцат|четырнадцат)[ьи]|пар[ыу]|полутора|полтора|пол)';
const HOW_LONG_RU = `(?:${HOW_MANY_RU}\\s{0,3})(?:(?:рабоч|календарн|ближайш|банковск)\\p{L}{1,3}${GAP})?(?:дн(?:я|ей)|день|сут(?:ок|ки)|недел[ьиюя]|месяц(?:а|ев)?|квартал(?:а|ов)?|года|лет|час(?:а|ов))`;
const A_UNIT_RU = `(?:(?:${WHICH_RU}|календарн\\p{L}{2,3}|одн\\p{L}{2,3})${GAP})?(?:недел[иью]|месяц[а]?|квартала?|полугодия|полугода|года)`;
const HOW_LONG_EN = `(?:the${GAP}next${GAP})?(?:\\d{1,3}(?:\\s?[-–]\\s?\\d{1,3})?|a|an|one|two|three|four|five|six|seven|eight|ten|fourteen|thirty|a${GAP}couple${GAP}of|(?:two|three)${GAP}(?:to|or)${GAP}(?:three|four))${GAP}(?:(?:business|working|calendar)${GAP})?(?:days?|weeks?|fortnight|months?)`;
const THE_UNIT_EN = '(?:the|this)\\s(?:week|month|quarter|year)';

const SINCE_RU = '(?:с|со|начиная\\sс)';
const TIES: readonly (readonly [Tie, string, string])[] = [
  [
    'until',
    any(
      `не${GAP}позд(?:нее|же)(?:${GAP}чем)?|не${GAP}позже(?:${GAP}чем)?|до|ко?`,
      `(?:no|not)${GAP}later${GAP}than|by|before|until|till|prior${GAP}to|ahead${GAP}of|due(?:${GAP}(?:by|on))?`,
    ),
    any(
      EDGE,
      QUARTER,
      HALF,
      DAY,
      COMING,
      `(?:the${GAP})?(?:20\\d\\d${CLOSE}(?!\\d)(?:${GAP}год\\p{L}{1,2})?)`,
      NAMED_MONTH,
    ),
  ],
  [
    'span',
    any(
      `(?:не${GAP}позднее,?${GAP}чем${GAP})?через|в${GAP}течени[еи]|в${GAP}пределах|не${GAP}более|за`,
      `within|in|over`,
    ),
    any(HOW_LONG_RU, HOW_LONG_EN),
  ],
  ['span', any(`в${GAP}течени[еи]|через`, 'within'), any(A_UNIT_RU, THE_UNIT_EN)],
  ['span', 'в', `ближайш\\p{L}{1,3}${GAP}(?:${HOW_LONG_RU}|недел[юи]|месяц)`],
  [
    'during',
    any('во?|на|под', `(?:sometime${GAP})?(?:in|during|around|on)`),
    any(EDGE, QUARTER, HALF, COMING, NAMED_MONTH, WEEKDAY),
  ],
  ['since', any(SINCE_RU, `(?:starting${GAP})?from|as${GAP}of`), any(DAY, EDGE)],
];

/** What a form, or a sentence, calls the day on which something is wanted. */
const LABEL_BEFORE =
  /(?<!\p{L})(?:(?:желаем|крайн|предельн|планов|ожидаем|нужн)\p{L}{2,3}\s{1,3}(?:срок|дат|день)\p{L}{0,3}|срок(?:и|а|ом|ам|у)?|дедлайн\p{L}{0,2}|дата\s{1,3}(?:исполнения|реализации|выполнения|внедрения|готовности)|когда\s{1,3}(?:нужно|надо|нужен|требуется)|ориентир\p{L}{0,8}|желательно|deadline|due|target|(?:target|desired|required|due|preferred|requested)\s{1,3}(?:completion\s{1,3}|delivery\s{1,3})?(?:date|by)|timeline|time\s?frame|when\s{1,3}needed|needed|ideally|preferably)(?:\s{1,3}(?!не\s)[\p{L}(),]{1,22}){0,5}\s{0,3}[:=–—-]?\s{0,3}["«*_]{0,2}$/iu;
const LABEL_AFTER =
  /^\s{0,3}[–—,:-]?\s{0,3}(?:это\s{1,2}|у\s{1,2}нас\s{1,2}|наш\s{1,2}|самый\s{1,2})?(?:(?:крайн|последн|предельн)\p{L}{2,3}\s{1,3}(?:срок|день|дата)|дедлайн|is\s{1,3}(?:our\s{1,3}|the\s{1,3})?(?:hard\s{1,3})?deadline|at\s{1,3}the\s{1,3}latest|latest(?!\p{L}))/iu;
const LABELLED = any(EDGE, QUARTER, HALF, DAY, COMING, HOW_LONG_RU, HOW_LONG_EN, NAMED_MONTH);
const FAR_ENOUGH = 90;

/** Each is tried only at a word by which a time can be tied. */
const COMPILED = TIES.map(([tie, word, time]) => ({
  tie,
  pattern: new RegExp(`${OPEN}${word}${GAP}${time}${CLOSE}`, 'iuy'),
}));
const TYING = new Set(
  (
    'не до к ко через в во за на под с со начиная no not by before until till prior ahead due within in over during ' +
    'around on sometime from starting as'
  ).split(' '),
);
const BARE = new RegExp(`${OPEN}${LABELLED}${CLOSE}`, 'giu');
/** Without any of these nothing is labelled. */
const LABEL =
  /срок|дедлайн|(?:желаем|крайн|последн|предельн|планов|ожидаем|нужн)\p{L}{2,3}\s|дата\s|когда\s|ориентир|желательно|deadline|due|target|desired|required|preferred|requested|time|needed|ideally|preferably|latest/iu;

/**
 * Every time that a letter names and ties to something, in Russian and English: days, weekdays, ends and halves of
 * periods, months, quarters, spans. Whether somebody wishes for it, the words around tell. The day itself is not
 * counted: nobody needs it, and a date that is wished for is never a promise (5.3.3-5).
 */
export function tiedTimes(cut: CutText): readonly TiedTime[] {
  const text = cut.text.replace(/[ёЁ]/g, 'е');
  const starts = cut.words.filter(({ folded }) => TYING.has(folded)).map(({ from }) => from);
  const found = COMPILED.flatMap(({ tie, pattern }) => matchesAt(text, starts, pattern, tie)).filter(
    ({ text: words }) => !/\smay$/.test(words),
  );
  if (!LABEL.test(text)) return found;
  for (const match of text.matchAll(BARE)) {
    const before = text.slice(Math.max(0, match.index - FAR_ENOUGH), match.index);
    const end = match.index + match[0].length;
    const isLabelled = LABEL_BEFORE.test(before) || LABEL_AFTER.test(text.slice(end, end + FAR_ENOUGH));
    if (isLabelled && match[0] !== 'may') found.push(tied('label', match.index, match[0]));
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
