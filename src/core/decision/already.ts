import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { OurWords } from '#core/policy/text/our-words.ts';
import { isAsGoodAs, type Ticket } from '#core/ticket/ticket.ts';

/**
 * Whether we said a message already: under this key; or, where our comment keeps no key, the same message
 * since the cause.
 */
export function isSaid(
  said: readonly OurWords[],
  key: string,
  message: string,
  causedAt: Temporal.Instant,
): boolean {
  return said.some((words) =>
    words.key === undefined
      ? words.message === message && Temporal.Instant.compare(words.entry.at, causedAt) >= 0
      : words.key === key,
  );
}

/** Whether we told the customer of a follow-up since the cause: then it is there. */
export function isOpened(said: readonly OurWords[], causedAt: Temporal.Instant): boolean {
  return said.some(
    ({ opened, entry }) => opened !== undefined && Temporal.Instant.compare(entry.at, causedAt) >= 0,
  );
}

/** Whether the ticket already is what an effect would make of it. */
export function isSo(data: EffectData, present: Ticket): boolean {
  switch (data.kind) {
    case 'transition':
      return isAsGoodAs(present.state, data.to);
    case 'label':
      return (
        data.add.every((label) => present.labels.includes(label)) &&
        !data.remove.some((label) => present.labels.includes(label))
      );
    case 'assign':
      return present.assignee === undefined;
    case 'reply':
    case 'note':
    case 'openTicket':
      return false;
  }
}
