import type { StoredDecision, StoredEffect, StoreView } from '#app/look-at-store.ts';
import { effectHead } from '#core/decision/effect-in-words.ts';
import type { ForecastStep } from '#core/decision/forecast.ts';
import { type EffectData, NEW_KEY } from '#core/policy/language/effect-data.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { localTime } from '#core/policy/text/long-date.ts';
import type { Story } from './act.ts';
import { BOT } from './cast.ts';
import type { SimulatorControl, TellableHappening } from './jira-door.ts';
import { MailTeller } from './mail-teller.ts';
import { OrdinaryDay } from './ordinary-day.ts';
import { dayHeading, type Page, timeOfDay, wrapped } from './page.ts';
import { tellHappening } from './tell-happening.ts';
import type { TicketBook } from './ticket-book.ts';

export interface NarratorParts {
  readonly page: Page;
  readonly simulator: SimulatorControl;
  readonly store: StoreView;
  readonly reglament: Reglament;
  readonly book: TicketBook;
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
  readonly #mails: MailTeller;
  readonly #introduced = new Set<number>();
  readonly #forecasts = new Map<string, string>();
  #toldHappening = 0;
  #toldDecision = 0;
  #day: Temporal.PlainDate | undefined;
  #isHeaded = false;
  #ordinary = new OrdinaryDay();

  constructor(parts: NarratorParts) {
    this.#parts = parts;
    this.#mails = new MailTeller(parts.page, parts.simulator, MARGIN);
  }

  async tell(now: Temporal.Instant): Promise<void> {
    const { simulator, store } = this.#parts;
    this.#turnTo(now.toZonedDateTimeISO(this.#parts.reglament.calendar.zone).toPlainDate());
    const happenings = await simulator.happeningsAfter(this.#toldHappening);
    const decisions = await store.decisionsAfter(this.#toldDecision);
    const effects = decisions.length === 0 ? [] : await store.effects();
    await this.#mails.collect();
    this.#toldHappening = happenings.at(-1)?.number ?? this.#toldHappening;
    this.#toldDecision = decisions.at(-1)?.id ?? this.#toldDecision;
    const touched = new Set<string>();
    for (const happening of happenings) {
      if (happening.by.accountId !== BOT && this.#tellHappening(happening, now)) touched.add(happening.key);
    }
    for (const decision of decisions) {
      const own = effects.filter(({ decisionId }) => decisionId === decision.id);
      if (this.#tellDecision(decision, own, now)) touched.add(decision.ticketKey);
    }
    this.#mails.tellAll((key) => this.#parts.book.storyOf(key) !== undefined);
    for (const key of touched) await this.#tellForecast(key, now);
    await this.#parts.page.breathe();
  }

  /** The last day has no next one that would close it. */
  finish(): void {
    this.#closeDay();
  }

  /** @returns whether it belongs to a story */
  #tellHappening(happening: TellableHappening, now: Temporal.Instant): boolean {
    const { page, book } = this.#parts;
    const story = book.storyOf(happening.key);
    if (story === undefined) {
      this.#ordinary.happened(happening);
      return false;
    }
    const telling = tellHappening(happening, page.language);
    if (telling === undefined) return true;
    this.#headDay();
    this.#introduce(story);
    const ink = happening.by.accountType === 'app' ? 'yellow' : 'cyan';
    page.print(`${this.#head(happening.key, now)}  ${page.paint(ink, telling.who)}${telling.did}`);
    if (telling.said !== undefined) this.#quote(telling.said);
    this.#mails.tellOf(happening);
    return true;
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
    const { page, reglament, book } = this.#parts;
    const words = WORDS[page.language];
    const fired = decision.trace.rules.filter((rule) => rule.fired);
    const opened = effects.find(({ data }) => data.kind === 'openTicket')?.remoteId;
    if (opened !== undefined) book.continues(opened, decision.ticketKey);
    const isStory = book.storyOf(decision.ticketKey) !== undefined;
    let told = false;
    for (const { rule: id, clauses, why } of fired) {
      const own = effects.filter(({ rule }) => rule === id);
      if (own.length === 0) continue;
      const name = reglament.rules.find((rule) => rule.id === id)?.name[page.language] ?? id;
      if (!isStory) {
        this.#ordinary.acted(name, decision.ticketKey);
        continue;
      }
      this.#headDay();
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
    { data, state, reason, ticketKey }: StoredEffect,
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
    if (data.kind === 'reply') this.#mails.tellOurs(ticketKey);
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

  #turnTo(day: Temporal.PlainDate): void {
    if (this.#day?.equals(day) === true) return;
    this.#closeDay();
    this.#day = day;
    this.#isHeaded = false;
  }

  /** What happened beside the stories is told when the day is over. */
  #closeDay(): void {
    const { page } = this.#parts;
    const line = this.#ordinary.inWords(page.language);
    this.#ordinary = new OrdinaryDay();
    if (line === undefined) return;
    this.#headDay();
    for (const [index, part] of wrapped(line, '   ').entries()) {
      page.print(page.paint('dim', index === 0 ? ` · ${part.slice(3)}` : part));
    }
  }

  #headDay(): void {
    const { page } = this.#parts;
    if (this.#isHeaded || this.#day === undefined) return;
    this.#isHeaded = true;
    page.print('');
    page.print(page.paint('bold', `── ${dayHeading(this.#day, page.language)} ${'─'.repeat(40)}`));
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
