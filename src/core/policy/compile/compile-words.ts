import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { compileWordList, type WordList, type WordLists } from '#core/policy/text/word-lists.ts';

interface VocabularyFile {
  readonly lists: Readonly<
    Record<string, { readonly ru: readonly string[]; readonly en: readonly string[] }>
  >;
}

/** All lists of words; letters mix languages, so both are always looked for. A list that is not filled is empty. */
export function compileWords(
  documents: readonly JsonDocument[],
  vocabulary: Vocabulary,
): { readonly words: WordLists; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const entries = new Map<string, string[]>();
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
        diagnostics.push(...wrongEntries(document, id, language, list[language]));
        entries.set(id, [...(entries.get(id) ?? []), ...list[language]]);
      }
    }
  }
  return { words: openWordLists(entries), diagnostics };
}

function wrongEntries(
  document: JsonDocument,
  id: string,
  language: 'ru' | 'en',
  list: readonly string[],
): readonly Diagnostic[] {
  const compiled = compileWordList(list);
  if ('list' in compiled) return [];
  return compiled.wrong.map(({ index, why }) =>
    document.diagnose(
      'RGL2005',
      ['lists', id, language, index],
      { ru: `это нельзя искать: ${why}`, en: `this cannot be looked for: ${why}` },
      {
        hint: {
          ru: 'фраза, начало слова со *, или образец между косыми чертами, без обратных ссылок и проверок вокруг',
          en: 'a phrase, a beginning with *, or a pattern between slashes, without look-around and back-references',
        },
      },
    ),
  );
}

const NOTHING: WordList = { hits: () => [] };

/** Compiles each list when it is first asked for. */
function openWordLists(entries: ReadonlyMap<string, readonly string[]>): WordLists {
  const lists = new Map<string, WordList>();
  return (id) => {
    const known = lists.get(id);
    if (known !== undefined) return known;
    const compiled = compileWordList(entries.get(id) ?? []);
    const list = 'list' in compiled ? compiled.list : NOTHING;
    lists.set(id, list);
    return list;
  };
}
