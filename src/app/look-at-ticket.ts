import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { isTicketKey } from '#jira/ticket-key.ts';
import { silentLog } from '#log.ts';
import { connectJira, type SignIn } from './connect-jira.ts';

export type LookedAt =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'unreadable'; readonly why: Bilingual };

const NO_KEY: Bilingual = {
  ru: 'это не ключ обращения; ключ выглядит так: SUP-7',
  en: 'this is no ticket key; a key looks like SUP-7',
};

/**
 * Reads tickets of the configured site by key, for commands that only look.
 *
 * @param signIn instead of the credentials in the environment
 */
export function ticketReader(
  configuration: Configuration,
  signIn?: SignIn,
): (ticketKey: string) => Promise<LookedAt> {
  const { fetchIssue } = connectJira(configuration, machineClock, silentLog, signIn);
  return async (ticketKey) => {
    if (!isTicketKey(ticketKey)) return { kind: 'unreadable', why: NO_KEY };
    const fetched = await fetchIssue(ticketKey);
    if (fetched.kind === 'notThere') return { kind: 'unreadable', why: fetched.why };
    const read = readIssue(fetched.issue, fetched.reading);
    return read.kind === 'ticket'
      ? { kind: 'ticket', ticket: read.ticket }
      : { kind: 'unreadable', why: read.why };
  };
}
