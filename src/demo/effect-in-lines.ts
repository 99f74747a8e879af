import type { StoredEffect } from '#app/look-at-store.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import { effectHead } from '#core/decision/effect-in-words.ts';
import { type EffectData, NEW_KEY } from '#core/policy/language/effect-data.ts';
import { MARGIN, quotedLines } from './page.ts';

const WORDS = {
  ru: { withheld: 'не сделано', waits: 'ждёт', withSameWords: 'с этим объяснением' },
  en: { withheld: 'not done', waits: 'waits', withSameWords: 'with this explanation' },
} as const;

/**
 * An effect as it was done, or why it was not, with the words that it said.
 *
 * @param opened key of the follow-up that was opened with it
 * @param told what was told already, and need not be told again as the text of a note
 */
export function effectInLines(
  { data, state, reason }: StoredEffect,
  opened: string | undefined,
  told: string | undefined,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const key = data.kind === 'openTicket' && opened !== undefined ? ` ${opened}` : '';
  const undone =
    state === 'DONE'
      ? ''
      : state === 'PLANNED'
        ? ` – ${words.waits}`
        : ` – ${words.withheld}: ${reason ?? state}`;
  const text = textOf(data);
  const isSame = text !== undefined && text === told;
  const head = `${MARGIN}→ ${effectHead(data, language)}${key}${isSame ? ` – ${words.withSameWords}` : ''}${undone}`;
  if (text === undefined || isSame) return [head];
  return [head, ...quotedLines(text.replaceAll(NEW_KEY, opened ?? NEW_KEY))];
}

function textOf(data: EffectData): string | undefined {
  switch (data.kind) {
    case 'reply':
    case 'note':
      return data.text;
    case 'openTicket':
      return data.description;
    case 'transition':
    case 'label':
    case 'assign':
      return undefined;
  }
}
