import type { Language } from '#core/calendar/bilingual.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { type JsonDocument, parseDocument, type SourceFile } from '#core/policy/source/document.ts';
import { type JsonSchema, openSchemaCheck } from '#core/policy/source/schema-check.ts';
import {
  CALENDAR_SCHEMA,
  DESK_SCHEMA,
  MESSAGES_SCHEMA,
  REGULATION_SCHEMA,
  VOCABULARY_SCHEMA,
} from './file-schemas.ts';
import { policySchema } from './policy-schema.ts';

/** What a file in the rules folder is, by its name. */
const ROLES = [
  { role: 'policies', name: /\.policy\.json$/ },
  { role: 'calendars', name: /(^|\/)calendars\/[^/]+\.calendar\.json$/ },
  { role: 'words', name: /(^|\/)vocabulary\/[^/]+\.json$/ },
  { role: 'messages', name: /(^|\/)messages\/[^/]+\.json$/ },
  { role: 'regulation', name: /(^|\/)regulation\.json$/ },
  { role: 'desk', name: /(^|\/)desk\.json$/ },
] as const;

export type Role = (typeof ROLES)[number]['role'];

export type Documents = Readonly<Record<Role, readonly JsonDocument[]>>;

function roleOf(path: string): Role | undefined {
  return ROLES.find(({ name }) => name.test(path))?.role;
}

/** Whether a file of the rules folder is part of the reglament. */
export function isReglamentFile(path: string): boolean {
  return roleOf(path) !== undefined;
}

export interface ReadDocuments {
  readonly documents: Documents;
  /** Roles of which a file is missing or could not be taken: what it defines is not known. */
  readonly incomplete: ReadonlySet<Role>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and checks every file by its role; a file with findings is left out of what is compiled further. */
export function readDocuments(files: readonly SourceFile[], vocabulary: Vocabulary): ReadDocuments {
  const documents: Record<Role, JsonDocument[]> = {
    policies: [],
    calendars: [],
    words: [],
    messages: [],
    regulation: [],
    desk: [],
  };
  const diagnostics: Diagnostic[] = [];
  const incomplete = new Set<Role>();
  for (const file of files) {
    const role = roleOf(file.path);
    if (role === undefined) continue;
    const parsed = parseDocument(file);
    diagnostics.push(...parsed.diagnostics);
    const found = parsed.kind === 'broken' ? [] : checkOf(role, vocabulary)(parsed.document);
    diagnostics.push(...found);
    if (parsed.kind === 'broken' || found.length > 0) incomplete.add(role);
    else documents[role].push(parsed.document);
  }
  for (const { role } of absent(documents)) incomplete.add(role);
  return { documents, incomplete, diagnostics };
}

const schemaChecks = new WeakMap<Vocabulary, Map<Role, ReturnType<typeof openSchemaCheck>>>();

/** Schemas are compiled once per vocabulary, when a file first needs them. */
function checkOf(role: Role, vocabulary: Vocabulary): ReturnType<typeof openSchemaCheck> {
  const checks = schemaChecks.get(vocabulary) ?? new Map<Role, ReturnType<typeof openSchemaCheck>>();
  schemaChecks.set(vocabulary, checks);
  const check = checks.get(role) ?? openSchemaCheck(schemaOf(role, vocabulary));
  checks.set(role, check);
  return check;
}

function schemaOf(role: Role, vocabulary: Vocabulary): JsonSchema {
  switch (role) {
    case 'policies':
      return policySchema(vocabulary);
    case 'calendars':
      return CALENDAR_SCHEMA;
    case 'words':
      return VOCABULARY_SCHEMA;
    case 'messages':
      return MESSAGES_SCHEMA;
    case 'regulation':
      return REGULATION_SCHEMA;
    case 'desk':
      return DESK_SCHEMA;
  }
}

interface Needed {
  readonly role: Role;
  readonly file: string;
  /** Of messages. */
  readonly language?: Language;
}

const NEEDED: readonly Needed[] = [
  { role: 'desk', file: 'desk.json' },
  { role: 'regulation', file: 'regulation.json' },
  { role: 'messages', file: 'messages/ru.json', language: 'ru' },
  { role: 'messages', file: 'messages/en.json', language: 'en' },
  { role: 'calendars', file: 'calendars/….calendar.json' },
];

function absent(documents: Documents): readonly Needed[] {
  return NEEDED.filter(
    ({ role, language }) =>
      !documents[role].some(
        ({ value }) => language === undefined || (value as { language?: unknown }).language === language,
      ),
  );
}

/** Files without which there is no reglament; one that is there and broken was reported by itself. */
export function missingFiles(
  documents: Documents,
  folder: string,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  return absent(documents)
    .filter(({ role }) => !found.some(({ file }) => roleOf(file) === role))
    .map(({ file }) => ({
      code: 'RGL1008',
      severity: 'error',
      file: `${folder}/${file}`,
      line: 1,
      column: 1,
      endColumn: 1,
      message: { ru: 'этого файла нет', en: 'this file is missing' },
      hint: {
        ru: 'в папке правил лежат desk.json, regulation.json, messages/ru.json и en.json, календари и политики',
        en: 'a rules folder holds desk.json, regulation.json, messages/ru.json and en.json, calendars and policies',
      },
    }));
}

/** The schemas of all files that a desk's owner edits, by the name under which editors find them. */
export function editorSchemas(vocabulary: Vocabulary): Readonly<Record<string, JsonSchema>> {
  return {
    policy: schemaOf('policies', vocabulary),
    calendar: schemaOf('calendars', vocabulary),
    vocabulary: schemaOf('words', vocabulary),
    messages: schemaOf('messages', vocabulary),
    regulation: schemaOf('regulation', vocabulary),
    desk: schemaOf('desk', vocabulary),
  };
}
