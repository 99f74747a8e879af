import { existsSync, readFileSync } from 'node:fs';
import type { KnownTicket } from '#app/known-in-store.ts';
import { type CommonOptions, loadAll, shownPath } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { explanationToJson, type ReadNow } from '#cli/print/explanation-json.ts';
import { explanationInWords } from '#cli/print/explanation-text.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { readInstantOption, UsageError } from '#cli/usage.ts';
import { machineClock } from '#clock.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readingOf } from '#configuration/reading-of.ts';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { type ActiveCap, activeCaps, capModes } from '#core/decision/cap.ts';
import { explain } from '#core/decision/explain.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { DIAGNOSTIC_CODES } from '#core/policy/source/diagnostic.ts';
import { parseDocument } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { type DeskEvent, EVENT_KINDS, type EventKind, messageOf } from '#core/ticket/event.ts';
import { presentOf } from '#core/ticket/present.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { FAULTS, Fault, reasonOf } from '#faults.ts';
import { customersMessage, replyReading } from '#standard/desk/conversation.ts';
import { readingOfRequest } from '#standard/desk/reading-of-request.ts';

export interface ExplainOptions extends CommonOptions {
  /** A ticket's key, or the code of a finding or fault. */
  readonly argument?: string;
  readonly ticket?: string;
  readonly event: string;
  readonly at?: string;
}

/** `reglament explain`: decides one ticket and says why; it only reads. */
export async function runExplain(options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const { argument, ticket: file } = options;
  if (argument !== undefined && /^RGL\d{4}$/.test(argument)) return explainCode(argument, options, terminal);
  if ((argument === undefined) === (file === undefined)) {
    throw new UsageError({
      ru: 'назовите одно обращение: ключ или --ticket ФАЙЛ',
      en: 'name one ticket: a key, or --ticket FILE',
    });
  }
  const kind = readEventKind(options.event);
  const asked = options.at === undefined ? undefined : readInstantOption('--at', options.at);
  const { reglament, configuration } = loadAll(options, terminal);
  const ticket =
    file === undefined
      ? await ticketFromJira(argument ?? '', configuration)
      : ticketFromFile(file, configuration);
  const at = asked ?? presentOf(ticket, machineClock.now());
  if (Temporal.Instant.compare(at, ticket.createdAt) < 0) {
    throw new UsageError({
      ru: `${ticket.key}: на ${at.toString()} этого обращения ещё не было, оно создано ${ticket.createdAt.toString()}; назовите --at позже`,
      en: `${ticket.key}: at ${at.toString()} this ticket was not there yet, it was created at ${ticket.createdAt.toString()}; name a later --at`,
    });
  }
  const known = file === undefined ? await knownToService(configuration, reglament, ticket, at) : { ticket };
  const explanation = await explain(reglament, known.ticket, kind, at, known.activatedAt);
  if (explanation === undefined) {
    throw new UsageError({
      ru: `${ticket.key}: к ${at.toString()} события «${kind}» не было`,
      en: `${ticket.key}: nothing of the kind "${kind}" had happened by ${at.toString()}`,
    });
  }
  const caps = await capsNow(configuration);
  const held = {
    modes: { ...configuration.modes, caps: capModes(configuration.caps, caps) },
    caps,
    activatedAt: known.activatedAt,
  };
  const reading = readingFor(reglament, explanation.ticket, explanation.decision.event, at);
  if (options.json === true) {
    terminal.printJson(explanationToJson(explanation, reglament, held, reading));
  } else {
    terminal.print(explanationInWords(explanation, reglament, held, reading, terminal));
  }
  return FINE;
}

/** What the service knows of rivals; where none was ever started, nobody has watched yet. */
async function capsNow(configuration: Configuration): Promise<readonly ActiveCap[]> {
  const now = machineClock.now();
  if (!Object.values(configuration.caps).some((cap) => cap !== 'lifted')) return [];
  if (!existsSync(configuration.store)) return activeCaps(configuration.caps, undefined, [], now);
  const { capsInStore } = await import('#app/known-in-store.ts');
  return capsInStore(configuration, now);
}

/** What the ticket cannot tell: when we were stopped, and since when causes count. A file says that itself. */
async function knownToService(
  configuration: Configuration,
  reglament: Reglament,
  ticket: Ticket,
  at: Temporal.Instant,
): Promise<KnownTicket> {
  const { knownInStore } = await import('#app/known-in-store.ts');
  return knownInStore(configuration, reglament, ticket, at);
}

function explainCode(code: string, { json }: ExplainOptions, terminal: Terminal): ExitCode {
  const codes: Readonly<Record<string, Bilingual>> = { ...DIAGNOSTIC_CODES, ...FAULTS };
  const meaning = codes[code];
  if (meaning === undefined) {
    const { hint } = didYouMean(code, Object.keys(codes));
    throw new UsageError({ ru: `кода ${code} нет; ${hint.ru}`, en: `there is no code ${code}; ${hint.en}` });
  }
  if (json === true) terminal.printJson({ code, message: meaning[terminal.machineLanguage] });
  else terminal.print(`${code}: ${meaning[terminal.language]}`);
  return FINE;
}

function readEventKind(name: string): EventKind {
  const kind = EVENT_KINDS.find((known) => known === name);
  if (kind !== undefined) return kind;
  const { hint } = didYouMean(name, EVENT_KINDS);
  throw new UsageError({
    ru: `--event: события «${name}» нет; ${hint.ru}`,
    en: `--event: there is no event "${name}"; ${hint.en}`,
  });
}

/** Loaded only here: a ticket from a file needs none of it. */
async function ticketFromJira(key: string, configuration: Configuration): Promise<Ticket> {
  const { ticketReader } = await import('#app/look-at-ticket.ts');
  const looked = await ticketReader(configuration)(key.toUpperCase());
  if (looked.kind === 'ticket') return looked.ticket;
  throw new Fault('RGL9006', { ru: `${key}: ${looked.why.ru}`, en: `${key}: ${looked.why.en}` });
}

function ticketFromFile(file: string, configuration: Configuration): Ticket {
  const name = shownPath(file);
  const parsed = parseDocument({ path: name, text: textOf(file, name) });
  if (parsed.kind === 'broken') {
    const [{ line, column, message } = NO_PLACE] = parsed.diagnostics;
    const place = `${name}:${line}:${column}`;
    throw new UsageError({ ru: `${place} ${message.ru}`, en: `${place} ${message.en}` });
  }
  const read = readIssue(parsed.document.value, readingOf(configuration));
  if (read.kind === 'ticket') return read.ticket;
  throw new Fault('RGL9006', { ru: `${name}: ${read.why.ru}`, en: `${name}: ${read.why.en}` });
}

const NO_PLACE = { line: 1, column: 1, message: { ru: 'не JSON', en: 'not JSON' } };

function textOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError({
      ru: `${name} не прочитать: ${reasonOf(error)}`,
      en: `${name} cannot be read: ${reasonOf(error)}`,
    });
  }
}

function readingFor(reglament: Reglament, ticket: Ticket, event: DeskEvent, at: Temporal.Instant): ReadNow {
  const situation = openSituation(reglament, ticket, event, at);
  const message = messageOf(event);
  const isLetter = message !== undefined && customersMessage(message) !== undefined;
  return {
    request: readingOfRequest(situation),
    ...(isLetter ? { letter: replyReading(situation, message) } : {}),
  };
}
