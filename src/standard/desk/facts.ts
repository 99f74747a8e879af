import type { Deadline } from '#core/policy/language/deadline.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { FactDefinition, FactValue } from '#core/policy/language/vocabulary.ts';
import { lastClosedRun } from '#core/ticket/closed-run.ts';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { messageOf } from '#core/ticket/event.ts';
import { moveIn } from '#core/ticket/status-history.ts';
import { REPLY_INTENTS } from '#standard/letter/reply-reading.ts';
import { answerKind, askReading, customersMessage, replyReading } from './conversation.ts';
import { followUpOf, lateMessages } from './follow-up.ts';
import { isParkedAfterOurReply } from './parked.ts';

/** `x-names` lets `check` compare the value with the deadlines that exist. */
const DEADLINE_NAME = { type: 'string', 'x-names': 'deadline' };

const STATES = ['open', 'inProgress', 'waitingForCustomer', 'closed', 'unmapped'];
const SURE = ['yes', 'no', 'unsure'];
const ACTORS = ['customer', 'agent', 'ourselves', 'automation', 'unknown'];

/** The built-in facts about a ticket, its event and its deadlines. */
export const facts: readonly FactDefinition[] = [
  {
    id: 'ticketState',
    about: {
      ru: 'состояние обращения сразу после события',
      en: 'the state of the request right after the event',
    },
    result: { type: 'oneOf', values: STATES },
    read: ({ ticket }) => ticket.state,
  },
  {
    id: 'movedFrom',
    about: {
      ru: 'состояние до перехода, о котором говорит событие',
      en: 'the state before the move that the event tells of',
    },
    result: { type: 'oneOf', values: [...STATES, 'none'] },
    read: (situation) => move(situation)?.from ?? 'none',
  },
  {
    id: 'movedTo',
    about: { ru: 'состояние после этого перехода', en: 'the state after that move' },
    result: { type: 'oneOf', values: [...STATES, 'none'] },
    read: (situation) => move(situation)?.to ?? 'none',
  },
  {
    id: 'kind',
    about: { ru: 'вид обращения', en: 'the kind of request' },
    result: { type: 'oneOf', values: ['consultation', 'error', 'changeRequest', 'unclear'] },
    read: ({ ticket }) => ticket.kind,
  },
  {
    id: 'channel',
    about: { ru: 'как пришло обращение', en: 'how the request came' },
    result: { type: 'oneOf', values: ['email', 'phone', 'portal', 'other', 'unknown'] },
    read: ({ ticket }) => ticket.channel,
  },
  {
    id: 'eventBy',
    about: { ru: 'в какой роли действовал тот, о ком событие', en: 'the role of whoever the event is about' },
    result: { type: 'oneOf', values: [...ACTORS, 'nobody'] },
    read: ({ event }) => (event.kind === 'timePassed' ? 'nobody' : event.actor),
  },
  {
    id: 'replyIntent',
    about: {
      ru: 'что за письмо прислал клиент: по существу, благодарность, обещание, автоответ, недоставка, пустое',
      en: "what the customer's message is: it says something, thanks, promises, is automatic, bounced, or empty",
    },
    result: { type: 'oneOf', values: [...REPLY_INTENTS, 'none'] },
    read(situation) {
      const message = messageOf(situation.event);
      if (message === undefined || customersMessage(message) === undefined) return 'none';
      return replyReading(situation, message).intent;
    },
  },
  {
    id: 'isAnswer',
    about: {
      ru: 'отвечает ли событие на наш вопрос: клиент, коллега, вставленное письмо, пометка #ответ-клиента',
      en: 'whether the event answers us: the customer, a colleague, a pasted letter, the tag #customer-answer',
    },
    result: { type: 'oneOf', values: SURE },
    read(situation) {
      const { event } = situation;
      if (event.kind === 'timePassed' || event.entry === undefined) return 'no';
      return answerKind(situation, event.entry) ?? 'no';
    },
  },
  {
    id: 'asksCustomer',
    about: {
      ru: 'спрашивает ли этот ответ сотрудника о чём-то клиента',
      en: "whether this agent's reply asks the customer something",
    },
    result: { type: 'oneOf', values: SURE },
    read(situation) {
      const message = messageOf(situation.event);
      return message === undefined || situation.event.kind !== 'answered'
        ? 'no'
        : askReading(situation, message).asks;
    },
  },
  {
    id: 'closedBy',
    about: { ru: 'кто закрыл обращение', en: 'who closed the request' },
    result: { type: 'oneOf', values: [...ACTORS, 'nobody'] },
    read: ({ ticket }) => lastClosedRun(ticket)?.closedBy ?? 'nobody',
  },
  {
    id: 'customersReturn',
    about: {
      ru: 'обращение вернул в работу сам клиент, в том числе через автоматизацию после его письма',
      en: 'the customer reopened the request, by hand or through an automation that their message set off',
    },
    result: { type: 'yesNo' },
    read(situation) {
      const moved = move(situation);
      if (moved === undefined || moved.from !== 'closed' || moved.to === 'closed') return false;
      return customersReturn(situation.ticket, moved.entry) !== undefined;
    },
  },
  {
    id: 'returnIntent',
    about: {
      ru: 'что за письмо вернуло обращение в работу, если его вернуло письмо',
      en: 'what the message is that reopened the request, where a message did',
    },
    result: { type: 'oneOf', values: [...REPLY_INTENTS, 'none'] },
    read(situation) {
      const moved = move(situation);
      const message =
        moved === undefined ? undefined : customersReturn(situation.ticket, moved.entry)?.message;
      return message === undefined ? 'none' : replyReading(situation, message).intent;
    },
  },
  {
    id: 'followUpOpened',
    about: {
      ru: 'по этому закрытию уже открыто новое обращение',
      en: 'a follow-up was opened for this closing already',
    },
    result: { type: 'yesNo' },
    read: (situation) => followUpOf(situation) !== undefined,
  },
  {
    id: 'lateMessages',
    about: {
      ru: 'сколько писем клиент прислал после срока возврата',
      en: 'how many messages came after the return window',
    },
    parameters: { properties: { window: DEADLINE_NAME }, required: ['window'] },
    result: { type: 'number' },
    read: (situation, { window }) => lateMessages(situation, String(window)).length,
  },
  {
    id: 'parkedAfterOurReply',
    about: {
      ru: 'автоматизация перевела обращение в ожидание из-за нашего письма, которое ни о чём не спрашивало',
      en: 'an automation moved the request to waiting because of a letter of ours that asked nothing',
    },
    result: { type: 'yesNo' },
    read: isParkedAfterOurReply,
  },
  {
    id: 'deadline',
    about: { ru: 'срок из политики, по имени', en: 'a deadline of the policy, by name' },
    parameters: { properties: { name: DEADLINE_NAME }, required: ['name'] },
    result: { type: 'deadline' },
    read: (situation, { name }) => deadlineValue(situation.deadline(String(name))),
  },
  {
    id: 'parameter',
    about: { ru: 'параметр этой политики, по имени', en: 'a parameter of this policy, by name' },
    parameters: { properties: { name: { type: 'string' } }, required: ['name'] },
    result: { type: 'any' },
    read: (_, { value }) => value as FactValue,
  },
];

function move(situation: Situation) {
  const { event } = situation;
  return event.kind === 'transitioned' ? moveIn(situation.ticket, event.entry) : undefined;
}

/** A deadline as conditions and explanations see it. */
function deadlineValue(deadline: Deadline): FactValue {
  if (deadline.kind === 'none') return { state: 'none' };
  const head = { from: textOf(deadline.from), businessDays: deadline.businessDays, state: deadline.state };
  if (deadline.kind === 'unknown') return { ...head, missingYear: deadline.missingYear };
  return {
    ...head,
    lastDay: deadline.lastDay.toString(),
    expiresAt: textOf(deadline.expiresAt),
    ...(deadline.byGrace ? { acceptedByGrace: true } : {}),
  };
}

/** Deadlines begin at entries and end with days, both of which are there for many looks: so is their text. */
function textOf(at: Temporal.Instant): string {
  const known = texts.get(at);
  if (known !== undefined) return known;
  const text = at.toString();
  texts.set(at, text);
  return text;
}

const texts = new WeakMap<Temporal.Instant, string>();
