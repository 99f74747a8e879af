import {
  found,
  MISSING,
  matches,
  NOT_NEEDED,
  present,
  type Recogniser,
  type RequestLetter,
  unsure,
} from '#standard/letter/request-letter.ts';
import { PHONE_NUMBERS } from './phone.ts';

/* Every repetition has a bound: letters are written by anybody, and must be read in no time. */

const ID =
  /(?<![\p{L}\p{N}])(?:id|ид|айди|бик|bic|снилс|огрн|л\/с|лицев\p{L}{2,3} сч[её]т\p{L}{0,2}|идентификатор\p{L}{0,2}|guid|uid|(?:реестров|уникальн|инвентарн|табельн|учетн|учётн)\p{L}{2,3}[ \t]{1,3}(?:номер|код|запис)\p{L}{0,3}|инв\.?|таб\.?|(?:inventory|registry|personnel)[ \t](?:number|no\.?))(?:[ \t]{1,3}\p{L}{1,20}){0,2}\s{0,3}(?:номер\p{L}{0,3}|no\.?)?\s{0,3}[:=№#–-]{0,2}\s{0,3}(?:[\p{L}-]{0,4}\d[\d\p{L}/-]{1,40})/giu;
const GUID = /(?<![\p{L}\d])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\d])/giu;

const MONTH = String.raw`(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|янв|фев|мар|апр|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.?`;
const DAY = String.raw`(?:\d{1,2}(?:[- ]?(?:го|е|st|nd|rd|th)(?!\p{L}))?(?:[ ]of)?|\p{L}{4,12}(?:[ ]\p{L}{4,10})?)`;
/** A date in numbers, or with its month by name, and its day perhaps in words: «двенадцатого марта». */
const DATE = String.raw`(?:\d{1,2}[.\/]\d{1,2}(?:[.\/]\d{2,4})?|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}|${DAY}[ \t-]{1,3}${MONTH}(?!\p{L})|${MONTH}[ \t]{1,3}\d{1,2}(?!\d))`;

/** What has numbers and dates and is no document of the program. */
const NO_DOCUMENT =
  /(?<![\p{L}/])(?:приказ|письм|закон|постановлени|исх(?:одящ)?|вх(?:одящ)?|инструкци|фз|верси|релиз|обновлени|сборк|обращени|тикет|ticket|request no|order of the minist|version|release|build|летter|letter|call)\p{L}{0,4}\.?[\s№#:"«]{0,4}(?:номер\p{L}{0,2}\s{1,2})?(?:минфин\p{L}{0,3}\s{1,3}(?:росси\p{L}{0,2}\s{1,3})?)?(?:от[\s\S]{0,14})?[№#]?\s?$/iu;

const TOKEN = String.raw`(?:[\p{L}]{0,6}[-\/.]?\d[\p{L}\d\/.-]{0,24}|б\/н)`;
/** «№ 145 от 12.03.2026», «145/23 за 3 марта», "no. 12 dated 3 March"; what it is for may stand between. */
const NUMBER_THEN_DATE = new RegExp(
  String.raw`(?<![\p{L}\d.,])${TOKEN}(?:[ \t)»"']{1,3}|,[ \t]?)(?:[^\n;!?]{0,40}?[ \t(])?(?:от|дат\p{L}{1,3}|dated|of|from|on)[ \t]{0,2}:?[ \t]{0,3}${DATE}`,
  'giu',
);
const MARKED_THEN_DATE = new RegExp(
  String.raw`(?:№|#|(?<!\p{L})(?:no?\.?|номер\p{L}{0,3}|number))[ \t:]{0,3}[\p{L}\d\/.-]{1,30}(?:[ \t]\p{L}{3,14}){0,2}[ \t]{0,3}(?:[,(\n][ \t]{0,3}|[ \t])(?:(?:от|за|дат\p{L}{1,3}|dated|of|from)[ \t]{0,2}:?[ \t]{0,3})?${DATE}`,
  'giu',
);
const DATE_THEN_NUMBER = new RegExp(
  String.raw`(?:от|за|dated|of|from)[ \t]{1,3}${DATE}(?:[ \t]?(?:г\.?|года))?[ \t,]{0,3}(?:за[ \t])?(?:№|#|(?<!\p{L})(?:no\.?|номер\p{L}{0,3}|number))[ \t:]{0,3}[\p{L}\d][\p{L}\d\/.-]{0,30}`,
  'giu',
);
const TAXPAYER =
  /(?<![\p{L}\p{N}])(?:инн|inn|tin)[\s№:=-]{0,4}\d{10}(?:\d{2})?(?!\d)(?![\s,;/]{0,4}(?:кпп|огрн))/giu;

const FIRM = '(?:ооо|оао|зао|пао|ао|ип|мку|мбу|мау|мбоу|мбдоу|мкоу|мкдоу|мадоу|маоу|гбу|гку|гуп|муп|llc|ltd)';
/** Records that are known by their names. */
const NAMED_RECORD = new RegExp(
  String.raw`(?:карточк|контрагент|поставщик|получател|организаци|учреждени|counterpart|supplier)\p{L}{0,4}[\s–—:-]{1,4}(?:\p{L}{1,20}[ \t]{1,3}){0,3}(?:${FIRM}[ \t]{1,3})?[«"“][^»"”\n]{2,80}[»"”]|(?<=\p{Ll}[ \t])${FIRM}[ \t]{1,3}[«"“][^»"”\n]{2,80}[»"”]`,
  'giu',
);
const NAMED_PERSON =
  /(?:карточк|сотрудни|физлиц|лиц|работни|employee|card)\p{L}{0,4}[\s–—:-]{1,4}(?:\p{Ll}{1,20}[ \t]{1,3}){0,2}\p{Lu}\p{Ll}{1,25}[ \t]{1,3}\p{Lu}\p{Ll}{1,25}/gu;

/** A name with its patronymic in the middle of a sentence. */
const FULL_NAME =
  /(?<=\p{Ll},? )\p{Lu}\p{Ll}{1,25}[ \t]\p{Lu}\p{Ll}{1,25}[ \t]\p{Lu}\p{Ll}{1,25}(?:ич|вн[аыеу]|ична|ича|ичу|ich|vna)(?!\p{L})/gu;
/** One of many: a hall, a club, a post, called by its name. */
const CALLED =
  /(?<!\p{L})(?!(?:справочник|кнопк|вкладк|закладк|пол[еяю]|раздел|окн|форм|сообщени|ошибк|программ|комплекс|наж|жму|меню|пункт|навигатор|директори|director|button|tab|field|message)\p{L}{0,8}[ \t])\p{L}{2,20}[ \t][«"“][^»"”\n]{3,60}[»"”]/giu;

/** «У контрагента Водоканал», «the card of Denis». */
const NAMED_IN_SHORT =
  /(?<!\p{L})(?:[Кк]онтрагент|[Пп]оставщик|[Пп]олучател|[Сс]отрудни|[Рр]аботни|[Кк]арточк|employee|card of|counterparty|supplier)\p{L}{0,4}[ \t]\p{Lu}\p{Ll}{2,25}/gu;
/** Codes of the budget classification name a row of their directory. */
const LONG_CODE = /(?<!\d)(?:\d{17,20}|\d{2} \d \d{2} [\dA-ZА-Я]{5})(?![\d])/gu;
const RECORD_HINTS = [CALLED, NAMED_IN_SHORT, LONG_CODE];

/** What surely identifies the document or the record (5.3.2-4a); a bare number may do, and a letter may mean all of them. */
export const documentIds: Recogniser = (letter) => {
  const surely = identifying(letter);
  if (surely.length > 0) return present(surely);
  if (letter.subtype === 'unclear') return unsure([]);
  if (letter.subtype !== 'document' && letter.subtype !== 'directory') return NOT_NEEDED;
  const records = namedRecords(letter);
  if (letter.subtype === 'directory' && records.length > 0) return present(records);
  const story = { ...letter, cut: letter.told };
  const hinted = [
    ...records,
    ...(letter.subtype === 'directory' ? RECORD_HINTS.flatMap((pattern) => matches(story, pattern)) : []),
    ...numbersIn(story),
    ...HINTS.flatMap((pattern) => matches(story, pattern)),
    ...found(story, 'anyDocumentWords'),
  ];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

function identifying(letter: RequestLetter): readonly string[] {
  const dated = [NUMBER_THEN_DATE, MARKED_THEN_DATE, DATE_THEN_NUMBER].flatMap((pattern) =>
    documentsIn(letter.cut.text, pattern),
  );
  // The number of the writer's own institution stands in the signature.
  const taxpayers = matches({ ...letter, cut: letter.told }, TAXPAYER);
  return [...matches(letter, ID), ...matches(letter, GUID), ...dated, ...taxpayers];
}

/** Matches that are not numbers of orders, letters, versions, schools. */
function documentsIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)]
    .filter(({ index, 0: match }) => {
      const before = text.slice(Math.max(0, index - 50), index);
      return (
        !NO_DOCUMENT.test(before) &&
        !NO_DOCUMENT.test(`${before}${match.slice(0, 1)}`) &&
        !ELSE_NUMBERED.test(before)
      );
    })
    .map(([match]) => match.trim());
}

function namedRecords(letter: RequestLetter): readonly string[] {
  const story = { ...letter, cut: letter.told };
  return [NAMED_RECORD, NAMED_PERSON, FULL_NAME].flatMap((pattern) => matches(story, pattern));
}

const DOCUMENT = String.raw`(?<!\p{L})(?:док(?:умент|-т)?|заявк|заявлени|плат[её]жк|поручени|п\/?п|зкр|акт|договор|контракт|накладн|сч[её]т|ордер|пко|рко|ведомост|соглашени|уведомлени|требовани|справк|выписк|распоряжени|расписани|операци|смет|карточк|лицев\p{L}{2,3} сч[её]т|document|order|invoice|contract|act|voucher|waybill|request|card|posting|entry|receipt)\p{L}{0,6}\.?`;
const HINTS = [
  // «заявка 318», «платежка на воду 145»
  new RegExp(
    String.raw`${DOCUMENT}[ \t]{1,3}(?:\p{L}{1,20}[ \t]{1,3}){0,3}(?:\p{L}{0,4}-?\d[\p{L}\d\/-]{0,20})(?![.,]?\d)`,
    'giu',
  ),
  // «платежка от 12 марта», «договор с Водоканалом от 3.02»
  new RegExp(
    String.raw`${DOCUMENT}[^\n.;!?]{1,60}?[ \t](?:от|за|dated|of|for)[ \t]{1,3}(?:${DATE}|${MONTH}(?!\p{L})|сегодня|вчера)`,
    'giu',
  ),
  /на сумму\s{1,3}\d[\d \u00a0.,]{1,20}/giu,
  /(?<!\p{L})(?:for the amount of|in the amount of)\s{1,3}\d[\d .,]{1,20}/giu,
];

/** What is numbered besides documents: before a number, these words make it none. */
const ELSE_NUMBERED =
  /(?<![\p{L}/])(?:школ|сош|сад|лице|гимнази|больниц|поликлиник|кабинет|каб|приказ|форм|ф|строк|стр|графа|графе|пункт|п|раздел|тел|телефон|обращени|верси|шаг|вариант|квартал|участк|отделени|дом|мо|доу|дши|дюсш|цб|журнал операций|жо|месте|компьютер|пк|сч[её]т|фз|school|kindergarten|nursery|office|form|line|page|version|room|hospital|clinic|step|journal|column|№ ?\d{1,4} и)\p{L}{0,4}\.?\s{0,2}(?:№|no\.?)?\s{0,2}$/iu;
const MARKED_NUMBER =
  /(?:№|#|(?<!\p{L})(?:[Nn]o\.?(?=[ \t]{0,3}\p{L}{0,3}-?\d)|[Nn]umber(?=[ \t]{1,3}\p{L}{0,3}-?\d)|НОМЕР|[Нн]омер\p{L}{0,3}))[ \t]{0,3}[\p{L}\d/-]{1,30}/gu;

/** Numbers behind the sign of one; telephone numbers, schools and forms are not meant. */
function numbersIn({ cut }: Pick<RequestLetter, 'cut'>): readonly string[] {
  const text = PHONE_NUMBERS.reduce((rest, pattern) => rest.replace(pattern, ' '), cut.text);
  return [...text.matchAll(MARKED_NUMBER)]
    .filter(({ index }) => {
      const before = text.slice(Math.max(0, index - 50), index);
      return !ELSE_NUMBERED.test(before) && !NO_DOCUMENT.test(before);
    })
    .map(([number]) => number.trim());
}
