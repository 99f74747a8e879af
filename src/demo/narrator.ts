import type { StoredDecision, StoredEffect, StoreView } from '#app/look-at-store.ts';
import { effectHead } from '#core/decision/effect-in-words.ts';
import type { ForecastStep } from '#core/decision/forecast.ts';
import { type EffectData, NEW_KEY } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { localTime } from '#core/policy/text/long-date.ts';
import type { Story } from './act.ts';
import { BOT } from './cast.ts';
import type { SimulatorControl, TellableHappening } from './jira-door.ts';
import { dayHeading, type Page, timeOfDay, wrapped } from './page.ts';
import { tellHappening } from './tell-happening.ts';

export interface NarratorParts {
  readonly page: Page;
  readonly simulator: SimulatorControl;
  readonly store: StoreView;
  readonly reglament: Reglament;
  /** Story by the key of a ticket that it opened. */
  readonly storyOf: (key: string) => Story | undefined;
  /** What time alone will do to a ticket. */
  readonly forecastOf: (key: string, now: Temporal.Instant) => Promise<readonly ForecastStep[]>;
}

const WORDS = {
  ru: {
    why: 'почему',
    next: 'если все молчат, дальше',
    withheld: 'не сделано',
    withSameWords: 'с этим объяснением',
    rule: 'Регламент',
    clause: 'п.',
  },
  en: {
    why: 'why',
    next: 'if nobody writes, next',
    withheld: 'not done',
    withSameWords: 'with this explanation',
    rule: 'Reglament',
    clause: 'clause',
  },
} as const;

const MARGIN = ' '.repeat(8);

/** Tells, each time that everything has come to rest, what happened since the last time, and why. */
export class Narrator {
  readonly #parts: NarratorParts;
  readonly #introduced = new Set<number>();
  readonly #forecasts = new Map<string, string>();
  #toldHappening = 0;
  #toldDecision = 0;
  #day: Temporal.PlainDate | undefined;

  constructor(parts: NarratorParts) {
    this.#parts = parts;
  }

  async tell(now: Temporal.Instant): Promise<void> {
    const { simulator, store } = this.#parts;
    const happenings = await simulator.happeningsAfter(this.#toldHappening);
    const decisions = await store.decisionsAfter(this.#toldDecision);
    const effects = decisions.length === 0 ? [] : await store.effects();
    this.#toldHappening = happenings.at(-1)?.number ?? this.#toldHappening;
    this.#toldDecision = decisions.at(-1)?.id ?? this.#toldDecision;
    const touched = new Set<string>();
    for (const happening of happenings) {
      if (happening.by.accountId === BOT) continue;
      this.#tellHappening(happening, now);
      touched.add(happening.key);
    }
    for (const decision of decisions) {
      const own = effects.filter(({ decisionId }) => decisionId === decision.id);
      if (this.#tellDecision(decision, own, now)) touched.add(decision.ticketKey);
    }
    for (const key of touched) await this.#tellForecast(key, now);
    await this.#parts.page.breathe();
  }

  #tellHappening(happening: TellableHappening, now: Temporal.Instant): void {
    const { page, storyOf } = this.#parts;
    const telling = tellHappening(happening, page.language);
    if (telling === undefined) return;
    this.#headDay(now);
    const story = storyOf(happening.key);
    if (story !== undefined) this.#introduce(story);
    const ink = happening.by.accountType === 'app' ? 'yellow' : 'cyan';
    page.print(`${this.#head(happening.key, now)}  ${page.paint(ink, telling.who)}${telling.did}`);
    if (telling.said !== undefined) this.#quote(telling.said);
  }

  #introduce(story: Story): void {
    if (this.#introduced.has(story.number)) return;
    this.#introduced.add(story.number);
    const { page } = this.#parts;
    page.print('');
    page.print(`  ${page.paint('bold', `${story.number}. ${story.title[page.language]}`)}`);
    for (const line of wrapped(story.about[page.language], '     ')) page.print(page.paint('dim', line));
  }

  /** @returns whether there was something to tell */
  #tellDecision(decision: StoredDecision, effects: readonly StoredEffect[], now: Temporal.Instant): boolean {
    const { page, reglament } = this.#parts;
    const words = WORDS[page.language];
    const fired = decision.trace.rules.filter((rule) => rule.fired);
    const opened = effects.find(({ data }) => data.kind === 'openTicket')?.remoteId;
    let told = false;
    for (const { rule: id, clauses, why } of fired) {
      const own = effects.filter(({ rule }) => rule === id);
      if (own.length === 0) continue;
      this.#headDay(now);
      const name = reglament.rules.find((rule) => rule.id === id)?.name[page.language] ?? id;
      const head = `${words.rule}: ${name}`;
      page.print(
        `${this.#head(decision.ticketKey, now)}  ${page.paint('green', head)} ${page.paint('dim', `(${words.clause} ${clauses.join(', ')})`)}`,
      );
      if (why !== undefined) {
        for (const line of wrapped(`${words.why}: ${why[page.language]}`, MARGIN))
          page.print(page.paint('dim', line));
      }
      for (const effect of own) this.#tellEffect(effect, opened, why?.[page.language]);
      told = true;
    }
    return told;
  }

  /** @param told what was told already, and need not be told again as the text of a note */
  #tellEffect(
    { data, state, reason }: StoredEffect,
    opened: string | undefined,
    told: string | undefined,
  ): void {
    const { page } = this.#parts;
    const key = data.kind === 'openTicket' && opened !== undefined ? ` ${opened}` : '';
    const undone = state === 'DONE' ? '' : ` – ${WORDS[page.language].withheld}: ${reason ?? state}`;
    const text = textOf(data);
    const same = text !== undefined && text === told ? ` – ${WORDS[page.language].withSameWords}` : '';
    page.print(`${MARGIN}→ ${effectHead(data, page.language)}${key}${same}${undone}`);
    if (text !== undefined && same === '') this.#quote(text.replaceAll(NEW_KEY, opened ?? NEW_KEY));
  }

  #quote(text: string): void {
    const { page } = this.#parts;
    for (const line of wrapped(text, `${MARGIN}│ `)) page.print(line);
  }

  async #tellForecast(key: string, now: Temporal.Instant): Promise<void> {
    const { page, reglament, forecastOf } = this.#parts;
    const steps = await forecastOf(key, now);
    const text = steps
      .map(({ at, effects }) => {
        const acts = effects.map((data) => effectHead(data, page.language)).join(', ');
        return `${localTime(at, reglament.calendar.zone, page.language)} – ${acts}`;
      })
      .join('; ');
    if (text === '' || this.#forecasts.get(key) === text) return;
    this.#forecasts.set(key, text);
    for (const line of wrapped(`${key} – ${WORDS[page.language].next}: ${text}`, MARGIN))
      page.print(page.paint('dim', line));
  }

  #head(key: string, now: Temporal.Instant): string {
    const { page, reglament } = this.#parts;
    return ` ${timeOfDay(now, reglament.calendar.zone)}  ${page.paint('bold', key)}`;
  }

  #headDay(now: Temporal.Instant): void {
    const { page, reglament } = this.#parts;
    const day = now.toZonedDateTimeISO(reglament.calendar.zone).toPlainDate();
    if (this.#day?.equals(day) === true) return;
    this.#day = day;
    page.print('');
    page.print(page.paint('bold', `── ${dayHeading(day, page.language)} ${'─'.repeat(40)}`));
  }
}

function textOf(data: EffectData): string | undefined {
  switch (data.kind) {
    case 'reply':
    case 'note':
      return data.text;
    case 'openTicket':
      return data.description;
    case 'transition':
    case 'label':
      return undefined;
  }
}
