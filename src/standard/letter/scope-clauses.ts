import { type CutText, cutText, type Hit } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';

/** What the desk does not do (2.4). */
export const SCOPE_TOPICS = ['workstation', 'internet', 'closedNetwork', 'thirdParty'] as const;
export type ScopeTopic = (typeof SCOPE_TOPICS)[number];

/** A thing that a clause names. */
export interface NamedThing {
  /** `ours`: our product, or what is in it. */
  readonly of: ScopeTopic | 'ours';
  /** A program that shows what ours puts out: its trouble may be ours. */
  readonly hosts: boolean;
  /** Only where or after what something happens, not what it happens to. */
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
  /** A set phrase of a trouble that needs no other words. */
  readonly told: { readonly topic: ScopeTopic; readonly hit: Hit } | undefined;
}

const BREAKS =
  /[!?;…\n()]|[.,:](?=\s|$)|\s[-–—]{1,2}\s|(?<![\p{L}-])(?:а|но|зато|однако|хотя|потому\sчто|так\sкак|but|while|whereas|although|because)(?![\p{L}-])/giu;

/** Cuts a letter into clauses, each with the things and the troubles that it names. */
export function scopeClauses(text: string, words: WordLists): readonly ScopeClause[] {
  return withoutMessages(text)
    .split(BREAKS)
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => readClause(cutText(part), words));
}

/** What a message says of programs and documents is said by the program that shows it. */
function withoutMessages(text: string): string {
  return text.replace(/[«"“][^«»"“”\n]{1,200}[»"”]/gu, (quoted) =>
    (quoted.match(/\s/g)?.length ?? 0) < NAME_WORDS ? quoted : ' ',
  );
}

/** So many words in quotation marks are the name of a thing, more are a message. */
const NAME_WORDS = 3;

function readClause(cut: CutText, words: WordLists): ScopeClause {
  const told = SCOPE_TOPICS.flatMap((topic) =>
    words(`${topic}Troubles`)
      .hits(cut)
      .map((hit) => ({ topic, hit })),
  );
  return {
    cut,
    things: thingsIn(cut, words),
    troubles: words('foreignTroubles').hits(cut),
    ourTroubles: words('ourTroubles').hits(cut),
    told: told[0],
  };
}

function thingsIn(cut: CutText, words: WordLists): readonly NamedThing[] {
  const named = (list: string, of: NamedThing['of'], hosts = false) =>
    words(list)
      .hits(cut)
      .map((hit) => ({ of, hosts, hit, aside: isAside(cut, hit) }));
  const foreign = [
    ...SCOPE_TOPICS.flatMap((topic) => named(`${topic}Things`, topic)),
    ...named('hostPrograms', 'thirdParty', true),
  ];
  const kept = foreign.filter(({ hit }) => !foreign.some((other) => covers(other.hit, hit)));
  // «Сайт ЕИС», «лицензия Касперского»: what stands beside a foreign thing belongs to it.
  const ours = named('ourProduct', 'ours').filter(
    ({ hit }) => /^ваш|^your/iu.test(hit.text.trim()) || !kept.some((thing) => adjoins(cut, thing.hit, hit)),
  );
  return [...kept, ...ours].toSorted((a, b) => a.hit.from - b.hit.from);
}

function covers(longer: Hit, hit: Hit): boolean {
  return longer.from <= hit.from && hit.to <= longer.to && longer.to - longer.from > hit.to - hit.from;
}

function adjoins(cut: CutText, foreign: Hit, hit: Hit): boolean {
  const [first, second] = foreign.from < hit.from ? [foreign, hit] : [hit, foreign];
  return first.to >= second.from || /^[\s«"“:]{1,4}$/u.test(cut.text.slice(first.to, second.from));
}

const ASIDE = [
  /(?<!\p{L})(?:во?|на|из|через|для|ко?|от|по|под|при|после|до|перед|без|кроме|вместо)\s{1,3}(?:(?:наш|ваш|мо|сво|эт|то|нов|стар|друг|люб|как|сам|рабоч|одн)\p{L}{0,4}\s{1,3})?["«“]?$/iu,
  /(?<!\p{L})(?:после|при|перед|кроме|вместо|after|before)\s{1,3}(?:\p{L}{2,16}\s{1,3}){1,2}["«“]?$/iu,
  /(?<!\p{L})(?:in|into|to|from|via|on|for|at|through|after|before|without|except|under|by)\s{1,3}(?:(?:the|our|my|an?|this|any|all|her|his|their|new|another)\s{1,3}){0,2}["«“]?$/iu,
];

/** «В Excel», "after the update of Windows". */
function isAside({ text }: CutText, { from }: Hit): boolean {
  const before = text.slice(Math.max(0, from - 50), from);
  return ASIDE.some((pattern) => pattern.test(before));
}
