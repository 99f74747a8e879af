import { cutText, type WordLists } from '#core/policy/text/word-lists.ts';
import { ownWords } from './own-words.ts';

export type Sure = 'yes' | 'no' | 'unsure';

/** Whether a reply of the desk asks the customer something, and in which words. */
export interface AskReading {
  readonly asks: Sure;
  /** The sentences that ask, or might. */
  readonly sentences: readonly string[];
}

/**
 * Reads whether a reply surely asks: a request to the customer, or a question to them.
 *
 * Courtesies («если возникнут вопросы, пишите»), conditions («если ошибка повторится, пришлите журнал») and
 * "please check" ask for nothing that the work waits for: they are not sure, and start no clock.
 */
export function readQuestion(text: string, words: WordLists): AskReading {
  const { cut } = ownWords(text, words);
  const judged = sentencesOf(cut.text).map((sentence) => ({ sentence, asks: judge(sentence, words) }));
  for (const asks of ['yes', 'unsure'] as const) {
    const sentences = judged.filter((one) => one.asks === asks).map(({ sentence }) => sentence);
    if (sentences.length > 0) return { asks, sentences };
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

function judge(sentence: string, words: WordLists): Sure {
  const cut = cutText(sentence);
  const has = (list: string) => words(list).hits(cut).length > 0;
  if (has('courtesies')) return 'no';
  if (has('requests')) return has('conditions') ? 'unsure' : 'yes';
  if (sentence.endsWith('?')) return has('secondPerson') || has('questionWords') ? 'yes' : 'unsure';
  return has('weakRequests') ? 'unsure' : 'no';
}
