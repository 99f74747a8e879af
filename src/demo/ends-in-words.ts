import type { Language } from '#core/calendar/bilingual.ts';
import { quotation } from '#core/policy/text/quotation.ts';

interface Closed {
  readonly when: string;
  /** The question and the reminders, in order. */
  readonly after: readonly string[];
  readonly lastDay: string;
  readonly returnDay: string;
}

/** What the policy did to a ticket, as parts of one sentence. */
export const ENDS = {
  ru: {
    nothing: 'Регламенту делать было нечего',
    opened: (old: string) => `открыто Регламентом: продолжение ${old}`,
    when: (day: string, time: string) => `${day} в ${time}`,
    ask: (day: string) => `просьбы ${day}`,
    question: (day: string) => `вопроса ${day}`,
    reminder: (day: string) => `напоминания ${day}`,
    closed: ({ when, after, lastDay, returnDay }: Closed) =>
      `закрыто ${when}: после ${after.join(' и ')} ответа не было до конца ${lastDay}; вернуть можно до ${returnDay}`,
    asked: (when: string) => `${when} попросили недостающее`,
    reminded: (when: string) => `${when} напомнили`,
    resumed: (when: string, byGrace: boolean) =>
      `${when} ответ получен${byGrace ? ' (с поправкой на почту – в срок)' : ''}, обращение снова в работе`,
    returned: (when: string, lastDay: string) =>
      `возвращено в работу ${when}: клиент написал в срок, до ${lastDay}`,
    followed: (when: string, lastDay: string, key: string) =>
      `письмо ${when} опоздало (вернуть можно было до ${lastDay}): открыто новое обращение, ${key}`,
    putBack: (when: string) => `автоматика Jira открыла его сама – ${when} закрыто обратно`,
    other: (when: string, reason: string) => `${when} – ${reason}`,
    hint: (text: string) => `подсказка сотруднику: ${quotation(text, 'ru')}`,
    rule: (name: string) => `правило «${name}»`,
  },
  en: {
    nothing: 'there was nothing for Reglament to do',
    opened: (old: string) => `opened by Reglament to continue ${old}`,
    when: (day: string, time: string) => `on ${day} at ${time}`,
    ask: (day: string) => `the ask of ${day}`,
    question: (day: string) => `the question of ${day}`,
    reminder: (day: string) => `the reminder of ${day}`,
    closed: ({ when, after, lastDay, returnDay }: Closed) =>
      `closed ${when}: after ${after.join(' and ')} no answer came by the end of ${lastDay}; it may be returned until ${returnDay}`,
    asked: (when: string) => `${when} the customer was asked for what was missing`,
    reminded: (when: string) => `${when} they were reminded`,
    resumed: (when: string, byGrace: boolean) =>
      `${when} the answer came${byGrace ? ' (in time, as mail may take a while)' : ''}, and work went on`,
    returned: (when: string, lastDay: string) =>
      `returned to work ${when}: the customer wrote in time, until ${lastDay}`,
    followed: (when: string, lastDay: string, key: string) =>
      `the letter ${when} was late (a return was possible until ${lastDay}): a new request was opened, ${key}`,
    putBack: (when: string) => `Jira’s automation reopened it by itself, and it was closed again ${when}`,
    other: (when: string, reason: string) => `${when} – ${reason}`,
    hint: (text: string) => `a hint to the agent: ${quotation(text, 'en')}`,
    rule: (name: string) => `the rule “${name}”`,
  },
} as const;

/** «16 февраля», "16 February". */
export function dayInWords(date: Temporal.PlainDate, language: Language): string {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(date);
}
