/* A random desk as it was lived, and what is asked of it afterwards. */
import type { Message } from '#core/ticket/entry.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { openDesk, type RehearsedDesk } from '#rehearsal/desk.ts';
import { JIRA_SETTINGS } from '#rehearsal/jira-settings.ts';
import { usersOf } from '#rehearsal/people.ts';
import { NO_RIVALS } from '#simulator/rivals.ts';
import type { AnyDesk, AnyStep } from './any-desk.ts';
import { STRANGER } from './any-doing.ts';
import { theReglament } from './desk.ts';

export type LivedAct = Extract<AnyStep, { kind: 'act' }>;

export interface LivedTicket {
  readonly ticket: Ticket;
  /** What people did to it, in the order of time. */
  readonly acts: readonly LivedAct[];
  readonly letters: readonly Message[];
}

export async function live(lived: AnyDesk): Promise<RehearsedDesk> {
  const { language, jira, startsAt } = lived;
  const people = { [STRANGER]: { name: 'Somebody', is: 'stranger' as const } };
  const desk = openDesk({
    reglament: theReglament(),
    language,
    users: usersOf(people, language),
    agents: ['olga', 'igor'],
    startsAt,
    firstStart: startsAt,
    ...(JIRA_SETTINGS[jira] ?? { rivals: NO_RIVALS, webhooksLost: false }),
  });
  for (const step of lived.steps) {
    await desk.advance(step.at);
    if (step.kind === 'desk') await desk.setAway(step.away);
    else await desk.perform(step.act);
  }
  await desk.advance(lived.endsAt);
  return desk;
}

export function ticketsOf({ jira, people }: RehearsedDesk, { steps }: AnyDesk): readonly LivedTicket[] {
  return [...jira.world.issues.values()].map((issue) => {
    const ticket = jira.ticket(issue);
    const name = people.nameOf(issue);
    return {
      ticket,
      acts: steps.filter((step): step is LivedAct => step.kind === 'act' && step.act.ticket === name),
      letters: ticket.entries.filter(
        (entry): entry is Message => entry.kind === 'message' && entry.actor === 'ourselves' && entry.public,
      ),
    };
  });
}

/** When we closed it on silence; a solution that was put back is none. */
export function silentClosings(
  { memory }: RehearsedDesk,
  { ticket }: LivedTicket,
): readonly Temporal.Instant[] {
  return memory.effects().flatMap(({ data, ticketKey, doneAt }) => {
    const closes = data.kind === 'transition' && data.resolution === 'unanswered' && ticketKey === ticket.key;
    return closes && doneAt !== undefined ? [doneAt] : [];
  });
}
