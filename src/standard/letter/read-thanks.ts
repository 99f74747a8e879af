import { type CutText, type Hit, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { ReplyReading } from './reply-reading.ts';

/** So many left-over words make thanks doubtful; more make a letter that also thanks. */
const DOUBTFUL_THANKS = 4;

/**
 * Reads a letter that thanks, or says that all is well.
 *
 * Surely thanks is only what consists of nothing else: one word more can be the whole complaint («спасибо,
 * зависает»), and a number can be the answer.
 */
export function readThanks(cut: CutText, words: WordLists): ReplyReading | undefined {
  const hits = (list: string) => words(list).hits(cut);
  const thanks = hits('thanks');
  const content = hits('contentment');
  const affirmed = hits('affirmations');
  const greetings = [...hits('greetings'), ...hits('pleasantries')];
  if (thanks.length + content.length + affirmed.length === 0) return onlyPolite(cut, greetings);
  const objections = hits('objections').filter((hit) => !isInside(hit, content));
  if (objections.length > 0 || cut.text.includes('?')) {
    return { intent: 'message', evidence: objections.map((hit) => hit.text) };
  }
  const polite = [...thanks, ...greetings];
  const covered = [...polite, ...content, ...affirmed, ...namesIn(cut, polite)];
  const rest = wordsOutside(cut, covered);
  const evidence = [...thanks, ...content, ...affirmed].map((hit) => hit.text);
  if (rest > DOUBTFUL_THANKS) return undefined;
  if (rest > 0 || thanks.length === 0 || SAD_SIGNS.test(cut.text)) return { intent: 'unsure', evidence };
  const mayAnswer = content.length > 0 || affirmed.length > 0;
  return { intent: 'thanks', evidence, ...(mayAnswer ? { mayAnswer } : {}) };
}

/** A greeting alone says nothing that could be read: «С наступающим!». */
function onlyPolite(cut: CutText, polite: readonly Hit[]): ReplyReading | undefined {
  if (cut.words.length === 0 || cut.text.includes('?') || wordsOutside(cut, polite) > 0) return undefined;
  return { intent: 'unsure', evidence: polite.map((hit) => hit.text) };
}

/** They turn the thanks round that stand beside them. */
const SAD_SIGNS = /👎|😡|😠|❌|🙁|☹|😢|😞|💔/u;

function isInside(hit: Hit, others: readonly Hit[]): boolean {
  return others.some((other) => other.from <= hit.from && hit.to <= other.to);
}

/** «Спасибо, Ольга!», "Thank you, Olga": whoever is thanked, by a name right after polite words. */
function namesIn(cut: CutText, polite: readonly Hit[]): readonly Hit[] {
  return cut.words.flatMap((word, index) => {
    const text = cut.text.slice(word.from, word.to);
    const before = cut.words[index - 1];
    const follows =
      before !== undefined && polite.some((hit) => hit.from <= before.from && before.to <= hit.to);
    return follows && /^\p{Lu}\p{Ll}+$/u.test(text) ? [{ from: word.from, to: word.to, text }] : [];
  });
}
