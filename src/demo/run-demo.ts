import { lookAtStore } from '#app/look-at-store.ts';
import { ticketReader } from '#app/look-at-ticket.ts';
import { elapsedSince, startTiming } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { forecast } from '#core/decision/forecast.ts';
import { ticketMapping } from '#core/issue/site-mapping.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { BOT, signInOf } from './cast.ts';
import type { Programme } from './choose-stories.ts';
import { direct, moveClocks } from './director.ts';
import { printEnds } from './ends.ts';
import { type CollectedMail, mailsAfter } from './mailbox.ts';
import { Narrator } from './narrator.ts';
import type { Page } from './page.ts';
import { type DemoReport, reportOf } from './report.ts';
import type { OpenedStage } from './stage.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT } from './stories/all.ts';
import { printClauses, printTotals } from './summary.ts';
import { TicketBook } from './ticket-book.ts';

export interface DemoParts {
  readonly stage: OpenedStage;
  readonly reglament: Reglament;
  /** Of the service on the stage. */
  readonly configuration: Configuration;
  readonly programme: Programme;
  /** Absent: nothing is told. */
  readonly page: Page | undefined;
}

/** A run of the demo: what came of it, and what the customers got. */
export interface PlayedDemo {
  readonly report: DemoReport;
  readonly mails: readonly CollectedMail[];
}

/** Plays the programme to its end, telling it on the way. */
export async function playDemo(parts: DemoParts): Promise<PlayedDemo> {
  const { stage, reglament, configuration, programme, page } = parts;
  const started = startTiming();
  const store = lookAtStore(stage.service.storeFolder);
  if (store === undefined) throw new Error('the service has no store');
  const book = new TicketBook(programme.stories);
  const { simulator } = stage;
  const { zone } = reglament.calendar;
  const read = deskReader(parts);
  const forecastOf = async (key: string, now: Temporal.Instant) => {
    const ticket = await read(key);
    return ticket === undefined ? [] : forecast(reglament, ticket, presentOf(ticket, now));
  };
  const narrator =
    page === undefined ? undefined : new Narrator({ page, simulator, store, reglament, book, forecastOf });
  try {
    await direct(
      {
        ...stage,
        zone,
        onAct: async (act, key) => book.note(act, key),
        onRest: async (now) => narrator?.tell(now),
      },
      [...programme.stories.flatMap(({ acts }) => acts), ...programme.traffic],
      DEMO_STARTS_AT,
      DEMO_ENDS_AT,
    );
    narrator?.finish();
    const effects = await store.effects();
    for (const { data, remoteId, ticketKey } of effects) {
      if (data.kind === 'openTicket' && remoteId !== undefined) book.continues(remoteId, ticketKey);
    }
    const { kindOf } = ticketMapping(configuration.mapping);
    const report = await reportOf({
      store,
      simulator,
      reglament,
      storyOf: (key) => book.storyOf(key),
      kindOf: (issueType) => kindOf({ id: '', name: issueType }, undefined),
      from: DEMO_STARTS_AT,
      to: DEMO_ENDS_AT,
      wallSeconds: elapsedSince(started) / 1000,
    });
    if (page !== undefined) {
      const decisions = await store.decisionsAfter(0);
      await printEnds({ page, report, stories: programme.stories, reglament, decisions, effects, read });
      if (programme.traffic.length > 0) printClauses(page, report, reglament);
      printTotals(page, report);
    }
    return { report, mails: await mailsAfter(simulator, 0) };
  } finally {
    await store.close();
  }
}

/** Reads tickets as the service would. */
function deskReader({ configuration }: DemoParts): (key: string) => Promise<Ticket | undefined> {
  const { email, token } = signInOf(BOT);
  const read = ticketReader(configuration, { user: email, token });
  return async (key) => {
    const looked = await read(key);
    return looked.kind === 'ticket' ? looked.ticket : undefined;
  };
}

const A_SECOND = 1000;

/** Lets both clocks run at the pace of life from where the stories ended. */
export function keepTime(stage: OpenedStage, zone: string): { readonly stop: () => Promise<void> } {
  let now = DEMO_ENDS_AT;
  let moving: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    moving = moving.then(async () => {
      const next = now.add({ seconds: 1 });
      await moveClocks({ ...stage, zone }, now, next);
      now = next;
    });
    moving.catch(() => clearInterval(timer));
  }, A_SECOND);
  return {
    async stop() {
      clearInterval(timer);
      await moving.catch(() => undefined);
    },
  };
}
