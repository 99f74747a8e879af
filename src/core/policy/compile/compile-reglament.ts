import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { AskingPlaceholder, CompiledRule, Reglament } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import { type Diagnostic, type DiagnosticCode, tidyDiagnostics } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, SourceFile } from '#core/policy/source/document.ts';
import { openCatalogue } from '#core/policy/text/messages.ts';
import { checkCalendar } from './check-calendar.ts';
import { compileClauses } from './compile-clauses.ts';
import { type CompiledDesk, compileDesk } from './compile-desk.ts';
import { compileMessages } from './compile-messages.ts';
import { compilePolicies } from './compile-policies.ts';
import { compileWords } from './compile-words.ts';
import { type Documents, missingFiles, type Role, readDocuments } from './read-documents.ts';

export interface CompiledReglament {
  /** `undefined` when there is an error among the diagnostics. */
  readonly reglament: Reglament | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that could be taken. */
  readonly documents: Documents;
}

/**
 * Compiles everything that a desk's owner wrote into one reglament. All findings come at once, in file order;
 * one broken file does not hide the mistakes in the others.
 *
 * @param folder how the rules folder is called, for findings about files that are missing
 * @param version hash of the canonical content of the files
 */
export function compileReglament(
  files: readonly SourceFile[],
  vocabulary: Vocabulary,
  folder: string,
  version: string,
): CompiledReglament {
  const { documents, incomplete, diagnostics: found } = readDocuments(files, vocabulary);
  const diagnostics = [...found, ...missingFiles(documents, folder, found)];
  const messages = compileMessages(documents.messages);
  const words = compileWords(documents.words, vocabulary);
  const desk =
    documents.desk[0] === undefined ? undefined : compileDesk(documents.desk[0], documents.calendars);
  const { clauses, ...ofClauses } = compileClauses(
    documents.regulation,
    documents.policies,
    !incomplete.has('policies'),
  );
  const catalogue = openCatalogue(messages.texts);
  const policies = compilePolicies(documents.policies, {
    vocabulary,
    messages: messages.ids,
    clauses,
    catalogue,
  });
  for (const part of [messages, words, ofClauses, policies, desk])
    diagnostics.push(...(part?.diagnostics ?? []));
  diagnostics.push(...documents.calendars.flatMap(checkCalendar));
  const tidy = tidyDiagnostics(diagnostics.filter(({ code }) => !isConsequence(code, incomplete)));
  if (desk?.calendar === undefined || tidy.some((diagnostic) => diagnostic.severity === 'error')) {
    return { reglament: undefined, diagnostics: tidy, documents };
  }
  const reglament: Reglament = {
    version,
    desk: desk.desk,
    calendar: desk.calendar,
    rules: policies.rules,
    deadlines: policies.deadlines,
    messages: catalogue,
    words: words.words,
    clauses,
    regulation: regulationIn(documents.regulation),
    vocabulary,
    promises: promisesOf(policies.rules),
    asks: asksOf(policies.rules),
  };
  return { reglament, diagnostics: tidy, documents };
}

/** By what file's absence a name can be unknown that an author did write. */
const UNKNOWN_WITHOUT: Readonly<Partial<Record<DiagnosticCode, Role>>> = {
  RGL1105: 'messages',
  RGL1106: 'regulation',
  RGL1107: 'policies',
};

/** A file that cannot be read is one finding; that all its names are unknown now is none. */
function isConsequence(code: DiagnosticCode, incomplete: ReadonlySet<Role>): boolean {
  const role = UNKNOWN_WITHOUT[code];
  return role !== undefined && incomplete.has(role);
}

/** Compiles only what time is counted by: a mistake in a rule does not keep anybody from counting days. */
export function compileCalendar(
  files: readonly SourceFile[],
  vocabulary: Vocabulary,
  folder: string,
): Pick<CompiledDesk, 'parts' | 'diagnostics'> {
  const wanted = files.filter(({ path }) => /(^|\/)desk\.json$|\.calendar\.json$/.test(path));
  const { documents, diagnostics } = readDocuments(wanted, vocabulary);
  const absent = missingFiles(documents, folder, diagnostics).filter(({ file }) =>
    /desk|calendars/.test(file),
  );
  const [desk] = documents.desk;
  const compiled = desk === undefined ? undefined : compileDesk(desk, documents.calendars);
  const found = [...diagnostics, ...absent, ...(compiled?.diagnostics ?? [])];
  return { parts: compiled?.parts, diagnostics: tidyDiagnostics(found) };
}

/** A rules folder holds one regulation. */
function regulationIn(documents: readonly JsonDocument[]): Reglament['regulation'] {
  const { name, sections = {} } = (documents[0]?.value ?? { name: { ru: '', en: '' } }) as {
    readonly name: Bilingual;
    readonly sections?: Readonly<Record<string, Bilingual>>;
  };
  return { name, sections: new Map(Object.entries(sections)) };
}

function promisesOf(rules: readonly CompiledRule[]): ReadonlyMap<string, string> {
  return new Map(
    rules
      .flatMap((rule) => rule.effects)
      .flatMap(({ spec, promises }) =>
        typeof spec.message === 'string' && promises !== undefined ? [[spec.message, promises] as const] : [],
      ),
  );
}

function asksOf(rules: readonly CompiledRule[]): ReadonlyMap<string, AskingPlaceholder> {
  return new Map(
    rules
      .flatMap((rule) => rule.effects)
      .flatMap(({ spec, asks, bindings }) => {
        const list = asks === undefined ? undefined : bindings[asks];
        if (typeof spec.message !== 'string' || asks === undefined || list === undefined) return [];
        return 'fact' in list ? [[spec.message, { placeholder: asks, saidAs: list.saidAs }] as const] : [];
      }),
  );
}
