import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { Fault } from '#faults.ts';
import { labelsOf } from '#jira/labels-of.ts';
import type { Log } from '#log.ts';
import { type ControlState, type ControlTicket, openControlTicket } from '#operations/control-ticket.ts';
import { readFact, setFact } from '#store/facts.ts';
import type { OpenedStore } from '#store/open-store.ts';
import type { ConnectedJira } from './connect-jira.ts';

const REMEMBERED = 'controlTicket';

/** The configured control ticket; `undefined` where none is configured. */
export async function controlAtWork(
  { control }: Pick<Configuration, 'control'>,
  jira: ConnectedJira,
  opened: OpenedStore,
  log: Log,
): Promise<ControlTicket | undefined> {
  const { ticket: ticketKey, stopLabel, lookSeconds } = control;
  if (ticketKey === undefined) return undefined;
  return openControlTicket({
    stopLabel,
    lookSeconds,
    labels: () => labelsOf(jira.client, ticketKey),
    ticket: () => wholeTicket(jira, ticketKey),
    remembered: () => rememberedControl(opened, ticketKey),
    remember: (state) => setFact(opened.db, `${REMEMBERED} ${ticketKey}`, JSON.stringify(state)),
    machineClock,
    log,
  });
}

/** What was last known of the control ticket. */
export async function rememberedControl(
  { db }: OpenedStore,
  ticketKey: string,
): Promise<ControlState | undefined> {
  const fact = await readFact(db, `${REMEMBERED} ${ticketKey}`);
  return fact === undefined ? undefined : (JSON.parse(fact) as ControlState);
}

async function wholeTicket({ fetchIssue }: ConnectedJira, ticketKey: string): Promise<Ticket> {
  const fetched = await fetchIssue(ticketKey);
  const read = fetched.kind === 'issue' ? readIssue(fetched.issue, fetched.reading) : undefined;
  if (read?.kind === 'ticket') return read.ticket;
  const words = {
    ru: `управляющее обращение ${ticketKey} не читается`,
    en: `the control ticket ${ticketKey} cannot be read`,
  };
  throw new Fault('RGL9203', words, { ticketKey });
}
