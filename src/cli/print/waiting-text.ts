import type { UnaskedTicket, WaitingReport } from '#app/find-waiting.ts';
import { localTime } from '#core/policy/text/long-date.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    head: (found: number, looked: number) =>
      `Ждут клиента: ${looked}, из них без открытого вопроса: ${found}`,
    nobody: 'Ни одно обращение не ждёт клиента.',
    none: 'Каждое из них ждёт ответа на вопрос.',
    unsure: 'возможно, вопрос был',
    since: 'ждёт с',
    parkedBy: 'кто перевёл:',
    left: 'Не просмотрено, потому что их слишком много',
    unreadable: 'Не удалось прочитать',
    as: {
      customer: 'клиент',
      agent: 'сотрудник',
      ourselves: 'мы',
      automation: 'автоматизация',
      unknown: 'неизвестно, кто это',
    },
  },
  en: {
    head: (found: number, looked: number) =>
      `Waiting for the customer: ${looked}, of them without an open question: ${found}`,
    nobody: 'No request waits for its customer.',
    none: 'Each of them waits for the answer to a question.',
    unsure: 'there may have been a question',
    since: 'waiting since',
    parkedBy: 'parked by',
    left: 'Not looked at, because there are too many',
    unreadable: 'Could not be read',
    as: {
      customer: 'customer',
      agent: 'agent',
      ourselves: 'ourselves',
      automation: 'automation',
      unknown: 'unknown',
    },
  },
} as const;

/** Tickets that wait for nothing, for people: since when, by whom, and the last words that the customer saw. */
export function waitingInWords(report: WaitingReport, zone: string, terminal: Terminal): string {
  const words = WORDS[terminal.language];
  const { waiting, looked, left, unreadable } = report;
  const none = looked === 0 && left === 0 ? [] : [words.none];
  return [
    looked === 0 && left === 0 ? words.nobody : words.head(waiting.length, looked),
    ...(waiting.length === 0 ? none : waiting.map((one) => ticketLines(one, zone, terminal))),
    ...(left === 0 ? [] : [`${words.left}: ${left}`]),
    ...(unreadable.length === 0 ? [] : [`${words.unreadable}: ${unreadable.join(', ')}`]),
  ].join('\n');
}

function ticketLines(one: UnaskedTicket, zone: string, terminal: Terminal): string {
  const { language } = terminal;
  const words = WORDS[language];
  const time = (at: string) => localTime(Temporal.Instant.from(at), zone, language);
  const { since, parkedBy, lastWords } = one;
  const role: Readonly<Record<string, string>> = words.as;
  const facts = [
    ...(since === undefined ? [] : [`${words.since} ${time(since)}`]),
    ...(parkedBy === undefined
      ? []
      : [`${words.parkedBy} ${parkedBy.name} (${role[parkedBy.as] ?? parkedBy.as})`]),
    ...(one.unsure ? [words.unsure] : []),
  ];
  const quote =
    lastWords === undefined ? [] : [`    ${lastWords.by}, ${time(lastWords.at)}: «${lastWords.text}»`];
  const head = `  ${styled(terminal, 'bold', one.ticket)} «${one.summary}» – ${facts.join(', ')}`;
  return [head, ...quote].join('\n');
}
