import type { Language } from '#core/calendar/bilingual.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { messageOf } from '#core/ticket/event.ts';
import { languageOf } from '#standard/letter/language-of.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { customersMessage } from './conversation.ts';
import { keptReading } from './kept-reading.ts';

const derived = {};

/** The language in which the customer is spoken to: the letter's, else the organisation's, else the desk's. */
export function replyLanguage(situation: Situation): Language {
  return situation.derived(derived, () => findLanguage(situation));
}

function findLanguage(situation: Situation): Language {
  const { ticket, desk, event } = situation;
  const brought = messageOf(event);
  const customers = ticket.entries.flatMap((entry) => customersMessage(entry) ?? []).toReversed();
  for (const letter of [...(brought === undefined ? [] : [brought]), ...customers]) {
    const language = letterLanguage(situation, letter);
    if (language !== undefined) return language;
  }
  const described = languageOf(ticket.description) ?? languageOf(ticket.summary);
  if (described !== undefined) return described;
  for (const { name, id } of ticket.organizations) {
    const language = desk.organizationLanguages[name] ?? desk.organizationLanguages[id];
    if (language !== undefined) return language;
  }
  return desk.language;
}

const letterLanguage = keptReading<Language | undefined>(({ words }, { text }) =>
  languageOf(ownWords(text, words).cut.text),
);
