import { type CutText, cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** What the desk does not do (2.4). */
export const SCOPE_TOPICS = ['workstation', 'internet', 'closedNetwork', 'thirdParty'] as const;
export type ScopeTopic = (typeof SCOPE_TOPICS)[number];

/**
 * `host`: a program that shows what ours puts out, so that its trouble may be ours. `system`: has documents and reports
 * of its own. `contents`: documents and reports, ours or such a system's.
 */
type ThingRole = 'host' | 'system' | 'contents' | 'plain';

/** A thing that a clause names. */
export interface NamedThing {
  /** `ours`: our product, or what is in it. */
  readonly of: ScopeTopic | 'ours';
  /** What it is to our product, where that matters. */
  readonly role: ThingRole;
  /** Only where, with what or after what something happens, not what it happens to. */
  readonly aside: boolean;
  readonly hit: Hit;
}

/** A part of a sentence that says one thing. */
export interface ScopeClause {
  readonly cut: CutText;
  readonly things: readonly NamedThing[];
  /** Words of a trouble, and those of them that our own product's troubles are told in. */
  readonly troubles: readonly Hit[];
  readonly ourTroubles: readonly Hit[];
  /** A message is quoted, whatever it says. */
  readonly showsMessage: boolean;
  /** A set phrase of a trouble that needs no other words. */
  readonly told: { readonly topic: ScopeTopic; readonly hit: Hit } | undefined;
  /** It says why the clause before it is so: «не могу войти, потому что VPN не подключается». */
  readonly explains: boolean;
}

const BREAKS =
  /[!?;…\n()]|[.,:](?=\s|$)|\s[-–—]{1,2}\s|(?<![\p{L}-])(?:а|но|зато|однако|хотя|потому\sчто|так\sкак|поскольку|but|while|whereas|although|because|since)(?![\p{L}-])/giu;

/** Cuts a letter into clauses, each with the things and the troubles that it names. */
export function scopeClauses(text: string, words: WordLists): readonly ScopeClause[] {
  return clausesOf(withoutRemarks(withoutMessages(text)))
    .filter(({ part }) => /\p{L}/u.test(part))
    .map(({ part, explains }) => readClause(cutText(part), explains, words));
}

function clausesOf(text: string): readonly { readonly part: string; readonly explains: boolean }[] {
  const clauses: { part: string; explains: boolean }[] = [];
  let from = 0;
  let explains = false;
  for (const { index, 0: sign } of text.matchAll(BREAKS)) {
    const part = text.slice(from, index);
    clauses.push({ part, explains });
    // «…, потому что …»: what stands between the comma and the word is nothing.
    explains = REASON.test(sign) || (explains && part.trim() === '');
    from = index + sign.length;
  }
  return [...clauses, { part: text.slice(from), explains }];
}

const REASON = /^(?:потому\sчто|так\sкак|поскольку|because|since)$/iu;

/** «Сайт закупок (zakupki.gov.ru) не открывается»: a short remark does not end what is being said. */
function withoutRemarks(text: string): string {
  return text.replace(/\([^()\n.!?]{1,12}(?:\.[^()\n.!?\s]{1,12}){0,3}\)/gu, (remark) =>
    ' '.repeat(remark.length),
  );
}

/** What a message says of programs and documents is said by the program that shows it. */
function withoutMessages(text: string): string {
  return text.replace(/[«"“][^«»"“”\n]{1,200}[»"”]/gu, (quoted, at: number) => {
    const isLong = (quoted.match(/\s/g)?.length ?? 0) >= NAME_WORDS;
    return isLong || SAYS.test(text.slice(Math.max(0, at - 30), at)) ? ` ${MESSAGE} ` : quoted;
  });
}

/** Whatever is quoted behind these, a program has said. */
const SAYS =
  /(?<!\p{L})(?:пишет|выда[её]т|выходит|вылезает|сообщает|сообщение|ошибка|ошибку|says|shows|error|message)(?:\s{1,3}(?:что|об|ошибку|ошибка|сообщение|me|error|the))?[\s:,–—-]{1,4}$/iu;

/** Stands where a message was quoted. */
const MESSAGE = '\uE000';

/** So many words in quotation marks are the name of a thing, more are a message. */
const NAME_WORDS = 3;

function readClause(cut: CutText, explains: boolean, words: WordLists): ScopeClause {
  const told = SCOPE_TOPICS.flatMap((topic) =>
    words(`${topic}Troubles`)
      .hits(cut)
      .map((hit) => ({ topic, hit })),
  );
  const troubles = words('foreignTroubles')
    .hits(cut)
    .filter((hit) => !isDenied(cut, hit));
  return {
    cut,
    things: thingsIn(cut, words),
    troubles,
    // «Печатает пустые листы» is said of printers, whatever «пустые» may be said of.
    ourTroubles: words('ourTroubles')
      .hits(cut)
      .filter((hit) => !isDenied(cut, hit) && !troubles.some((trouble) => covers(trouble, hit))),
    showsMessage: cut.text.includes(MESSAGE),
    told: told[0],
    explains,
  };
}

/** «VPN не используем», "no VPN involved": what is not there is in no trouble. */
function isAbsent({ text }: CutText, { to }: Hit): boolean {
  return ABSENT.test(text.slice(to, to + 30));
}

const ABSENT =
  /^\s{1,3}(?:(?:мы|у\sнас|тут|здесь|вообще)\s)?(?:не\s(?:использ|польз|примен|обновлял[аи]|ставил[аи]|трогал[аи])|(?:is\s|was\s)?not\s(?:used|involved|updated)|involved|updates?\snot)/iu;

/** «Без ошибок», "no problem". */
function isDenied({ text }: CutText, { from }: Hit): boolean {
  return /(?<!\p{L})(?:без|никаких|нет|without|no|any)\s{1,3}$/iu.test(
    text.slice(Math.max(0, from - 12), from),
  );
}

function thingsIn(cut: CutText, words: WordLists): readonly NamedThing[] {
  const named = (list: string, of: NamedThing['of'], role: ThingRole = 'plain') =>
    words(list)
      .hits(cut)
      .map((hit) => ({ of, role, hit, aside: isAside(cut, hit) }));
  const foreign = [
    ...SCOPE_TOPICS.flatMap((topic) => named(`${topic}Things`, topic)),
    ...named('foreignSystems', 'thirdParty', 'system'),
    ...named('hostPrograms', 'thirdParty', 'host'),
    ...named('mailPrograms', 'workstation', 'host'),
  ].filter(({ hit }) => !isAbsent(cut, hit));
  const kept = foreign.filter(({ hit }) => !foreign.some((other) => covers(other.hit, hit)));
  // «Сайт ЕИС», «лицензия Касперского»: what stands beside a foreign thing belongs to it.
  const ours = [...named('ourProduct', 'ours'), ...named('ourContents', 'ours', 'contents')].filter(
    ({ hit }) =>
      !ANY_PROGRAM.test(cut.text.slice(Math.max(0, hit.from - 12), hit.to)) &&
      (!GENERAL.test(hit.text.trim()) || !kept.some((thing) => belongsTo(cut, thing, hit))),
  );
  return [...kept, ...ours].toSorted((a, b) => a.hit.from - b.hit.from);
}

function covers(longer: Hit, hit: Hit): boolean {
  return longer.from <= hit.from && hit.to <= longer.to && longer.to - longer.from > hit.to - hit.from;
}

/** «Ни из одной программы» names none of ours. */
const ANY_PROGRAM =
  /(?<!\p{L})(?:одн(?:ой|у|а)|люб(?:ой|ую|ая)|друг(?:ой|их|ие)|вс(?:ех|е)|any|other|every|no|all)\s(?:программ\p{L}{0,3}|programs?)$/iu;

/** What every program has, ours and others'. */
const GENERAL =
  /^(?:программ|прог|портал|сайт|сервер|серв|баз|лиценз|документ|файл|таблиц|форм|запрос|спис|личн|кабинет|кнопк|вкладк|зарплат|бюджет|касс|закуп|учетн|пользоват|program|application|server|file|document|form|database|list|system|tab|button|order|request|user)/iu;

/** «После обновления Windows программа…» begins to speak of another. */
function belongsTo(cut: CutText, { hit: foreign, aside }: NamedThing, hit: Hit): boolean {
  if (aside && foreign.from < hit.from) return false;
  const [first, second] = foreign.from < hit.from ? [foreign, hit] : [hit, foreign];
  return first.to >= second.from || /^[\s«"“:]{1,4}$/u.test(cut.text.slice(first.to, second.from));
}

const ASIDE = [
  /(?<!\p{L})(?:on|from|at|на|со?|у)\s{1,3}(?:all|each|every|both|any|several|\d{1,3}|two|three|four|всех|кажд\p{L}{2,3}|нескольк\p{L}{1,2}|дву[хм]|тр[её][хм])\s{1,3}(?:[\p{L}\d-]{1,16}\s{1,3}){0,3}$/iu,
  /(?<!\p{L})(?:во?|на|из|через|для|ко?|от|по|под|при|после|до|перед|без|кроме|вместо|(?:ни\s)?с\sодного|со\sвсех)\s{1,3}(?:(?:наш|ваш|мо|сво|эт|то|нов|стар|друг|люб|как|сам|рабоч|одн)\p{L}{0,4}\s{1,3})?["«“]?$/iu,
  /(?<!\p{L})(?:после|при|перед|кроме|вместо|after|before)\s{1,3}(?:\p{L}{2,16}\s{1,3}){1,2}["«“]?$/iu,
  /(?<!\p{L}|(?:проблем|проблема|проблемы|беда|неполадки|ошибка|что|непорядок)\s)(?:со?)\s{1,3}(?:(?:наш|эт|то|нов|стар|друг|мо)\p{L}{0,4}\s{1,3})?["«“]?$/iu,
  /(?<!\p{L}|(?:problem|problems|trouble|issue|issues|wrong)\s)with\s{1,3}(?:(?:the|our|my|an?|this)\s{1,3})?["«“]?$/iu,
  /(?<!\p{L})(?:in|into|to|from|via|over|on|for|at|through|after|before|without|except|under|by)\s{1,3}(?:(?:the|our|my|an?|this|any|all|her|his|their|new|another|both|each|every|two|three|four)\s{1,3}){0,2}["«“]?$/iu,
];

/** «В Excel», "after the update of Windows". */
function isAside({ text }: CutText, { from }: Hit): boolean {
  const before = text.slice(Math.max(0, from - 50), from);
  return ASIDE.some((pattern) => pattern.test(before));
}
