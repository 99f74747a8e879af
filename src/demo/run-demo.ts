import { lookAtStore, type StoredEffect } from '#app/look-at-store.ts';
import { ticketReader } from '#app/look-at-ticket.ts';
import { elapsedSince, startTiming } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { forecast } from '#core/decision/forecast.ts';
import { ticketMapping } from '#core/issue/site-mapping.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Story } from './act.ts';
import { BOT, signInOf } from './cast.ts';
import { direct, moveClocks } from './director.ts';
import { Narrator } from './narrator.ts';
import type { Page } from './page.ts';
import { type DemoReport, reportOf } from './report.ts';
import type { OpenedStage } from './stage.ts';
import { DEMO_ENDS_AT, DEMO_STARTS_AT, STORIES } from './stories/all.ts';
import { printSummary } from './summary.ts';

export interface DemoParts {
  readonly stage: OpenedStage;
  readonly reglament: Reglament;
  /** Of the service on the stage. */
  readonly configuration: Configuration;
  /** Absent: nothing is told. */
  readonly page: Page | undefined;
}

/** Plays the stories to their end, telling them as they go. */
export async function playStories(parts: DemoParts): Promise<DemoReport> {
  const { stage, reglament, configuration, page } = parts;
  const started = startTiming();
  const store = lookAtStore(stage.service.storeFolder);
  if (store === undefined) throw new Error('the service has no store');
  const stories = new Map<string, Story>();
  const storyOf = (key: string) => stories.get(key);
  const narrator =
    page === undefined
      ? undefined
      : new Narrator({
          page,
          simulator: stage.simulator,
          store,
          reglament,
          storyOf,
          forecastOf: forecaster(parts),
        });
  try {
    await direct(
      {
        ...stage,
        zone: reglament.calendar.zone,
        onAct: async (act, key) => {
          const story = STORIES.find(({ acts }) => acts.includes(act));
          if (story !== undefined) stories.set(key, story);
        },
        onRest: async (now) => narrator?.tell(now),
      },
      STORIES.flatMap(({ acts }) => acts),
      DEMO_STARTS_AT,
      DEMO_ENDS_AT,
    );
    const { kindOf } = ticketMapping(configuration.mapping);
    const report = await reportOf({
      store,
      simulator: stage.simulator,
      reglament,
      storyOf: withFollowUps(stories, await store.effects()),
      kindOf: (issueType) => kindOf({ id: '', name: issueType }, undefined),
      from: DEMO_STARTS_AT,
      to: DEMO_ENDS_AT,
      wallSeconds: elapsedSince(started) / 1000,
    });
    if (page !== undefined) printSummary(page, report, STORIES, reglament);
    return report;
  } finally {
    await store.close();
  }
}

/** A follow-up belongs to the story of the ticket that it continues. */
function withFollowUps(
  stories: ReadonlyMap<string, Story>,
  effects: readonly StoredEffect[],
): (key: string) => Story | undefined {
  return (key) => {
    const opened = effects.find(({ data, remoteId }) => data.kind === 'openTicket' && remoteId === key);
    return stories.get(key) ?? (opened === undefined ? undefined : stories.get(opened.ticketKey));
  };
}

/** What time alone would do, as `explain` would tell it. */
function forecaster({ reglament, configuration }: DemoParts) {
  const { email, token } = signInOf(BOT);
  const read = ticketReader(configuration, { user: email, token });
  return async (key: string, now: Temporal.Instant) => {
    const looked = await read(key);
    if (looked.kind !== 'ticket') return [];
    return forecast(reglament, looked.ticket, presentOf(looked.ticket, now));
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
