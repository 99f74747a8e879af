/*
 * How times are written in Russian and English, as parts of patterns over lower-case text with е for ё: case-blind
 * patterns over all of Unicode take seconds to build. Every repetition has a bound.
 */

/** Between words. */
export const GAP = '[ \\n][ \\n]?';
/** Where a word may begin, and no number goes on. */
export const OPEN = '(?<![a-zа-я0-9.,/-])';
/** Where a word has ended. */
export const CLOSE = '(?![a-zа-я0-9])';
/** One of the parts. */
export const any = (...parts: readonly string[]) => `(?:${parts.join('|')})`;
const maybe = (...parts: readonly string[]) => `${any(...parts)}?`;

const NUMBER = '(?:3[01]|[12]\\d|0?[1-9])';
const YEAR = `20\\d\\d(?:[ \\n]?(?:год[a-zа-я]{0,2}|гг?${CLOSE}\\.?))?`;
const OF_YEAR = maybe(`,?${GAP}(?:of${GAP})?${YEAR}`);

const MONTH_RU = any(
  '(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[a-zа-я]{1,2}',
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
  `${NUMBER}[./](?:0?[1-9]|1[0-2])[./](?:20)?\\d\\d(?:[ \\n]?г(?:ода)?${CLOSE}\\.?)?(?![\\d]|[./]\\d)`,
  `${NUMBER}[./](?:0[1-9]|1[0-2])(?![\\d]|[./,-]\\d|[ \\n]?(?:руб|р\\.|%|тыс|млн|млрд|кг|шт))`,
  '20\\d\\d-(?:0[1-9]|1[0-2])-[0-3]\\d',
);
const WHICH_RU = '(?:эт|следующ|ближайш|текущ|будущ|наступающ|нынешн)[a-zа-я]{1,3}';
const WHICH_EN = '(?:this|next|the|the[ \\n]next|the[ \\n]coming|coming|the[ \\n]current)';
/** A day of the week. */
export const WEEKDAY = any(
  `(?:${WHICH_RU}${GAP})?(?:понедельник[a-zа-я]{0,2}|вторник[a-zа-я]{0,2}|сред[аеуы]|четверг[a-zа-я]{0,2}|пятниц[a-zа-я]{1,2}|суббот[a-zа-я]{1,2}|воскресень[a-zа-я]{1,2})`,
  `(?:${WHICH_EN}${GAP})?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
);
/** A day: by date, by weekday, by number in the month. */
export const DAY = any(
  `${NUMBER}(?:-?(?:го|е|ое|му|ому))?${GAP}${any(MONTH_RU, SHORT_MONTH_RU)}${OF_YEAR}`,
  `[a-zа-я]{3,12}(?:ого|его|ому|ему)${GAP}${MONTH_RU}${OF_YEAR}`,
  NUMERIC,
  `${NUMBER}-?(?:го|ое|му|ому)(?:${GAP}(?:числа|числу|число))?`,
  `(?:${NUMBER}|[a-zа-я]{3,12}(?:ого|его|ому|ему))${GAP}(?:числа|числу|число)`,
  `(?:the${GAP})?${NUMBER}(?:st|nd|rd|th)?${GAP}(?:of${GAP})?${MONTH_EN}${OF_YEAR}`,
  `${MONTH_EN}${GAP}(?:the${GAP})?${NUMBER}(?:st|nd|rd|th)?(?!\\d)${OF_YEAR}`,
  `the${GAP}${NUMBER}(?:st|nd|rd|th)(?:${GAP}of${GAP}(?:the|this|next)${GAP}month)?`,
  WEEKDAY,
  'послезавтра|завтра(?:шнего[ \\n]дня|шнему[ \\n]дню)?|сегодня(?:шнего[ \\n]дня)?|tomorrow|today',
);

const ROMAN_OR_ORDINAL = any(
  '[1-4](?:-?(?:го|й|м|ом|ый|му|ему|е))?',
  'iv|i{1,3}',
  '(?:перв|втор|трет|четверт)[a-zа-я]{1,4}',
  WHICH_RU,
);
/** «II квартал 2026», "Q2". */
export const QUARTER = any(
  `${ROMAN_OR_ORDINAL}[ \\n]{0,3}(?:квартал[a-zа-я]{0,2}|кв\\.)${OF_YEAR}`,
  `q[1-4]${OF_YEAR}`,
  `(?:${WHICH_EN}${GAP})?(?:first|second|third|fourth|last|1st|2nd|3rd|4th)${GAP}quarter${OF_YEAR}`,
);
/** «Второе полугодие». */
export const HALF = any(
  `${ROMAN_OR_ORDINAL}[ \\n]{0,3}(?:полугоди[яюией]|половин[a-zа-я]${GAP}(?:${YEAR}|года))${OF_YEAR}`,
  `h[12]${GAP}(?:of${GAP})?20\\d\\d`,
  `(?:the${GAP})?(?:first|second)${GAP}half${GAP}of${GAP}(?:the${GAP}year|20\\d\\d)`,
);
const UNIT_RU = '(?:недел[иьюея]|месяц(?:а|у|е)?|квартал(?:а|у|е)?|полугоди[яюие]|год(?:а|у)?|дня|дню)';
const UNIT_EN = '(?:week|month|quarter|year|day|half-year)';
/** An end, a middle or a beginning: «конец I квартала», "mid-May". */
export const EDGE = any(
  `(?:сам[a-zа-я]{2,3}${GAP})?(?:кон(?:ец|ц[ауе])|начал[ауео]|середин[ыеуа]|окончани[яюе]|истечени[яю]|(?:перв|втор)[a-zа-я]{2,3}${GAP}половин[a-zа-я]|(?:перв|втор|послед)[a-zа-я]{2,4}${GAP}(?:(?:декад|недел)[a-zа-я]|числ(?:а|ах)))${GAP}${any(
    `(?:(?:${WHICH_RU}|календарн[a-zа-я]{2,3}|финансов[a-zа-я]{2,3}|рабоч[a-zа-я]{2,3}|отчетн[a-zа-я]{2,3})${GAP})?${UNIT_RU}`,
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
  `(?:mid|early|late|end)[- \\n]{1,2}${MONTH_EN}${OF_YEAR}`,
  '(?:year|month|quarter)[- \\n]end|eoy|eom|eod',
);
/** «Апрель 2026». */
export const NAMED_MONTH = `${MONTH}${OF_YEAR}`;
/** «Следующая неделя». */
export const COMING = any(
  `${WHICH_RU}${GAP}(?:недел[a-zа-я]{1,2}|месяц[a-zа-я]{0,2})`,
  `(?:next|this|the${GAP}coming)${GAP}(?:week|month)`,
);

/** «Двух», «10 (десяти)». */
export const HOW_MANY_RU =
  '(?:\\d{1,3}(?:[ \\n]?[-–—][ \\n]?\\d{1,3})?(?:-?(?:х|ти|и|го|ми|ех|мя))?(?:[ \\n]?\\([a-zа-я]{3,15}\\))?|одн[a-zа-я]{1,3}|дв(?:а|е|ух|умя)|тр(?:и|ех)|двух-трех|четыр[a-zа-я]{1,2}|(?:пят|шест|сем|восьм|девят|десят|двадцат|тридцат|пятнадцат|четырнадцат)[ьи]|пар[ыу]|полутора|полтора|пол)';
/** «10 рабочих дней». */
export const HOW_LONG_RU = `(?:${HOW_MANY_RU}[ \\n]{0,3})(?:(?:рабоч|календарн|ближайш|банковск)[a-zа-я]{1,3}${GAP})?(?:дн(?:я|ей)|день|сут(?:ок|ки)|недел[ьиюя]|месяц(?:а|ев)?|квартал(?:а|ов)?|года|лет|час(?:а|ов))`;
/** «Месяца»: one of it. */
export const A_UNIT_RU = `(?:(?:${WHICH_RU}|календарн[a-zа-я]{2,3}|одн[a-zа-я]{2,3})${GAP})?(?:недел[иью]|месяц[а]?|квартала?|полугодия|полугода|года)`;
/** "Ten business days". */
export const HOW_LONG_EN = `(?:the${GAP}next${GAP})?(?:\\d{1,3}(?:[ \\n]?[-–][ \\n]?\\d{1,3})?|a|an|one|two|three|four|five|six|seven|eight|ten|fourteen|thirty|a${GAP}couple${GAP}of|(?:two|three)${GAP}(?:to|or)${GAP}(?:three|four))${GAP}(?:(?:business|working|calendar)${GAP})?(?:days?|weeks?|fortnight|months?)`;
/** "This month". */
export const THE_UNIT_EN = '(?:the|this)[ \\n](?:week|month|quarter|year)';

/** «2027 года». */
export const YEAR_ALONE = `(?:the${GAP})?20\\d\\d${CLOSE}(?!\\d)(?:${GAP}год[a-zа-я]{1,2})?`;
