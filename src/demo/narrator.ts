import type { StoredDecision, StoredEffect, StoreView } from '#app/look-at-store.ts';
import type { ForecastStep } from '#core/decision/forecast.ts';
import type { Act, AdminAct, Story } from './act.ts';
import { ADMIN, BOT, nameOf } from './cast.ts';
import { clausesInWords } from './clauses-in-words.ts';
import { effectInLines } from './effect-in-lines.ts';
import { forecastInWords } from './forecast-in-words.ts';
import type { SimulatorControl, TellableHappening } from './jira-door.ts';
import { MailTeller } from './mail-teller.ts';
import { OrdinaryDay } from './ordinary-day.ts';
import { dayHeading, MARGIN, type Page, quotedLines, timeOfDay, wrapped } from './page.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { type AdminOutcome, adminActInWords, killInWords, outcomeInWords } from './tell-admin.ts';
import { tellHappening } from './tell-happening.ts';
import { readingInLines } from './tell-reading.ts';
import { sentInWords } from './tell-sent.ts';
import type { TicketBook } from './ticket-book.ts';

export interface NarratorParts {
  readonly page: Page;
  readonly simulator: SimulatorControl;
  readonly store: StoreView;
  readonly rules: RulesInForce;
  readonly book: TicketBook;
  /** What time alone will do to a ticket. */
  readonly forecastOf: (key: string, now: Temporal.Instant) => Promise<readonly ForecastStep[]>;
}

const WORDS = {
  ru: {
    why: 'почему',
    next: 'если все молчат, дальше',
    rule: 'Регламент',
    waited: 'письмо, которое ждало рабочих часов',
    clause: 'п.',
  },
  en: {
    why: 'why',
    next: 'if nobody writes, next',
    rule: 'Reglament',
    waited: 'the letter that waited for desk hours',
    clause: 'clause',
  },
} as const;

/** Tells, each time that everything has come to rest, what happened since the last time, and why. */
export class Narrator {
  readonly #parts: NarratorParts;
  readonly #mails: MailTeller;
  readonly #introduced = new Set<number>();
  readonly #forecasts = new Map<string, string>();
  readonly #reasons = new Set<string>();
  #toldHappening = 0;
  #toldDecision = 0;
  #day: Temporal.PlainDate | undefined;
  #isHeaded = false;
  #struck: string | undefined;
  #ordinary = new OrdinaryDay();

  constructor(parts: NarratorParts) {
    this.#parts = parts;
    this.#mails = new MailTeller(parts.page, parts.simulator, MARGIN);
  }

  async tell(now: Temporal.Instant): Promise<void> {
    const { simulator, store } = this.#parts;
    this.#turnTo(now);
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
    this.#tellStruck();
    for (const decision of decisions) {
      const own = effects.filter(({ decisionId }) => decisionId === decision.id);
      if (this.#tellDecision(decision, own, now)) touched.add(decision.ticketKey);
    }
    this.#mails.tellAll((key) => this.#parts.book.storyOf(key) !== undefined);
    for (const key of touched) await this.#tellForecast(key, now);
    await this.#parts.page.breathe();
  }

  tellAdmin(act: AdminAct, story: Story, outcome: AdminOutcome, now: Temporal.Instant): void {
    const { page } = this.#parts;
    this.#turnTo(now);
    this.#headDay();
    this.#introduce(story);
    const who = page.paint('yellow', nameOf(ADMIN, page.language));
    page.print(` ${timeOfDay(now, this.#zone())}  ${who} ${adminActInWords(act, outcome, page.language)}`);
    for (const line of outcomeInWords(act, outcome, page.language)) page.print(`${MARGIN}${line}`);
  }

  /** A mail that Jira will show only later is told when it leaves. */
  tellSent(act: Act, key: string, now: Temporal.Instant): void {
    const { page, book } = this.#parts;
    const story = book.storyOf(key);
    const sent = sentInWords(act, now, this.#zone(), page.language);
    if (story === undefined || sent === undefined) return;
    this.#turnTo(now);
    this.#headDay();
    this.#introduce(story);
    page.print(`${this.#head(key, now)}  ${page.paint('cyan', nameOf(act.who, page.language))} ${sent}`);
  }

  /** The service is about to be killed in the middle of an act. */
  tellStrike(act: Act): void {
    if (act.struck === true) this.#struck = killInWords(this.#parts.page.language);
  }

  /** The last day has no next one that would close it. */
  finish(): void {
    this.#closeDay();
  }

  /** @returns whether it belongs to a story */
  #tellHappening(happening: TellableHappening, now: Temporal.Instant): boolean {
    const { page, book, rules } = this.#parts;
    const story = book.storyOf(happening.key);
    // The administrator's acts are told as such.
    if (happening.by.accountId === ADMIN) return false;
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
    for (const line of quotedLines(telling.said ?? '')) page.print(line);
    for (const line of readingInLines(happening, rules.latest().words, page)) page.print(line);
    this.#mails.tellOf(happening);
    return true;
  }

  #tellStruck(): void {
    const { page } = this.#parts;
    if (this.#struck !== undefined) page.print(`${MARGIN}${page.paint('yellow', this.#struck)}`);
    this.#struck = undefined;
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
    const { rules, book } = this.#parts;
    const { language } = this.#parts.page;
    const opened = effects.find(({ data }) => data.kind === 'openTicket')?.remoteId;
    if (opened !== undefined) book.continues(opened, decision.ticketKey);
    const acted = decision.trace.rules.filter(
      ({ rule, fired }) => fired && effects.some((effect) => effect.rule === rule),
    );
    const isStory = book.storyOf(decision.ticketKey) !== undefined;
    for (const trace of acted) {
      const name = rules.latest().rules.find(({ id }) => id === trace.rule)?.name[language] ?? trace.rule;
      if (!isStory) this.#ordinary.acted(name, decision.ticketKey);
      else this.#tellRule(name, trace, decision, effects, opened, now);
    }
    return isStory && acted.length > 0;
  }

  #tellRule(
    name: string,
    { rule, clauses, why }: StoredDecision['trace']['rules'][number],
    { ticketKey }: StoredDecision,
    effects: readonly StoredEffect[],
    opened: string | undefined,
    now: Temporal.Instant,
  ): void {
    const { page } = this.#parts;
    const words = WORDS[page.language];
    this.#headDay();
    const reason = why?.[page.language];
    const told = JSON.stringify([ticketKey, rule, reason]);
    // What waited for the desk to open is done for the same reason, which was told when the request was moved.
    const isRest = this.#reasons.has(told);
    this.#reasons.add(told);
    const own = effects.filter((effect) => effect.rule === rule);
    const waited = isRest && own.some(({ data }) => data.kind === 'reply') ? ` – ${words.waited}` : '';
    const head = page.paint('green', `${words.rule}: ${name}${waited}`);
    const clause = isRest ? '' : page.paint('dim', ` (${words.clause} ${clausesInWords(clauses)})`);
    page.print(`${this.#head(ticketKey, now)}  ${head}${clause}`);
    if (reason !== undefined && !isRest) {
      for (const line of wrapped(`${words.why}: ${reason}`, MARGIN)) page.print(page.paint('dim', line));
    }
    for (const effect of own) {
      for (const line of effectInLines(effect, opened, reason, page.language)) page.print(line);
      if (effect.data.kind === 'reply') this.#mails.tellOurs(ticketKey);
    }
  }

  async #tellForecast(key: string, now: Temporal.Instant): Promise<void> {
    const { page, forecastOf } = this.#parts;
    const steps = await forecastOf(key, now);
    const text = forecastInWords(steps, this.#zone(), page.language);
    if (text === '' || this.#forecasts.get(key) === text) return;
    this.#forecasts.set(key, text);
    for (const line of wrapped(`${key} – ${WORDS[page.language].next}: ${text}`, MARGIN))
      page.print(page.paint('dim', line));
  }

  #head(key: string, now: Temporal.Instant): string {
    return ` ${timeOfDay(now, this.#zone())}  ${this.#parts.page.paint('bold', key)}`;
  }

  #zone(): string {
    return this.#parts.rules.latest().calendar.zone;
  }

  #turnTo(now: Temporal.Instant): void {
    const day = now.toZonedDateTimeISO(this.#zone()).toPlainDate();
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
