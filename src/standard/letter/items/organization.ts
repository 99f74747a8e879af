import { cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { filledIn } from '#standard/letter/form-fields.ts';
import { personNames } from '#standard/letter/person-names.ts';
import { MISSING, present, type Recogniser, unsure } from '#standard/letter/request-letter.ts';

/**
 * The institution from which is written (5.3.1-2b): as the account is called, as a letter is signed, or as it says. A
 * counterparty, or a parameter of a report, is another's; a department alone may be one's own name for it.
 */
export const organization: Recogniser = ({ reporterName, reporterAddress, subject, letters, words }) => {
  const places: readonly Place[] = [
    { text: reporterName, signs: true },
    ...letters.flatMap(({ own, signature, sender }) => [
      ...[sender, ...signature.split('\n')].map((text) => ({ text, signs: true })),
      ...edged(own.split('\n'), words),
    ]),
    { text: subject, signs: false },
  ];
  const found = places.flatMap((place) => mentionsIn(place, words));
  const filled = letters.flatMap(({ own }) => filledIn(own, 'organizationFields', words));
  const told = [...filled, ...textsThat(found, 'own')];
  if (told.length > 0) return present(told);
  const hinted = [...textsThat(found, 'unclear'), ...ownDomain(reporterAddress, words)];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};

/** The domain of an institution's own mail hints at it. */
function ownDomain(address: string | undefined, words: WordLists): readonly string[] {
  const domain = address?.split('@')[1];
  if (address === undefined || domain === undefined) return [];
  const tellsNothing =
    words('publicMail').hits(cutText(domain)).length > 0 ||
    words('gatewaySenders').hits(cutText(address)).length > 0;
  return tellsNothing ? [] : [domain];
}

interface Place {
  readonly text: string;
  /** Whoever writes says there who they are. */
  readonly signs: boolean;
}

/** The first line and the last ones say who writes, if that is all they say: «детский сад светлячок город каменка». */
function edged(lines: readonly string[], words: WordLists): readonly Place[] {
  const written = lines.filter((line) => line.trim() !== '');
  return written.map((text, index) => {
    const atEdge = written.length > 1 && (index === 0 || index >= written.length - 2);
    return { text, signs: signsItself(text, words) || (atEdge && isOnlyTitle(text, words)) };
  });
}

/** More words are a sentence. */
const MOST_OF_TITLE = 10;

function isOnlyTitle(text: string, words: WordLists): boolean {
  const cut = cutText(text);
  const first = cut.words[0];
  if (first === undefined || cut.words.length > MOST_OF_TITLE || /[?!:]\s*$/.test(text)) return false;
  if (cut.words.some(({ folded }) => /^(?:не|нет|прошу|просим|опять|сама?|not|cannot|please)$/u.test(folded)))
    return false;
  // «Контрактный управляющий МБУ ДО «ДЮСШ-2»»: an office may stand before it.
  const offices = words('roleWords').hits(cut);
  const begins = cut.words.find(
    ({ from, to }) => !offices.some((office) => office.from <= from && to <= office.to),
  );
  return words('organizationWords')
    .hits(cut)
    .some(({ from }) => from <= (begins ?? first).from + 1);
}

interface Mention {
  readonly text: string;
  readonly whose: 'own' | 'unclear' | 'other';
}

function textsThat(mentions: readonly Mention[], whose: Mention['whose']): readonly string[] {
  return [...new Set(mentions.filter((mention) => mention.whose === whose).map(({ text }) => text))];
}

function mentionsIn({ text, signs }: Place, words: WordLists): readonly Mention[] {
  if (text.trim() === '') return [];
  const cut = cutText(text);
  const named = words('organizationWords')
    .hits(cut)
    .map(withoutSpace)
    .map((hit) => ({ text: withName(text, hit), whose: whoseIs(text, hit, signs, words) }));
  const ours = [...text.matchAll(OURS)].map(({ 1: quoted = '' }) => ({
    text: quoted,
    whose: 'own' as const,
  }));
  const worksIn = [...text.matchAll(WORKS_IN)].map(({ 1: letters = '' }) => ({
    text: letters,
    whose: 'unclear' as const,
  }));
  if (!signs) return [...named, ...ours, ...worksIn];
  const coded = [CODED, QUOTED, ENGLISH]
    .flatMap((pattern) => text.match(pattern) ?? [])
    .map((code) => ({
      text: code.trim(),
      whose: 'own' as const,
    }));
  const unclear = [
    ...words('departmentWords')
      .hits(cut)
      .map((hit) => hit.text),
    ...text.split(/[,;|/]/).filter((part) => LONE_LETTERS.test(part.trim())),
    ...(text.match(PLACED) ?? []),
  ];
  return [...named, ...coded, ...unclear.map((part) => ({ text: part.trim(), whose: 'unclear' as const }))];
}

/** «КГБ № 2», «КДЦ «Искра»», "CBO "South"": an institution by its letters, whatever they stand for. */
const CODED =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}и]{1,9}\s?(?:№\s?\d{1,4}|«[^»\n]{1,60}»|"[^"\n]{1,60}"|“[^”\n]{1,60}”)/gu;
/** «Центр «Надежда»», «Редакция газеты «Заря»». */
const QUOTED = /(?<!\p{L})\p{Lu}[\p{L}-]{3,24}\s(?:\p{Ll}{3,24}\s){0,2}«[^»\n]{1,60}»/gu;
/** «Мы в «Центре учёта и отчётности» ведём 86 учреждений». */
const OURS = /(?<!\p{L})(?:мы|я|работаю|работаем|пишу|пишем|это)\s(?:в|из|от)\s(«[^»\n]{3,60}»)/giu;
/** «Я на практике в ДИЗО мэрии»: perhaps an institution, perhaps a part of one. */
const WORKS_IN =
  /(?<!\p{L})(?:мы|я|работаю|работаем|пишу|пишем|звоню|сижу|практике|стажировке)\s(?:\p{Ll}{3,14}\s){0,2}(?:в|из|от)\s(\p{Lu}{3,7})(?!\p{L})/gu;
/** «КСК Берёзка», «ЖЭУ-3»: perhaps an institution, perhaps a part of one. */
const PLACED =
  /(?<![\p{L}\p{N}])(?!ИНН|КПП|ОГРН|БИК|ТЕЛ|ФИО)\p{Lu}{2,7}(?:-\d{1,4}(?![\d-])|\s\p{Lu}\p{Ll}{2,20})/gu;
/** "Fire Service Union", "Finance Board of Ozerny": capitals tell a name where somebody signs. */
const ENGLISH =
  /(?:[A-Z][\p{L}'’-]{1,20}\s){1,4}(?:Branch|Agency|Fund|Clinic|Centre|Center|District)(?!\p{L})|(?:[A-Z][\p{L}'’-]{1,20}\s){2,4}(?:Board|Union|Office|Service)(?!\p{L})|(?:Union|Board|Office|Centre|Center|Service)\sof\s[A-Z]\p{L}{1,20}/gu;
/** An institution, or a department of one. */
const LONE_LETTERS = /^\p{Lu}[\p{Lu}и]{1,4}$/u;

/** Patterns look at what stands before a word, too. */
function withoutSpace(hit: Hit): Hit {
  return { ...hit, from: Math.max(hit.from, hit.to - hit.text.length) };
}

/** How the organisation is called, with the name behind its kind. */
function withName(text: string, { from, to }: Hit): string {
  const behind = /^[^\n,;|()]{0,60}/u.exec(text.slice(to, to + CONTEXT))?.[0] ?? '';
  const quoted = /^[^\n«"“]{0,30}(?:«[^»\n]{1,60}»|"[^"\n]{1,60}"|“[^”\n]{1,60}”|№\s?\d{1,4})/u.exec(
    behind,
  )?.[0];
  return text.slice(from, to + (quoted?.length ?? 0)).trim();
}

/** A line that holds a name, or a number to call, with an office or an organisation: «Литвинова Н.Ю., МБОУ СОШ 5». */
function signsItself(text: string, words: WordLists): boolean {
  if (text.length > 160) return false;
  const [first] = personNames(text, words).filter(({ shape }) => shape === 'full');
  return (
    first !== undefined &&
    /^[\s,.;:–—-]*$/u.test(text.slice(0, first.from)) &&
    /^\s*(?:[,;|/(—–-]|$)/u.test(text.slice(first.to))
  );
}

function whoseIs(text: string, hit: Hit, signs: boolean, words: WordLists): Mention['whose'] {
  const before = text.slice(Math.max(0, hit.from - CONTEXT), hit.from);
  const after = text.slice(hit.to, hit.to + CONTEXT);
  const identified = isIdentified(hit.text.trim(), before, after);
  if (signs) return isLoose(hit.text, before) && !identified ? 'other' : 'own';
  const clause = before.split(/[.!?] /).at(-1) ?? '';
  if (introduces(clause, words)) return identified || DESCRIBED.test(before) ? 'own' : 'unclear';
  const commercial = words('commercialForms').hits(cutText(hit.text)).length > 0;
  const others = ofOthers(clause, after, commercial, words);
  if (others !== undefined) return others;
  if (APART.test(before) && NUMBER_NEXT.test(after)) return 'own';
  if (!identified && !isTitle(hit.text, clause, after)) return 'other';
  return commercial ? 'unclear' : 'own';
}

/** A counterparty, or an institution for which a report is built: perhaps the writer's own. */
function ofOthers(clause: string, after: string, commercial: boolean, words: WordLists) {
  if (words('othersWords').hits(cutText(clause)).length > 0) return commercial ? 'other' : 'unclear';
  if (TAX_NUMBER.test(after)) return 'other';
  return isParameter(clause, words) ? 'unclear' : undefined;
}

/** What is told of a counterparty. */
const TAX_NUMBER = /^[^.!?\n]{0,50}(?<!\p{L})(?:инн|кпп|inn)(?!\p{L})/iu;
/** «Панин, дом ветеранов, (8482) 76-30-15», «Техникум, 8 (3522) 44-55-66». */
const APART = /(?:^|[.!?,;–—-]\s{1,2})$/u;
const NUMBER_NEXT = /^\s?,?\s?(?:тел\.?\s?)?[+(]?\d[\d\s()-]{4}/u;

/** «Театр драмы» is a sentence by itself. */
function isTitle(kind: string, clause: string, after: string): boolean {
  return (
    clause.trim() === '' && /^\p{Lu}/u.test(kind.trim()) && /^(?:\s\p{L}{3,30}){1,2}[.!]?\s*$/u.test(after)
  );
}

/** «краеведческий музей»: of those who introduce themselves so, there is one. */
const DESCRIBED = /(?:^|[,(–—-]\s?|\s)\p{L}{4,24}(?:ий|ый|ая|ое|ой)\s$/u;
/** So much around an organisation tells whose it is. */
const CONTEXT = 90;

const FROM =
  /(?:^|[\s,.!(])(?:из|от|это|мы|пишет|работаю в|я из|from|at|of|we are|we at|this is)[\s,–—-]{0,3}$/iu;
const FIELD =
  /^[\s*•-]{0,4}(?:организация|учреждение|наименование организации|место работы|organi[sz]ation|institution|company|employer)\s?[:—–-]\s?$/iu;
/** «Нестеренко, управление образования, просит перезвонить». */
const BESIDE_SURNAME = /^\s*\p{Lu}\p{L}{2,30}(?:\s\p{Lu}\.\s?(?:\p{Lu}\.)?)?,\s$/u;

/** «из МБОУ», «Звонила бухгалтер школы», «мы, ООО «Заря»», «Организация: …» of a form. */
function introduces(clause: string, words: WordLists): boolean {
  if ([FROM, FIELD, BESIDE_SURNAME].some((pattern) => pattern.test(clause))) return true;
  return words('introductions')
    .hits(cutText(clause))
    .some(({ to }) => clause.length - to <= CONTEXT);
}

function isParameter(clause: string, words: WordLists): boolean {
  return words('parameterPlaces')
    .hits(cutText(clause))
    .some(({ to }) => /^[\s:="«–-]{0,4}$/u.test(clause.slice(to)));
}

/** A number, a name in quotes, a place or an adjective tells one school from another. */
function isIdentified(kind: string, before: string, after: string): boolean {
  if (/\d/.test(kind)) return true;
  if (/^\p{Lu}{2,}$/u.test(kind) && /^[\s,]{0,3}[\p{L}\d«"“„'№]/u.test(after)) return true;
  if (
    /^\s{0,3}(?:№|n\s?\d|no\.?\s?\d|\d|[«"“„]|им\.|имени|г\.|города|города|района|области|of\s)/iu.test(after)
  )
    return true;
  if (/^(?:\s\p{Ll}{1,20}){0,3}\s(?:\p{Lu}|города|района|области|округа|поселения)/u.test(after)) return true;
  if (/\p{Lu}\p{Ll}{2,20}(?:ая|ий|ый|ое|ой|ого|его|ому|ему)\s(?:\p{Ll}{3,24}\s){0,2}$/u.test(before))
    return true;
  return (
    /(?:[A-Z][\p{L}'’.-]{1,20}\s){1,3}$/u.test(before) ||
    (/^\p{Lu}\p{Ll}/u.test(kind) && /^\s(?:\p{Ll}{3,30}\s?){1,2}/u.test(after) && before.trim() === '')
  );
}

/** «Фонд», «суд», «банк» among the words of a signature may be anything. */
function isLoose(kind: string, before: string): boolean {
  return /^\p{Ll}/u.test(kind.trim()) && before.trim() === ''
    ? false
    : /^(?:фонд|суд|банк|архив)\p{L}{0,2}$/u.test(kind.trim());
}
