import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import { isObject } from '#core/issue/json.ts';
import { folded } from '#core/issue/site-mapping.ts';
import { type Diagnostic, tidyDiagnostics } from '#core/policy/source/diagnostic.ts';
import { type JsonDocument, parseDocument } from '#core/policy/source/document.ts';
import { openSchemaCheck } from '#core/policy/source/schema-check.ts';
import type { Configuration } from './configuration.ts';
import { CONFIGURATION_SCHEMA } from './configuration-schema.ts';
import { DEFAULTS } from './defaults.ts';
import { layeredDocument, merged, valueAt } from './layered-document.ts';

export interface ReadConfiguration {
  /** `undefined` when there is an error among the diagnostics. */
  readonly configuration: Configuration | undefined;
  /** The files as one document, for findings about what they name. */
  readonly document: JsonDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** More layers than this are a circle. */
const MOST_LAYERS = 8;

/**
 * Reads a configuration file and those it extends.
 *
 * @param shown how a path is shown to people
 */
export function readConfiguration(file: string, shown: (path: string) => string): ReadConfiguration {
  const diagnostics: Diagnostic[] = [];
  const layers: JsonDocument[] = [];
  for (let next: string | undefined = file; next !== undefined; ) {
    const layer: { document?: JsonDocument; diagnostics: readonly Diagnostic[] } = readLayer(next, shown);
    diagnostics.push(...layer.diagnostics);
    if (layer.document === undefined) break;
    layers.unshift(layer.document);
    const base: unknown = isObject(layer.document.value) ? layer.document.value.extends : undefined;
    next =
      typeof base === 'string' && layers.length < MOST_LAYERS
        ? path.resolve(path.dirname(next), base)
        : undefined;
  }
  if (layers.length === 0 || diagnostics.length > 0) {
    return { configuration: undefined, document: undefined, diagnostics: tidyDiagnostics(diagnostics) };
  }
  const document = layeredDocument(layers);
  const complete = withoutUser(merged(DEFAULTS, document.value) as WrittenConfiguration, document);
  diagnostics.push(...checkMeaning(document, complete));
  const errors = diagnostics.some(({ severity }) => severity === 'error');
  return {
    configuration: errors ? undefined : settled(complete),
    document,
    diagnostics: tidyDiagnostics(diagnostics),
  };
}

/** On Data Center nobody has to be named beside a personal access token: the default user is Cloud's. */
function withoutUser(complete: WrittenConfiguration, document: JsonDocument): WrittenConfiguration {
  const { site } = complete;
  if (
    site.flavour !== 'data-center' ||
    valueAt(document.value, ['site', 'credentials', 'user']) !== undefined
  )
    return complete;
  return { ...complete, site: { ...site, credentials: { token: site.credentials.token } } };
}

type WrittenConfiguration = Omit<Configuration, 'activation'> & { readonly activation: string };

let schemaCheck: ReturnType<typeof openSchemaCheck> | undefined;

function readLayer(
  file: string,
  shown: (path: string) => string,
): { document?: JsonDocument; diagnostics: readonly Diagnostic[] } {
  const name = shown(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { diagnostics: [unreadable(name, error)] };
  }
  const parsed = parseDocument({ path: name, text });
  if (parsed.kind === 'broken') return { diagnostics: parsed.diagnostics };
  schemaCheck ??= openSchemaCheck(CONFIGURATION_SCHEMA);
  return {
    document: parsed.document,
    diagnostics: [...parsed.diagnostics, ...schemaCheck(parsed.document)],
  };
}

function unreadable(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'RGL1008',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    endColumn: 1,
    message: { ru: `файл не читается: ${reason}`, en: `this file cannot be read: ${reason}` },
    hint: { ru: 'назовите настройки так: --config ФАЙЛ', en: 'name the configuration with --config FILE' },
  };
}

function settled(written: WrittenConfiguration): Configuration {
  const { activation } = written;
  return {
    ...written,
    modes: written.modes satisfies ModeSettings,
    activation: activation === 'firstStart' ? activation : Temporal.Instant.from(activation),
    killSwitch: path.resolve(written.killSwitch),
    store: path.resolve(written.store),
  };
}

/** What the schema cannot see. */
function checkMeaning(document: JsonDocument, written: WrittenConfiguration): readonly Diagnostic[] {
  return [
    ...checkActivation(document, written.activation),
    ...checkTwice(document, ['mapping', 'statuses'], written.mapping.statuses),
    ...checkTwice(document, ['mapping', 'kinds'], written.mapping.kinds),
  ];
}

function checkActivation(document: JsonDocument, activation: string): readonly Diagnostic[] {
  if (activation === 'firstStart') return [];
  try {
    Temporal.Instant.from(activation);
    return [];
  } catch {
    return [
      document.diagnose('RGL4003', ['activation'], notAnInstant(activation), {
        hint: {
          ru: '"firstStart" или момент со смещением, например "2027-02-15T00:00:00+03:00"',
          en: '"firstStart", or an instant with its offset, for instance "2027-02-15T00:00:00+03:00"',
        },
      }),
    ];
  }
}

function notAnInstant(text: string): Bilingual {
  return { ru: `«${text}» – не момент времени`, en: `"${text}" is no instant` };
}

/** One name cannot mean two things. */
function checkTwice(
  document: JsonDocument,
  path: readonly string[],
  lists: Readonly<Partial<Record<string, readonly string[]>>>,
): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return Object.entries(lists).flatMap(([meaning, names]) =>
    (names ?? []).flatMap((name, index) => {
      const before = first.get(folded(name));
      first.set(folded(name), meaning);
      if (before === undefined) return [];
      return [
        document.diagnose('RGL4002', [...path, meaning, index], mappedTwice(name, before), {
          hint: { ru: 'у названия может быть одно значение', en: 'a name can mean one thing only' },
        }),
      ];
    }),
  );
}

function mappedTwice(name: string, before: string): Bilingual {
  return { ru: `«${name}» уже означает «${before}»`, en: `"${name}" is mapped to "${before}" already` };
}
