import type { Language } from '#core/calendar/bilingual.ts';
import { dateOf } from '#core/calendar/date-of.ts';
import { NEW_KEY } from '#core/policy/language/effect-data.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { PlaceholderDefinition } from '#core/policy/language/vocabulary.ts';
import { cutText } from '#core/policy/text/cut-text.ts';
import { inlineList } from '#core/policy/text/list-in-words.ts';
import { longDate } from '#core/policy/text/long-date.ts';
import { quotation } from '#core/policy/text/quotation.ts';
import { messageOf } from '#core/ticket/event.ts';
import { isSame, type Person } from '#core/ticket/person.ts';
import { greetingName } from '#standard/letter/human-name.ts';
import { NEEDED } from '#standard/letter/needed-fields.ts';
import { presentInWords, requestInWords, toldByInWords } from '#standard/letter/reading-names.ts';
import { clarificationOf } from './clarification.ts';
import { replyReading } from './conversation.ts';
import { readingOfRequest } from './reading-of-request.ts';
import { missingAmong, scopeReading } from './request.ts';

/** A summary is quoted up to here. */
const LONGEST_SUMMARY = 60;

/** A question is quoted up to here; the customer has the letter itself. */
const LONGEST_QUESTION = 240;

/** What stands in messages for the ticket's own data; days stand there by `with`. */
export const placeholders: readonly PlaceholderDefinition[] = [
  {
    id: 'greeting',
    about: {
      ru: 'обращение по имени, если получатель один и имя известно, иначе без имени',
      en: 'a greeting, by name where there is one recipient whose name is known',
    },
    value: greeting,
  },
  {
    id: 'key',
    about: { ru: 'номер обращения', en: 'the key of the request' },
    value: ({ ticket }) => ticket.key,
  },
  {
    id: 'summary',
    about: { ru: 'тема обращения, не длиннее 60 знаков', en: 'the summary, cut at 60 characters' },
    value: ({ ticket }, language) => withInnerQuotes(shortened(ticket.summary, LONGEST_SUMMARY), language),
  },
  {
    id: 'zone',
    about: { ru: 'часовой пояс («МСК»)', en: 'the time zone ("Moscow time")' },
    value: ({ calendar }, language) => calendar.zoneName[language],
  },
  {
    id: 'address',
    about: { ru: 'адрес поддержки', en: 'the address of the desk' },
    value: ({ desk }) => desk.address,
  },
  {
    id: 'listOrQuestion',
    about: {
      ru: 'чего мы ждём: список или вопрос сотрудника',
      en: "what we wait for: the list, or the agent's question",
    },
    value: listOrQuestion,
  },
  {
    id: 'newKey',
    about: { ru: 'номер нового обращения', en: 'the key of the new request' },
    value: () => NEW_KEY,
  },
  {
    id: 'writer',
    about: { ru: 'кто написал', en: 'who wrote' },
    value: ({ event, ticket }) => authorOf(event)?.displayName ?? ticket.reporter?.displayName ?? '—',
  },
  {
    id: 'writtenAt',
    about: {
      ru: 'когда произошло событие, по времени поддержки',
      en: "when the event happened, by the desk's clock",
    },
    value: ({ event, calendar }, language) => dayAndTime(event.at, calendar.zone, language),
  },
  {
    id: 'letter',
    about: { ru: 'текст письма, о котором событие', en: 'the text of the message that the event brought' },
    value: ({ event }) => messageOf(event)?.text ?? '',
  },
  {
    id: 'evidence',
    about: { ru: 'слова, по которым письмо распознано', en: 'the words by which the message was recognised' },
    value: evidence,
  },
  {
    id: 'besidesThanks',
    about: {
      ru: 'слова, из-за которых благодарность – не только благодарность; иначе пусто',
      en: 'the words for which thanks are more than thanks; otherwise nothing',
    },
    value: besidesThanks,
  },
  {
    id: 'scopeWords',
    about: {
      ru: 'слова, по которым вопрос кажется не нашим',
      en: 'the words by which the request seems not to be ours',
    },
    value: (situation, language) => quotedWords(scopeReading(situation).evidence, language),
  },
  {
    id: 'recognised',
    about: {
      ru: 'что прочитано в обращении и по каким словам',
      en: 'what was read of the request, and by which words',
    },
    value: recognised,
  },
  {
    id: 'askedOn',
    about: { ru: 'день, когда задан вопрос', en: 'the day of the question' },
    value(situation, language) {
      const question = clarificationOf(situation)?.question;
      return question === undefined ? '—' : longDate(dateOf(situation.calendar, question.entry.at), language);
    },
  },
];

const GREETINGS = {
  ru: { named: (name: string) => `Здравствуйте, ${name}!`, nameless: 'Здравствуйте!' },
  en: { named: (name: string) => `Hello ${name},`, nameless: 'Hello,' },
} as const;

function greeting({ ticket, event }: Situation, language: Language): string {
  const { named, nameless } = GREETINGS[language];
  const writer = authorOf(event);
  const isCustomer = event.kind === 'replied';
  const recipients: readonly (Person | undefined)[] = [
    ticket.reporter,
    ...ticket.participants,
    ...(isCustomer ? [writer] : []),
  ];
  const [first] = recipients;
  const alone =
    first !== undefined &&
    ticket.organizations.length === 0 &&
    recipients.every((person) => person !== undefined && isSame(person, first));
  const name = alone ? greetingName(first.displayName, language) : undefined;
  return name === undefined ? nameless : named(name);
}

function listOrQuestion(situation: Situation, language: Language): string {
  const { sentences = [], asked: items } = clarificationOf(situation)?.question ?? {};
  if (items !== undefined) {
    const missing = missingAmong(situation, items);
    return `${inlineList(situation.messages, missing.length > 0 ? missing : items, 'item', language)}.`;
  }
  const asked = sentences
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[.…\s]+$/, '');
  const quoted = withInnerQuotes(shortened(asked, LONGEST_QUESTION), language);
  return language === 'ru' ? `ответ на наше сообщение «${quoted}».` : `an answer to our message “${quoted}”.`;
}

function evidence(situation: Situation, language: Language): string {
  const message = messageOf(situation.event);
  const words = message === undefined ? [] : replyReading(situation, message).evidence;
  return quotedWords(words, language);
}

function besidesThanks(situation: Situation, language: Language): string {
  const message = messageOf(situation.event);
  if (message === undefined) return '';
  const { intent, evidence: words } = replyReading(situation, message);
  const thanks = situation.words('thanks').hits(cutText(message.text)).length > 0;
  if (intent !== 'message' || words.length === 0 || !thanks) return '';
  const quoted = quotedWords(words, language);
  return language === 'ru'
    ? ` Это не только благодарность: ${quoted}.`
    : ` These are not only thanks: ${quoted}.`;
}

function recognised(situation: Situation, language: Language): string {
  const reading = readingOfRequest(situation);
  const told = toldByInWords(reading, language);
  const present = reading.present.filter((item) => NEEDED[reading.kind].includes(item));
  const there = presentInWords({ ...reading, present }, language);
  return [
    `${requestInWords(reading, language)}${told === undefined ? '' : ` (${told})`}`,
    ...(there === '' ? [] : [there]),
  ].join('; ');
}

function quotedWords(words: readonly string[], language: Language): string {
  const quoted = [...new Set(words)].map((word) => quotation(word, language));
  return quoted.length === 0 ? '—' : quoted.join(', ');
}

function authorOf(event: Situation['event']): Person | undefined {
  return event.kind === 'timePassed' ? undefined : event.entry?.author;
}

function dayAndTime(at: Temporal.Instant, zone: string, language: Language): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const day = longDate(local.toPlainDate(), language);
  return language === 'ru' ? `${day} в ${time}` : `${day} at ${time}`;
}

/** Quotation marks inside a quotation, as each language has them; messages put the outer ones. */
function withInnerQuotes(text: string, language: Language): string {
  const [opening, closing] = language === 'ru' ? ['„', '“'] : ['‘', '’'];
  return text
    .replace(/«([^«»]*)»/g, `${opening}$1${closing}`)
    .replace(/[“"]([^“”"]*)[”"]/g, `${opening}$1${closing}`);
}

/** Cuts at a word's end and says so. */
export function shortened(text: string, longest: number): string {
  const whole = text.trim();
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
