import type {
  EffectData,
  FileReference,
  OpenTicketData,
  TransitionData,
} from '#core/policy/language/effect-data.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { EffectDefinition, EffectPlan, NoEffect, Parameters } from '#core/policy/language/vocabulary.ts';
import { lastClosedRun } from '#core/ticket/closed-run.ts';
import { type Attachment, changeOf } from '#core/ticket/entry.ts';
import { messageOf } from '#core/ticket/event.ts';
import { moveIn } from '#core/ticket/status-history.ts';
import type { TicketState } from '#core/ticket/ticket.ts';
import { isSignatureLogo } from '#standard/letter/signature-logo.ts';
import { followUpOf, lateMessages } from './follow-up.ts';
import { replyLanguage } from './reply-language.ts';

const MESSAGE = { type: 'string', markdownDescription: 'Id of a message in `rules/messages`.' };
const LABELS = {
  type: 'array',
  items: {
    type: 'string',
    pattern: '^\\S+$',
    'x-form': { ru: 'в метке нет пробелов', en: 'a label has no spaces' },
  },
};

/** What rules can do in Jira. */
export const effects: readonly EffectDefinition[] = [
  {
    id: 'reply',
    about: { ru: 'публичный ответ клиенту', en: 'a public reply to the customer' },
    parameters: { required: ['message'], properties: { message: MESSAGE } },
    public: () => true,
    letter: true,
    plan: (situation, plan) => words(plan, replyLanguage(situation), 'reply'),
  },
  {
    id: 'note',
    about: { ru: 'внутренняя заметка для сотрудников', en: 'an internal note to the agents' },
    parameters: {
      required: ['message'],
      properties: {
        message: MESSAGE,
        draft: {
          ...MESSAGE,
          markdownDescription: 'Id of a message to the customer that the note proposes, in their language.',
        },
        on: { enum: ['ticket', 'followUp'], markdownDescription: 'On the ticket, or on its follow-up.' },
        withFiles: { type: 'boolean', markdownDescription: "Copy the event's files along." },
      },
    },
    public: () => false,
    plan: planNote,
  },
  {
    id: 'transition',
    about: { ru: 'переход в другое состояние', en: 'a move to another state' },
    parameters: {
      required: ['to'],
      properties: {
        to: {
          enum: ['open', 'inProgress', 'waitingForCustomer', 'closed', 'previous'],
          markdownDescription: '`previous`: the state before the move that the event tells of.',
        },
        resolution: {
          type: 'string',
          markdownDescription:
            '`unanswered`, `outOfScope`, `original` (as it was closed with) or a name of the site.',
        },
      },
    },
    public: ({ to }) => to === 'closed',
    plan: planTransition,
  },
  {
    id: 'label',
    about: { ru: 'метки на обращении', en: 'labels on the request' },
    parameters: { properties: { add: LABELS, remove: LABELS } },
    public: () => false,
    plan: (_, { spec }) => ({ kind: 'label', add: list(spec.add), remove: list(spec.remove) }),
  },
  {
    id: 'assign',
    about: { ru: 'снять исполнителя', en: 'take the assignee off' },
    parameters: { required: ['to'], properties: { to: { enum: ['nobody'] } } },
    public: () => false,
    plan: () => ({ kind: 'assign', to: 'nobody' }),
  },
  {
    id: 'openTicket',
    about: {
      ru: 'новое связанное обращение со всем, что уже известно',
      en: 'a linked follow-up with everything that is known already',
    },
    parameters: {
      required: ['message', 'window'],
      properties: {
        message: { ...MESSAGE, markdownDescription: 'Id of the message that is its description.' },
        window: {
          type: 'string',
          'x-names': 'deadline',
          markdownDescription: 'The deadline after which messages are late.',
        },
        labels: LABELS,
      },
    },
    public: () => true,
    plan: planFollowUp,
  },
];

function words<Kind extends 'reply' | 'note'>(
  plan: EffectPlan,
  language: 'ru' | 'en',
  kind: Kind,
): EffectData | NoEffect {
  const said = plan.say(String(plan.spec.message), language);
  if ('kind' in said) return said;
  const { promisedLastDay, asked, ...rest } = said;
  if (kind === 'note') return { kind, ...rest };
  return {
    kind: 'reply',
    ...rest,
    ...(promisedLastDay === undefined ? {} : { promisedLastDay }),
    ...(asked === undefined ? {} : { asked }),
  };
}

/** Parts a note from the letter that it proposes. */
const DRAFT_BELOW = '———';

/** Agents are spoken to in the desk's own language; what they may send is in the customer's. */
function planNote(situation: Situation, plan: EffectPlan): EffectData | NoEffect {
  const data = words(plan, situation.desk.language, 'note');
  if (data.kind !== 'note') return data;
  const { draft } = plan.spec;
  const drafted = typeof draft === 'string' ? plan.say(draft, replyLanguage(situation)) : undefined;
  if (drafted !== undefined && 'kind' in drafted) return drafted;
  const closing = plan.spec.on === 'followUp' ? lastClosedRun(situation.ticket)?.closing.id : undefined;
  const files = plan.spec.withFiles === true ? filesOf(messageOf(situation.event)?.attachments ?? []) : [];
  return {
    ...data,
    ...(drafted === undefined ? {} : { text: `${data.text}\n\n${DRAFT_BELOW}\n\n${drafted.text}` }),
    ...(closing === undefined ? {} : { onFollowUpOf: closing }),
    ...(files.length === 0 ? {} : { files }),
  };
}

function planTransition(situation: Situation, { spec }: EffectPlan): TransitionData | NoEffect {
  const to = spec.to === 'previous' ? previousState(situation) : (spec.to as TicketState);
  if (to === undefined || to === 'unmapped') return { kind: 'none', why: 'there is no state to go to' };
  return { kind: 'transition', from: situation.present.state, to, ...asItWas(situation, spec) };
}

function previousState({ event, ticket }: Situation): TicketState | undefined {
  return event.kind === 'transitioned' ? moveIn(ticket, event.entry)?.from : undefined;
}

/** What is put back is put back as it was: its status and its resolution. */
function asItWas({ ticket }: Situation, { resolution }: Parameters): Partial<TransitionData> {
  if (resolution !== 'original') return typeof resolution === 'string' ? { resolution } : {};
  const run = lastClosedRun(ticket);
  const status = run === undefined ? undefined : changeOf(run.closing, 'status')?.toText;
  return {
    ...(run?.resolution === undefined ? {} : { resolution: run.resolution.name }),
    ...(status === undefined || status === null ? {} : { status }),
  };
}

function planFollowUp(situation: Situation, plan: EffectPlan): OpenTicketData | NoEffect {
  const { ticket, event } = situation;
  if (followUpOf(situation) !== undefined) return { kind: 'none', why: 'there is a follow-up already' };
  const said = plan.say(String(plan.spec.message), situation.desk.language);
  if ('kind' in said) return said;
  const late = lateMessages(situation, String(plan.spec.window));
  const writer = event.kind === 'timePassed' || event.actor !== 'customer' ? undefined : event.entry?.author;
  const reporter = writer ?? ticket.reporter;
  const { requestType, priority, securityLevel } = ticket;
  return {
    kind: 'openTicket',
    link: ticket.key,
    projectKey: ticket.projectKey,
    issueType: ticket.issueType,
    ...(requestType === undefined ? {} : { requestType }),
    summary: withoutKey(ticket.summary, ticket.key),
    description: said.text,
    ...(reporter === undefined ? {} : { reporter: reporter.id }),
    participants: [...ticket.participants, ...(ticket.reporter === undefined ? [] : [ticket.reporter])]
      .map(({ id }) => id)
      .filter((id, index, ids) => id !== reporter?.id && ids.indexOf(id) === index),
    organizations: ticket.organizations,
    components: ticket.components,
    ...(priority === undefined ? {} : { priority }),
    ...(securityLevel === undefined ? {} : { securityLevel }),
    labels: list(plan.spec.labels),
    files: filesOf([...ticket.attachments, ...late.flatMap((message) => message.attachments)]),
  };
}

/** Jira threads mail by a key in the subject: the new ticket's summary must not carry the old one. */
function withoutKey(summary: string, key: string): string {
  return summary
    .replaceAll(key, '')
    .replace(/\[\s*\]|\(\s*\)/g, '')
    .replace(/^(\s*(re|fw|fwd|отв|ответ|пересл)\s*:)+/i, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** Each file once, signature logos left behind. */
function filesOf(attachments: readonly Attachment[]): readonly FileReference[] {
  const files = new Map(attachments.filter((file) => !isSignatureLogo(file)).map((file) => [file.id, file]));
  return [...files.values()].map(({ id, name, bytes, mimeType }) => ({ id, name, bytes, mimeType }));
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
