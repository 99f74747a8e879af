import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { MISSING, present, type Recogniser, unsure } from '#standard/letter/request-letter.ts';

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */
const BETWEEN = String.raw`[\s().–/-]{0,3}`;
/** Ten digits behind +7 or 8. */
const RUSSIAN = new RegExp(
  String.raw`(?<![\d.,№/_-])(?<!\d\s)(?:\+\s?7|[78])(?:${BETWEEN}\d){10}(?!\d|[.,]\d{2}(?!\d))|(?<=\d,?\s)(?:\+7|8[-\s]?\(|8-)(?:${BETWEEN}\d){10}(?!\d)`,
  'gu',
);
/** Behind a country's code. */
const FOREIGN = new RegExp(String.raw`\+\s?[1-9]\d{0,2}(?:${BETWEEN}\d){7,12}(?!\d)`, 'gu');
/** "00 353 1 555 0163", and as calls within a country begin elsewhere: "01632 960 233", "(020) 7946 0123". */
const ABROAD = new RegExp(
  String.raw`(?<![\d.,№/_-])(?<!\d\s)(?:00\s?[1-9](?:${BETWEEN}\d){8,13}|\(?0[1-9]\d{0,3}\)?[\s–-]{1,2}(?!20\d\d)\d{3,4}[\s–-]?\d{3,4}|07\d{3}[\s–-]?\d{6})(?![\d.,-]\d|\d)`,
  'gu',
);
/** A city code in brackets and a number behind it; of a mobile too. */
const CITY_NUMBER = /\(\s?\d{3,5}\s?\)\s{0,2}\d(?:[\s–-]?\d){4,6}(?!\d)/gu;
/** Ten digits without the eight, grouped as numbers of telephones are. */
const GROUPED =
  /(?<![\d.,№/_-])(?!(?:19|20)\d\d-[01]\d-[0-3]\d)(?:\d{3}[\s-]\d{3}|\d{4}[\s-]\d{2}|\d{5}[\s-]\d)[\s-]\d{2}[\s-]\d{2}(?![\d.,-])/gu;
const AMERICAN = /(?<![\d.,№/_-])\d{3}[-.]\d{3}[-.]\d{4}(?![\d.,-])/gu;
/** A code and a number behind «тел.», whatever is between them. */
const CALLED =
  /(?<!\p{L})(?:тел|моб|сот|т[.:]|phone|tel|mob|mobile|cell|call|звон\p{L}{0,8}|телефон\p{L}{0,3}|номер\p{L}{0,2}|whats\s?app|вацап|ватсап|viber)[\s.:,/–-]{0,5}(?:\p{L}{1,12}[\s.:]{1,3}){0,2}[+(]{0,2}\d(?:[\s().–/-]{0,3}\d){8,13}(?!\d)/giu;
/** A city's own number. */
const LOCAL_NUMBER = /(?<![\d.,/№-])\d{1,3}-\d{2}-\d{2}(?![\d-])/gu;
const LOCAL_CALLED =
  /(?<!\p{L})(?:тел|телефон\p{L}{0,3}|т[.:]|phone|tel|call|звоните|перезвоните|городской)[\s.:№#/–-]{1,5}(?:\p{L}{1,12}[\s.:]{1,3}){0,2}\(?\d(?:[\s–-]?\d){4,7}(?!\d)/giu;
/** A number inside a building. */
const EXTENSION =
  /(?<!\p{L})(?:доб|добавочн\p{L}{2,3}|вн|внутр|внутренн\p{L}{2,3}|атс|ext|extension|x)[\s.:№#]{1,4}(?:(?:номер|тел|телефон|number)[\s.:]{1,3})?\d(?:[\s–-]?\d){1,5}(?!\d)/giu;
/** The end of a number whose beginning was put into words: «восемь, девятьсот одиннадцать, 000-31-31». */
const HALF_SPOKEN =
  /(?<!\p{L})(?:восемь|восьмерка|eight|seven)[\s,]{1,3}(?:[\p{L}\d]{2,14}[\s,]{1,3}){1,5}\d{1,3}-\d{2}-\d{2}(?!\d)/giu;
/** Ten digits and no word beside them are a telephone only in a signature. */
const BARE = /(?<![\d.,№/_-])(?<!\d\s)[3489]\d{9}(?![\d.,-]\d|\d)/gu;
/** Where somebody signs, fewer digits may be a town's own number. */
const SHORT_BARE = /(?<![\d.,№/_-])(?<!\d\s)(?:\d{5}|\d{3}-\d{2,4}|\d-\d{2}-\d{2})(?![\d.,-]\d|\d)/gu;
/** Numbers that are other numbers: what stands right before them says so. */
const OTHER_NUMBER =
  /(?:инн|кпп|огрн|окпо|октмо|снилс|кбк|бик|счет\p{L}{0,3}|счёт\p{L}{0,3}|л\/с|лс|р\/с|рс|id|ид|идентификатор\p{L}{0,2}|инв\p{L}{0,12}|код|уин|иан|№|документ\p{L}{0,3}|договор\p{L}{0,2}|заявк\p{L}{1,2}|контракт\p{L}{0,2}|сумм\p{L}{0,2}|остат\p{L}{1,3}|номер\p{L}{0,2} (?:документ|договор|счет|заявк|карт|контракт)\p{L}{0,3}|inn|kpp|account|no|number|document|invoice|order|ora|amount|sum|balance)[.:\s№=-]{0,4}(?:[78]\s)?$/iu;

/** Every form in which a telephone number is written. */
export const PHONE_NUMBERS: readonly RegExp[] = [
  RUSSIAN,
  FOREIGN,
  ABROAD,
  CITY_NUMBER,
  GROUPED,
  AMERICAN,
  CALLED,
  LOCAL_NUMBER,
];

const WHOLE = [RUSSIAN, FOREIGN, ABROAD, CITY_NUMBER, GROUPED, AMERICAN, CALLED, HALF_SPOKEN];
const WITHIN = [LOCAL_NUMBER, LOCAL_CALLED, EXTENSION];

/** Where the customer can be called (5.3.1-2c): a number with its code. Our own is not theirs. */
export const phone: Recogniser = ({ reporterName, reporterAddress, letters, words }) => {
  const texts = [
    reporterName,
    reporterAddress ?? '',
    ...letters.flatMap(({ own, signature, sender }) => [`${own}\n\n${signature}`, sender]),
  ];
  const whole = [
    ...texts.flatMap((text) => numbersIn(text, WHOLE, words)),
    ...letters.flatMap(({ signature }) => numbersIn(signature, [BARE], words)),
  ];
  if (whole.length > 0) return present(longest(whole));
  const spoken = texts.flatMap((text) => spokenNumbers(text, words));
  if (spoken.length > 0) return present(spoken);
  const hinted = [
    ...texts.flatMap((text) => numbersIn(text, WITHIN, words)),
    ...letters.flatMap(({ signature }) => numbersIn(signature, [SHORT_BARE], words)),
  ].filter((number) => !isDate(number));
  return hinted.length > 0 ? unsure([...new Set(hinted)]) : MISSING;
};

/** A letter with more is a list of numbers. */
const MOST_NUMBERS = 30;

/** Several forms may find parts of one number. */
function longest(numbers: readonly string[]): readonly string[] {
  const all = [...new Set(numbers)].slice(0, MOST_NUMBERS);
  return all.filter((number) => !all.some((other) => other !== number && other.includes(number)));
}

function numbersIn(text: string, patterns: readonly RegExp[], words: WordLists): readonly string[] {
  const ours = words('supportPhones').hits(cutText(text));
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(
        ({ 0: found, index }) => !ours.some(({ from, to }) => from < index + found.length && index < to),
      )
      .filter(({ index }) => !OTHER_NUMBER.test(text.slice(Math.max(0, index - 30), index)))
      .map(([found]) => found.trim()),
  );
}

/** «12-01-26» is a day. */
function isDate(number: string): boolean {
  const [day, month] = /^(\d{2})-(\d{2})-\d{2}$/.exec(number)?.slice(1).map(Number) ?? [];
  return day !== undefined && month !== undefined && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

const NUMERAL =
  /(?<!\p{L})(?:ноль|нуль|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|\p{L}{2,6}надцать|двадцать|тридцать|сорок|\p{L}{2,7}десят|девяносто|сто|двести|триста|четыреста|\p{L}{2,6}сот|zero|oh|one|two|three|four|five|six|seven|eight|nine|double)(?!\p{L})/giu;
/** So a number begins, and no sum. */
const SPOKEN_START = /(?:восемь|плюс семь)[\s,]{1,3}(?:девятьсот|восемьсот|четыреста|триста)(?!\p{L})/iu;
/** Fewer words make no number with its code. */
const FEWEST_NUMERALS = 5;

/** «тел. восемь девятьсот двенадцать, …»: said, and written down as said. */
function spokenNumbers(text: string, words: WordLists): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const spoken = line.match(NUMERAL) ?? [];
    const called = words('phoneWords').hits(cutText(line)).length > 0 || SPOKEN_START.test(line);
    return called && spoken.length >= FEWEST_NUMERALS ? [spoken.join(' ')] : [];
  });
}
