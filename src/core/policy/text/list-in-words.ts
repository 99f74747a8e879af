import type { Language } from '#core/calendar/bilingual.ts';
import type { MessageCatalogue } from './messages.ts';

/** A list as it stands in a letter: a line for each word, said by its own message. */
export function listInWords(
  { messages }: { readonly messages: MessageCatalogue },
  words: readonly string[],
  saidAs: string,
  language: Language,
): string {
  return saidWords(messages, words, saidAs, language)
    .map((said, index) => `– ${said}${index === words.length - 1 ? '.' : ';'}`)
    .join('\n');
}

/** The same in one line, for the middle of a sentence: what stands behind a colon, on how to find it, is left out. */
export function inlineList(
  messages: MessageCatalogue,
  words: readonly string[],
  saidAs: string,
  language: Language,
): string {
  return saidWords(messages, words, saidAs, language)
    .map((said) => said.split(': ')[0] ?? said)
    .join('; ');
}

/** A word that has no message, because another policy said it once, stands for itself. */
function saidWords(
  messages: MessageCatalogue,
  words: readonly string[],
  saidAs: string,
  language: Language,
): readonly string[] {
  return words.map((word) => {
    const id = `${saidAs}-${word}`;
    return messages.ids.has(id) ? messages.render(id, language, {}) : word;
  });
}

/** Reads such a list back: which of the words its lines say, in whatever language. */
export function wordsInList(messages: MessageCatalogue, text: string, saidAs: string): readonly string[] {
  const said = new Map<string, string>();
  for (const id of messages.ids) {
    if (!id.startsWith(`${saidAs}-`)) continue;
    for (const language of ['ru', 'en'] as const) {
      said.set(messages.render(id, language, {}), id.slice(saidAs.length + 1));
    }
  }
  return text.split(/(?:^|\s)– /).flatMap((line) => said.get(line.trim().replace(/[;.]$/, '')) ?? []);
}
