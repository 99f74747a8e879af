import type { Language } from '#core/calendar/bilingual.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import { messageOf } from '#core/ticket/event.ts';
import { languageOf } from '#standard/letter/language-of.ts';
import { ownWords } from '#standard/letter/own-words.ts';
import { customersMessage } from './conversation.ts';

const derived = {};

/** The language in which the customer is spoken to: the letter's, else the organisation's, else the desk's. */
export function replyLanguage(situation: Situation): Language {
  return situation.derived(derived, () => findLanguage(situation));
}

function findLanguage(situation: Situation): Language {
  const { ticket, desk, event, words } = situation;
  const brought = messageOf(event);
  const customers = ticket.entries.flatMap((entry) => customersMessage(entry) ?? []).toReversed();
  const letters = [...(brought === undefined ? [] : [brought]), ...customers].map(
    (message) => ownWords(message.text, words).cut.text,
  );
  for (const text of [...letters, ticket.description, ticket.summary]) {
    const language = languageOf(text);
    if (language !== undefined) return language;
  }
  for (const { name, id } of ticket.organizations) {
    const language = desk.organizationLanguages[name] ?? desk.organizationLanguages[id];
    if (language !== undefined) return language;
  }
  return desk.language;
}
