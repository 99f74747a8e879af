import { actInWords } from '#core/decision/act-in-words.ts';
import type { NoteData } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { OwedEffect } from './ports.ts';

const NOT_DONE = 'not-done';
const FILES_LEFT_BEHIND = 'files-left-behind';

/** What the agent is told when files could not be copied. */
export function noteOfFiles({ messages, desk }: Reglament, files: readonly string[]): NoteData | undefined {
  if (!messages.ids.has(FILES_LEFT_BEHIND)) return undefined;
  const { language } = desk;
  const values = { files: files.join(', '), count: files.length };
  const text = messages.render(FILES_LEFT_BEHIND, language, values);
  return { kind: 'note', message: FILES_LEFT_BEHIND, language, text };
}

/** What the agent is told when something decided could not be done. */
export function noteOfFailure(
  { messages, desk, rules: all }: Reglament,
  effect: OwedEffect,
  why: string,
): NoteData | undefined {
  const act = actInWords(effect.data);
  if (act === undefined || !messages.ids.has(NOT_DONE)) return undefined;
  const { language } = desk;
  const rule = all.find(({ id }) => id === effect.rule)?.name[language] ?? effect.rule;
  const clauses = effect.clauses.join(', ');
  const text = messages.render(NOT_DONE, language, { rule, clauses, act: act[language], why });
  return { kind: 'note', message: NOT_DONE, language, text };
}
