import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { Mail } from './mail.ts';

/** How many problems a letter holds (5.1), and where each begins. */
export interface ProblemsReading {
  readonly count: number;
  /** The words with which each problem begins, where there are several. */
  readonly evidence: readonly string[];
}

/** Steps, participants, parameters and documents with the same fault are one problem. */
export function readProblems(_mail: Mail, _words: WordLists): ProblemsReading {
  return { count: 1, evidence: [] };
}
