import { openVocabulary, type Vocabulary } from '#core/policy/language/vocabulary.ts';
import { clarificationFacts } from './desk/clarification-facts.ts';
import { effects } from './desk/effects.ts';
import { facts } from './desk/facts.ts';
import { lowerBounds } from './desk/lower-bounds.ts';
import { moments } from './desk/moments.ts';
import { operators } from './desk/operators.ts';
import { placeholders } from './desk/placeholders.ts';
import { requestFacts } from './desk/request-facts.ts';
import { wordLists } from './desk/word-lists.ts';
import { changeWords } from './letter/words/change-words.ts';
import { contactWords } from './letter/words/contact-words.ts';
import { errorWords } from './letter/words/error-words.ts';
import { kindWords } from './letter/words/kind-words.ts';
import { placeWords } from './letter/words/place-words.ts';
import { scopeWords } from './letter/words/scope-words.ts';

/** What policies can speak of without any extension: the first contribution, only built in. */
export function standardVocabulary(): Vocabulary {
  return openVocabulary([
    {
      facts: [...facts, ...clarificationFacts],
      operators,
      moments,
      lowerBounds,
      placeholders,
      effects,
      wordLists,
    },
    {
      facts: requestFacts,
      wordLists: [...placeWords, ...kindWords, ...contactWords, ...errorWords, ...changeWords, ...scopeWords],
    },
  ]);
}
