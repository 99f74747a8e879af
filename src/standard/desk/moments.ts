import { isMissing } from '#core/calendar/business-calendar.ts';
import { deskOpenAt } from '#core/calendar/desk-hours.ts';
import type { MomentDefinition } from '#core/policy/language/vocabulary.ts';
import { lastClosedRun } from '#core/ticket/closed-run.ts';
import { clarificationOf } from './clarification.ts';
import { returnStart } from './return-window.ts';

/** Moments on a ticket from which time is counted, and which name causes. */
export const moments: readonly MomentDefinition[] = [
  {
    id: 'silence',
    about: {
      ru: 'начало молчания: вопрос клиенту, а после обещания ответить – обещание',
      en: 'the start of silence: the question to the customer, or after it their promise to answer',
    },
    find(situation) {
      const clarification = clarificationOf(situation);
      if (clarification === undefined || clarification.bounce !== undefined) return undefined;
      const { question, promise, answer } = clarification;
      const start = promise ?? question?.entry;
      if (start === undefined) return undefined;
      return { at: start.at, cause: start.id, ...(answer === undefined ? {} : { metBy: answer.id }) };
    },
  },
  {
    id: 'spoiledSilence',
    about: {
      ru: 'молчание, срок которого истёк, пока мы были остановлены',
      en: 'a silence whose last day ended while we were stopped',
    },
    find(situation) {
      const clarification = clarificationOf(situation);
      const spoiled = clarification?.spoiled.at(-1);
      const start = clarification?.promise ?? clarification?.question?.entry;
      if (spoiled === undefined || start === undefined) return undefined;
      // Each letter that was spoiled is followed by one more, however often we were stopped.
      return { at: start.at, cause: `${start.id}+${spoiled.entry.id}` };
    },
  },
  {
    id: 'wait',
    about: { ru: 'переход в ожидание клиента', en: 'the move to waiting for the customer' },
    find(situation) {
      const entry = clarificationOf(situation)?.waitEntry;
      return entry === undefined ? undefined : { at: entry.at, cause: entry.id };
    },
  },
  {
    id: 'unaskedWait',
    about: {
      ru: 'переход в ожидание клиента, которого ни о чём не спросили',
      en: 'the move to waiting for a customer whom nobody asked anything',
    },
    find(situation) {
      const clarification = clarificationOf(situation);
      const entry = clarification?.waitEntry;
      if (clarification === undefined || entry === undefined) return undefined;
      const { question, answer, bounce, lastAnswer } = clarification;
      if (question !== undefined && answer === undefined && bounce === undefined) return undefined;
      const spoken = lastAnswer !== undefined && Temporal.Instant.compare(lastAnswer.at, entry.at) > 0;
      return spoken ? undefined : { at: entry.at, cause: entry.id };
    },
  },
  {
    id: 'request',
    about: { ru: 'поступление обращения', en: 'the arrival of the request' },
    find: ({ ticket }) => ({ at: ticket.createdAt, cause: 'created' }),
  },
  {
    id: 'askingNow',
    about: {
      ru: 'вопрос клиенту, если задать его сейчас или к открытию: для даты в самом вопросе',
      en: 'a question to the customer if it is asked now, or when the desk opens: for the date in the question itself',
    },
    find({ present, now, calendar }) {
      if (present.state === 'closed') return undefined;
      const opens = deskOpenAt(calendar, now);
      return { at: isMissing(opens) ? now : opens, cause: 'now' };
    },
  },
  {
    id: 'closing',
    about: { ru: 'закрытие обращения', en: 'the closing of the request' },
    find(situation) {
      const run = lastClosedRun(situation.ticket);
      return run === undefined ? undefined : { at: run.closing.at, cause: run.closing.id, kind: run.kind };
    },
  },
  {
    id: 'returnStart',
    about: {
      ru: 'начало срока возврата: получение решения или закрытие, по настройке',
      en: 'the start of the return window: the solution or the closing, by setting',
    },
    parameters: {
      properties: { choose: { enum: ['resolutionReceived', 'closed', 'later', 'earlier'] } },
      required: ['choose'],
    },
    find: (situation, { choose }, count) => returnStart(situation, String(choose), count),
  },
  {
    id: 'closingNow',
    about: {
      ru: 'закрытие, если оно случится сейчас: для даты в письме о закрытии',
      en: 'the closing if it happened now: for the date in the letter that tells of it',
    },
    find(situation) {
      const { ticket, now } = situation;
      return ticket.state === 'closed' ? undefined : { at: now, cause: 'now', kind: ticket.kind };
    },
  },
];
