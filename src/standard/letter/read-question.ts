import { type CutText, cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { ownWords } from './own-words.ts';

export type Sure = 'yes' | 'no' | 'unsure';

/** Whether a reply of the desk asks the customer something, and in which words. */
export interface AskReading {
  readonly asks: Sure;
  /** The sentences that ask, or might. */
  readonly sentences: readonly string[];
}

/**
 * Reads whether a reply surely asks: a request to the customer to tell or send us something, or a question to them.
 *
 * Courtesies («если возникнут вопросы, пишите») ask nothing. Conditions («если ошибка повторится, пришлите журнал»),
 * instructions («укажите период», "please check"), what others are to be asked, and questions that the reply goes on
 * to answer itself are not sure, and start no clock.
 */
export function readQuestion(text: string, words: WordLists): AskReading {
  const { cut } = ownWords(text, words);
  const sentences = sentencesOf(cut.text);
  const last = sentences.findLastIndex((sentence) => !isPolite(cutText(sentence), words));
  const judged = sentences.map((sentence, index) => ({
    sentence,
    asks: judge(sentence, index >= last, words),
  }));
  for (const asks of ['yes', 'unsure'] as const) {
    const found = judged.filter((one) => one.asks === asks).map(({ sentence }) => sentence);
    if (found.length > 0) return { asks, sentences: found };
  }
  return { asks: 'no', sentences: [] };
}

/** A sentence ends with its mark before a space, or with the line. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** @param isLast whether nothing but politeness follows */
function judge(sentence: string, isLast: boolean, words: WordLists): Sure {
  const cut = cutText(withoutQuotations(sentence));
  const has = (list: string) => words(list).hits(cut).length > 0;
  if (has('courtesies')) return 'no';
  const conditional = has('conditions') || has('askedOfOthers');
  if (has('requests')) return conditional ? 'unsure' : 'yes';
  if (has('weakRequests')) return has('forUs') && !conditional ? 'yes' : 'unsure';
  if (!cut.text.trimEnd().endsWith('?')) return 'no';
  const addressed = has('secondPerson') || (isLast && has('questionWords'));
  return addressed && !conditional ? 'yes' : 'unsure';
}

/** What a quotation asks, somebody else has asked. */
function withoutQuotations(sentence: string): string {
  return sentence.replace(/«[^«»]*»|„[^„“]*“|“[^“”]*”|"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
}

function isPolite(cut: CutText, words: WordLists): boolean {
  const polite = ['thanks', 'greetings', 'pleasantries', 'courtesies'].flatMap((list) =>
    words(list).hits(cut),
  );
  return cut.words.every(({ from, to }) => polite.some((hit) => hit.from <= from && to <= hit.to));
}
