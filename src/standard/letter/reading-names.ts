import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import { shortQuotation } from '#core/policy/text/quotation.ts';
import type { Field } from './needed-fields.ts';
import type { LetterReading } from './read-letter.ts';
import type { ReplyIntent } from './reply-reading.ts';

export const FIELD_NAMES: Readonly<Record<Field, Bilingual>> = {
  subject: { ru: 'тема', en: 'subject' },
  name: { ru: 'имя', en: 'name' },
  organization: { ru: 'организация', en: 'organisation' },
  phone: { ru: 'телефон', en: 'telephone' },
  email: { ru: 'почта', en: 'e-mail' },
  question: { ru: 'вопрос', en: 'question' },
  steps: { ru: 'действия по шагам', en: 'steps' },
  screenshots: { ru: 'снимки экрана', en: 'screenshots' },
  entity: { ru: 'путь в навигаторе', en: 'navigator path' },
  documentIds: { ru: 'какой документ', en: 'which document' },
  reportParameters: { ru: 'параметры отчёта', en: 'report parameters' },
  routeLogs: { ru: 'журналы участников', en: "participants' logs" },
  errorText: { ru: 'текст ошибки', en: 'error text' },
  wrongData: { ru: 'неверные данные', en: 'wrong data' },
  changeDescription: { ru: 'суть доработки', en: 'what to change' },
  changeFiles: { ru: 'файлы к доработке', en: 'files for the change' },
  desiredDate: { ru: 'желаемый срок', en: 'desired date' },
};

export const EVENT_NAMES: Readonly<Record<LetterReading['event'], Bilingual>> = {
  new: { ru: 'новое обращение', en: 'new request' },
  reply: { ru: 'ответ', en: 'reply' },
  thanks: { ru: 'благодарность', en: 'thanks' },
  autoReply: { ru: 'письмо почтовой программы', en: 'written by a mail program' },
};

const KIND_NAMES: Readonly<Record<LetterReading['kind'], Bilingual>> = {
  consultation: { ru: 'консультация', en: 'consultation' },
  error: { ru: 'ошибка', en: 'error' },
  changeRequest: { ru: 'доработка', en: 'change request' },
  unclear: { ru: 'непонятно, о чём', en: 'unclear' },
  none: { ru: 'ничего не просят', en: 'nothing is requested' },
};

const SUBTYPE_NAMES: Readonly<Record<NonNullable<LetterReading['subtype']>, Bilingual>> = {
  document: { ru: 'документ', en: 'document' },
  directory: { ru: 'справочник', en: 'directory' },
  report: { ru: 'отчёт', en: 'report' },
  route: { ru: 'маршрут', en: 'route' },
  system: { ru: 'система', en: 'system' },
  usage: { ru: 'работа в программе', en: 'usage' },
  administration: { ru: 'администрирование', en: 'administration' },
  installUpdate: { ru: 'установка и обновление', en: 'installation and update' },
};

const SCOPE_NAMES: Readonly<Record<NonNullable<LetterReading['outOfScope']>, Bilingual>> = {
  thirdParty: { ru: 'не к нам – чужая программа', en: "not ours – another maker's program" },
  workstation: { ru: 'не к нам – рабочее место', en: 'not ours – the workstation' },
  internet: { ru: 'не к нам – интернет', en: 'not ours – the internet' },
  closedNetwork: { ru: 'не к нам – закрытая сеть', en: 'not ours – a closed network' },
};

export const INTENT_NAMES: Readonly<Record<ReplyIntent, Bilingual>> = {
  message: { ru: 'письмо по существу', en: 'says something' },
  thanks: { ru: 'благодарность', en: 'thanks' },
  promise: { ru: 'обещает ответить', en: 'promises an answer' },
  autoReply: { ru: 'автоответ', en: 'an automatic reply' },
  bounce: { ru: 'наше письмо не доставлено', en: 'our letter did not arrive' },
  nothing: { ru: 'ни слов, ни файлов', en: 'neither words nor files' },
  unsure: { ru: 'неясно, что это', en: 'nobody can tell' },
};

/** What a request is, in a few words: its kind, what it is about, and what of it is not ours (2.4). */
export function requestInWords(
  { kind, subtype, outOfScope }: Pick<LetterReading, 'kind' | 'subtype' | 'outOfScope'>,
  language: Language,
): string {
  const names = [
    KIND_NAMES[kind],
    ...(subtype === null ? [] : [SUBTYPE_NAMES[subtype]]),
    ...(outOfScope === null ? [] : [SCOPE_NAMES[outOfScope]]),
  ];
  return names.map((name) => name[language]).join(', ');
}

/** Longer words are shown by `reglament read`. */
const SHOWN = 40;

/** What of these fields is there, each with the first of the words that told it; a field that no words told is left out. */
export function presentInWords(
  { present, evidence }: Pick<LetterReading, 'evidence'> & { readonly present: readonly Field[] },
  language: Language,
): string {
  return present
    .flatMap((field) => {
      const [words] = evidence[field] ?? [];
      return words === undefined
        ? []
        : [`${FIELD_NAMES[field][language]} ${shortQuotation(words, language, SHOWN)}`];
    })
    .join(', ');
}

/** The first of the words that told the kind, or that it is not ours; nothing, where no words did. */
export function toldByInWords(
  { outOfScope, evidence }: Pick<LetterReading, 'outOfScope' | 'evidence'>,
  language: Language,
): string | undefined {
  const [words] = (outOfScope === null ? evidence.kind : evidence.outOfScope) ?? [];
  return words === undefined ? undefined : shortQuotation(words, language, SHOWN);
}
