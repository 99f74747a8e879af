import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { type Entry, openWordLists, readEntry, type WordLists } from '#core/policy/text/word-lists.ts';

interface WrittenList {
  readonly ru: readonly string[];
  readonly en: readonly string[];
}

/** A vocabulary file as its schema accepts it. */
export interface VocabularyFile {
  readonly lists: Readonly<Record<string, WrittenList & { readonly costly?: WrittenList }>>;
}

/** All lists of words; letters mix languages, so both are always looked for. A list that is not filled is empty. */
export function compileWords(
  documents: readonly JsonDocument[],
  vocabulary: Vocabulary,
): { readonly words: WordLists; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const lists = new Map<string, Entry[]>();
  for (const document of documents) {
    for (const [id, list] of Object.entries((document.value as VocabularyFile).lists)) {
      if (!vocabulary.wordLists.has(id)) {
        const hint = didYouMean(id, vocabulary.wordLists.keys());
        diagnostics.push(
          document.diagnose(
            'RGL1112',
            ['lists', id],
            { ru: `список «${id}» никто не читает`, en: `nothing reads the list "${id}"` },
            {
              ...hint,
              atKey: true,
            },
          ),
        );
        continue;
      }
      for (const language of ['ru', 'en'] as const) {
        for (const [path, entries] of [
          [['lists', id, language], list[language]],
          [['lists', id, 'costly', language], list.costly?.[language] ?? []],
        ] as const) {
          const read = readEntries(document, path, entries);
          diagnostics.push(...read.diagnostics);
          lists.set(id, [...(lists.get(id) ?? []), ...read.entries]);
        }
      }
    }
  }
  return { words: openWordLists(lists), diagnostics };
}

function readEntries(
  document: JsonDocument,
  path: JsonPath,
  list: readonly string[],
): { readonly entries: readonly Entry[]; readonly diagnostics: readonly Diagnostic[] } {
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, text] of list.entries()) {
    const entry = readEntry(text);
    if ('wrong' in entry) diagnostics.push(cannotBeLookedFor(document, [...path, index], entry.wrong));
    else entries.push(entry);
  }
  return { entries, diagnostics };
}

function cannotBeLookedFor(document: JsonDocument, path: JsonPath, why: string): Diagnostic {
  return document.diagnose(
    'RGL2005',
    path,
    { ru: `это нельзя искать: ${why}`, en: `this cannot be looked for: ${why}` },
    {
      hint: {
        ru: 'фраза, начало слова со *, или образец между косыми чертами, без обратных ссылок и проверок вокруг',
        en: 'a phrase, a beginning with *, or a pattern between slashes, without look-around and back-references',
      },
    },
  );
}
