import type { FactDefinition } from '#core/policy/language/vocabulary.ts';
import { lastClosedRun } from '#core/ticket/closed-run.ts';
import { ITEMS } from '#core/ticket/item.ts';
import type { Actor } from '#core/ticket/person.ts';
import { clarificationOf } from './clarification.ts';
import { ORIGINS, originOf } from './origin.ts';
import { missingAmong, scopeReading } from './request.ts';

const ITEM_LIST = { type: 'array', items: { enum: [...ITEMS] } };

/** Words of these lists are said by `item-phone` and its like in `rules/messages`. */
const ITEM_RESULT = { type: 'texts', values: ITEMS, saidAs: 'item' } as const;

/** Facts about a request as it came: what it holds, whether it is ours to solve, who made it. */
export const requestFacts: readonly FactDefinition[] = [
  {
    id: 'missingItems',
    about: {
      ru: 'чего из перечисленного в обращении точно нет: ни в письмах, ни во вложениях, ни в полях Jira',
      en: 'which of the listed items the request surely lacks: in letters, files and fields of Jira',
    },
    parameters: { properties: { of: ITEM_LIST, also: ITEM_LIST }, required: ['of'] },
    result: ITEM_RESULT,
    read: (situation, { of, also }) => [
      ...new Set([...missingAmong(situation, list(of)), ...missingAmong(situation, list(also))]),
    ],
  },
  {
    id: 'askedItemsMissing',
    about: {
      ru: 'чего из нашей последней просьбы, если последними спрашивали мы, клиент ещё не прислал',
      en: 'what the customer has not sent yet of our ask, where ours was the last question',
    },
    result: ITEM_RESULT,
    read: (situation) => missingAmong(situation, clarificationOf(situation)?.question?.asked ?? []),
  },
  {
    id: 'outOfScope',
    about: {
      ru: 'о чём обращение, если не о нашем: чужая программа, рабочее место, интернет, закрытая сеть (п. 2.4)',
      en: 'what the request is about where it is not ours: another program, the workstation, the internet, a closed network (2.4)',
    },
    result: {
      type: 'oneOf',
      values: ['none', 'thirdParty', 'workstation', 'internet', 'closedNetwork', 'unsure'],
    },
    read: (situation) => scopeReading(situation).topic,
  },
  {
    id: 'origin',
    about: {
      ru: 'откуда взялось обращение: прислал клиент, завёл сотрудник, продолжение, копия, перенос, импорт',
      en: 'how the request came to be: sent by a customer, made by an agent, a follow-up, a clone, moved, imported',
    },
    result: { type: 'oneOf', values: ORIGINS },
    read: originOf,
  },
  {
    id: 'presentState',
    about: { ru: 'состояние обращения сейчас', en: 'the state of the request now' },
    result: { type: 'oneOf', values: ['open', 'inProgress', 'waitingForCustomer', 'closed', 'unmapped'] },
    read: ({ present }) => present.state,
  },
  {
    id: 'isUrgent',
    about: { ru: 'приоритет – наивысший', en: 'the priority is the highest' },
    result: { type: 'yesNo' },
    read: ({ present }) => present.mapping.isUrgent(present.priority),
  },
  {
    id: 'teamHasAnswered',
    about: {
      ru: 'писал ли уже клиенту сотрудник; «не ясно», если писал кто-то, о ком ничего не известно',
      en: 'whether an agent has written to the customer already; unsure where somebody unknown has written',
    },
    result: { type: 'oneOf', values: ['yes', 'no', 'unsure'] },
    read({ present }) {
      const wrote = (actor: Actor) =>
        present.entries.some((entry) => entry.kind === 'message' && entry.public && entry.actor === actor);
      if (wrote('agent')) return 'yes';
      return wrote('unknown') ? 'unsure' : 'no';
    },
  },
  {
    id: 'askedByUs',
    about: {
      ru: 'мы уже просили клиента о недостающем',
      en: 'we have asked the customer for what is missing already',
    },
    result: { type: 'yesNo' },
    read: ({ present }) =>
      present.entries.some(
        (entry) =>
          entry.kind === 'message' &&
          entry.public &&
          entry.actor === 'ourselves' &&
          // Where comments keep no marker, whatever we have said may have been the ask.
          (entry.marker === undefined || (entry.marker.asked?.length ?? 0) > 0),
      ),
  },
  {
    id: 'labels',
    about: { ru: 'метки обращения сейчас', en: 'the labels of the request now' },
    result: { type: 'texts' },
    read: ({ present }) => present.labels,
  },
  {
    id: 'assignee',
    about: {
      ru: 'исполнитель: есть, выключен в Jira (его обращений никто не видит), или никого',
      en: 'the assignee: there, switched off in Jira (nobody sees their requests), or nobody',
    },
    result: { type: 'oneOf', values: ['there', 'inactive', 'nobody'] },
    read({ present: { assignee } }) {
      if (assignee === undefined) return 'nobody';
      return assignee.inactive === true ? 'inactive' : 'there';
    },
  },
  {
    id: 'closedAsDuplicate',
    about: {
      ru: 'обращение закрыто как дубликат: его продолжение – в другом обращении',
      en: 'the request was closed as a duplicate: it goes on in another one',
    },
    result: { type: 'yesNo' },
    read({ ticket }) {
      const resolution = lastClosedRun(ticket)?.resolution;
      return resolution !== undefined && ticket.mapping.isDuplicate(resolution);
    },
  },
  {
    id: 'callerIsLost',
    about: {
      ru: 'заявителем стоит сотрудник: кто звонил, из обращения не видно',
      en: 'an agent stands as reporter: who called is not on the request',
    },
    result: { type: 'yesNo' },
    read: ({ present }) => present.reporterIsAgent,
  },
];

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
