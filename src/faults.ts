import type { Bilingual } from '#core/calendar/bilingual.ts';

/**
 * Faults: the machine's problems, thrown with a code. An author's mistake is a diagnostic, an expected refusal
 * a value; neither is here.
 */
export const FAULTS = {
  RGL9001: { ru: 'файл не читается', en: 'a file cannot be read' },
  RGL9002: { ru: 'настройки негодны', en: 'the configuration cannot be used' },
  RGL9003: { ru: 'политика негодна', en: 'the policy cannot be used' },
  RGL9004: { ru: 'в окружении нет секрета', en: 'a secret is missing from the environment' },
  RGL9005: { ru: 'нет календаря на год', en: 'the calendar of a year is missing' },
  RGL9006: { ru: 'обращение не читается', en: 'the ticket cannot be read' },
  RGL9007: { ru: 'с этими данными в Jira не войти', en: 'these credentials cannot be used with Jira' },
  RGL9101: { ru: 'хранилище занято другой службой', en: 'the store is held by another service' },
  RGL9102: { ru: 'в хранилище не записать', en: 'the store cannot be written' },
  RGL9103: { ru: 'адрес для приёма уведомлений занят', en: 'the address to listen on is taken' },
  RGL9104: {
    ru: 'хранилище сделано прежней версией',
    en: 'the store was made by an older version',
  },
  RGL9201: { ru: 'Jira недоступна', en: 'Jira cannot be reached' },
  RGL9202: { ru: 'Jira нас не пускает', en: 'Jira does not let us in' },
  RGL9203: {
    ru: 'Jira ответила не так, как отвечает Jira',
    en: 'Jira answered something that is no Jira answer',
  },
  RGL9204: { ru: 'исход записи в Jira неизвестен', en: 'the outcome of a write to Jira is not known' },
  RGL9205: { ru: 'Jira просит подождать', en: 'Jira asks us to slow down' },
  RGL9206: { ru: 'Jira отказала', en: 'Jira refused' },
  RGL9207: { ru: 'отправка остановлена оператором', en: 'sending was stopped by an operator' },
  RGL9301: { ru: 'работающая служба не отвечает', en: 'the running service cannot be reached' },
  RGL9302: { ru: 'часть демонстрации не запустилась', en: 'a part of the demo did not start' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FaultCode = keyof typeof FAULTS;

/** Details for the log, beside the message: never a secret, never a customer's text. */
export type FaultDetails = Readonly<Record<string, string | number | boolean | undefined>>;

export class Fault extends Error {
  readonly code: FaultCode;
  /** What happened, for people; `message` is the English one. */
  readonly words: Bilingual;
  readonly details: FaultDetails;

  constructor(code: FaultCode, words: Bilingual, details: FaultDetails = {}, options?: ErrorOptions) {
    super(words.en, options);
    this.name = 'Fault';
    this.code = code;
    this.words = words;
    this.details = details;
  }
}

export function isFault(error: unknown, ...codes: readonly FaultCode[]): error is Fault {
  return error instanceof Fault && (codes.length === 0 || codes.includes(error.code));
}

/** The words of whatever was thrown, for a log or a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
