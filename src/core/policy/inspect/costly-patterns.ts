import type { VocabularyFile } from '#core/policy/compile/compile-words.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { SHORTEST_LITERAL } from '#core/policy/text/required-literals.ts';
import { readEntry } from '#core/policy/text/word-lists.ts';
import type { Inspected } from './inspected.ts';

/** Patterns in whose matches nothing in particular stands: they are tried at every place of every letter. */
export function costlyPatterns({ documents }: Inspected): readonly Diagnostic[] {
  return documents.words.flatMap((document) =>
    Object.entries((document.value as VocabularyFile).lists).flatMap(([id, list]) =>
      (['ru', 'en'] as const).flatMap((language) =>
        list[language].flatMap((text, index) =>
          isCostly(text) ? [costly(document, ['lists', id, language, index])] : [],
        ),
      ),
    ),
  );
}

function isCostly(text: string): boolean {
  const entry = readEntry(text);
  return 'pattern' in entry && entry.pattern.required() === undefined;
}

function costly(document: JsonDocument, path: readonly (string | number)[]): Diagnostic {
  return document.diagnose(
    'RGL2015',
    path,
    {
      ru: `в образце нет ни одного слова от ${SHORTEST_LITERAL} букв: его пробуют на каждом месте каждого письма`,
      en: `no word of ${SHORTEST_LITERAL} letters or more stands in this pattern: it is tried at every place of every letter`,
    },
    {
      severity: 'warning',
      hint: {
        ru: 'добавьте в образец слово, без которого он не нужен; если иначе нельзя, перенесите его в "costly" того же списка',
        en: 'put a word into it without which it is not wanted; where that cannot be, move it to "costly" of the same list',
      },
    },
  );
}
