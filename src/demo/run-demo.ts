import { lookAtStore } from '#app/look-at-store.ts';
import { ticketReader } from '#app/look-at-ticket.ts';
import { elapsedSince, startTiming } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { forecast } from '#core/decision/forecast.ts';
import { ticketMapping } from '#core/issue/site-mapping.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import type { Act, AdminAct } from './act.ts';
import { BOT, signInOf } from './cast.ts';
import type { Programme } from './choose-stories.ts';
import { direct, moveClocks } from './director.ts';
import { type MovedDeadline, movedDeadlines } from './edited-rules.ts';
import { printEnds } from './ends.ts';
import { type CollectedMail, mailsAfter } from './mailbox.ts';
import { Narrator } from './narrator.ts';
import type { Page } from './page.ts';
import { type DemoReport, reportOf } from './report.ts';
import { RulesInForce } from './rules-in-force.ts';
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
  const store = await lookAtStore(stage.service.storeFolder);
  if (store === undefined) throw new Error('the service has no store');
  const book = new TicketBook(programme.stories);
  const { simulator } = stage;
  const { zone } = reglament.calendar;
  const rules = new RulesInForce(reglament, DEMO_STARTS_AT);
  const read = deskReader(parts);
  const forecastOf = async (key: string, now: Temporal.Instant) => {
    const ticket = await read(key);
    if (ticket === undefined) return [];
    const present = presentOf(ticket, now);
    const known = await store.known(configuration, rules.latest(), ticket, present);
    return forecast(rules.latest(), known.ticket, present, known.activatedAt);
  };
  const narrator =
    page === undefined ? undefined : new Narrator({ page, simulator, store, rules, book, forecastOf });
  try {
    await direct(
      {
        ...stage,
        zone,
        async onAct(act, key, now) {
          book.note(act, key);
          narrator?.tellSent(act, key, now);
          narrator?.tellStrike(act);
        },
        async onAdmin(act, now) {
          const story = programme.stories.find(({ admin = [] }) => admin.includes(act));
          if (story === undefined) return;
          const moved = act.does === 'editsPolicy' ? await takeUp(parts, rules, read, now) : [];
          const { rivals } = await stage.service.readiness();
          const { controlTicket } = stage;
          narrator?.tellAdmin(act, story, { moved, rivals, controlTicket }, now);
        },
        onRest: async (now) => narrator?.tell(now),
      },
      actsOf(programme),
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
    const mails = await mailsAfter(simulator, 0);
    if (page !== undefined) {
      const decisions = await store.decisionsAfter(0);
      const readKnown = async (key: string) => {
        const ticket = await read(key);
        return ticket === undefined
          ? undefined
          : store.known(configuration, rules.latest(), ticket, DEMO_ENDS_AT);
      };
      await printEnds({
        page,
        report,
        stories: programme.stories,
        rules,
        decisions,
        effects,
        read: readKnown,
      });
      if (programme.traffic.length > 0) printClauses(page, report, reglament);
      printTotals(page, report, mails);
    }
    return { report, mails };
  } finally {
    await store.close();
  }
}

function actsOf({ stories, traffic }: Programme): readonly (Act | AdminAct)[] {
  return [...stories.flatMap(({ acts, admin = [] }) => [...acts, ...admin]), ...traffic];
}

/** Reads the edited rules, as the service has, and says for which tickets they count otherwise. */
async function takeUp(
  { stage }: DemoParts,
  rules: RulesInForce,
  read: (key: string) => Promise<Ticket | undefined>,
  now: Temporal.Instant,
): Promise<readonly MovedDeadline[]> {
  const { reglament } = loadRules(readRules(stage.rules, 'rules'), standardVocabulary());
  if (reglament === undefined) throw new Error('the edited rules have errors');
  const created = (await stage.simulator.happeningsAfter(0)).filter(({ kind }) => kind === 'created');
  const tickets = (await Promise.all(created.map(({ key }) => read(key)))).filter(
    (ticket) => ticket !== undefined,
  );
  const moved = movedDeadlines(rules.latest(), reglament, tickets, now);
  rules.replace(reglament, now);
  return moved;
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
