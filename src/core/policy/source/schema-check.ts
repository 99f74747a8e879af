import { Ajv, type ErrorObject } from 'ajv';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode } from './diagnostic.ts';
import type { JsonDocument, JsonPath } from './document.ts';
import { didYouMean } from './near-miss.ts';
import { unknownName } from './unknown-name.ts';

/**
 * A JSON Schema (draft 7). `x-code` names the diagnostic for a wrong word, `x-form` says in both languages what
 * is wanted, `x-names` what kind of thing a parameter names.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Finds everything in a document, or in the part of it at a path, that the schema does not allow. */
export type SchemaCheck = (document: JsonDocument, at?: JsonPath) => readonly Diagnostic[];

/** Keywords for editors and for our own findings; they validate nothing. */
const SILENT_KEYWORDS = ['x-code', 'x-form', 'x-names', 'markdownDescription', 'defaultSnippets'];

export function openSchemaCheck(schema: JsonSchema): SchemaCheck {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    // The schemas are our own and a test holds them against the meta-schema: a cold start need not.
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  for (const keyword of SILENT_KEYWORDS) ajv.addKeyword(keyword);
  const validate = ajv.compile(schema);
  return (document, at = []) => {
    const value = valueAt(document.value, at);
    validate(value);
    return (validate.errors ?? []).flatMap((error) =>
      diagnosisOf(document, [...at, ...pathOf(value, error.instancePath)], error),
    );
  };
}

function diagnosisOf(document: JsonDocument, path: JsonPath, error: ErrorObject): Diagnostic[] {
  const { keyword, params } = error;
  switch (keyword) {
    // "if" only says that its "then" or "else" failed, which is reported by itself.
    case 'if':
      return [];
    case 'additionalProperties':
      return [unknownKey(document, path, error)];
    case 'required':
      return [document.diagnose('RGL1004', path, missing(String(params.missingProperty)), formHint(error))];
    case 'type':
      return [document.diagnose('RGL1005', path, typeInWords(params.type), formHint(error))];
    case 'enum':
    case 'const':
      return [wrongWord(document, path, error)];
    default:
      return [document.diagnose('RGL1007', path, wrongForm(error), formHint(error))];
  }
}

/** A key without which the object says nothing. */
export function missing(key: string): Bilingual {
  return { ru: `здесь не хватает «${key}»`, en: `"${key}" is missing here` };
}

function unknownKey(document: JsonDocument, path: JsonPath, error: ErrorObject): Diagnostic {
  const key = String(error.params.additionalProperty);
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  const message = { ru: `ключа «${key}» здесь нет`, en: `"${key}" is not known here` };
  return document.diagnose('RGL1003', [...path, key], message, { ...didYouMean(key, known), atKey: true });
}

function wrongWord(document: JsonDocument, path: JsonPath, error: ErrorObject): Diagnostic {
  const allowed: readonly unknown[] = error.params.allowedValues ?? [error.params.allowedValue];
  const known = allowed.map(String);
  const word = typeof error.data === 'string' ? error.data : JSON.stringify(error.data);
  const code = codeIn(error.parentSchema);
  if (code !== undefined) return unknownName(document, code, path, word, known);
  const message = { ru: `«${word}» здесь не подходит`, en: `"${word}" is not allowed here` };
  return document.diagnose('RGL1006', path, message, didYouMean(word, known));
}

function wrongForm({ keyword, params: { limit } }: ErrorObject): Bilingual {
  switch (keyword) {
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return { ru: 'здесь пусто', en: 'this is empty' };
    case 'minimum':
      return { ru: `число должно быть не меньше ${limit}`, en: `this must be at least ${limit}` };
    case 'maximum':
      return { ru: `число должно быть не больше ${limit}`, en: `this must be at most ${limit}` };
    default:
      return { ru: 'записано неверно', en: 'this has the wrong form' };
  }
}

function codeIn(schema: object | undefined): DiagnosticCode | undefined {
  const code = schema === undefined ? undefined : (schema as JsonSchema)['x-code'];
  return typeof code === 'string' && code in DIAGNOSTIC_CODES ? (code as DiagnosticCode) : undefined;
}

/** What the schema says in words of the form that is wanted. */
function formHint(error: ErrorObject): { hint?: Bilingual } {
  const form = (error.parentSchema as JsonSchema | undefined)?.['x-form'];
  return form === undefined ? {} : { hint: form as Bilingual };
}

const TYPES_IN_WORDS: Readonly<Record<string, Bilingual>> = {
  string: { ru: 'текст в двойных кавычках', en: 'a text in double quotes' },
  number: { ru: 'число', en: 'a number' },
  integer: { ru: 'целое число', en: 'a whole number' },
  boolean: { ru: 'true или false', en: 'true or false' },
  object: { ru: 'объект { … }', en: 'an object { … }' },
  array: { ru: 'список [ … ]', en: 'a list [ … ]' },
  null: { ru: 'null', en: 'null' },
};

function typeInWords(type: unknown): Bilingual {
  const types = (Array.isArray(type) ? type : [type]).map((name) => TYPES_IN_WORDS[String(name)]);
  const list = (language: 'ru' | 'en', or: string) => types.map((words) => words?.[language]).join(or);
  return { ru: `здесь нужно: ${list('ru', ' или ')}`, en: `this must be ${list('en', ' or ')}` };
}

function valueAt(root: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    root,
  );
}

/** A JSON pointer as keys and indexes. */
function pathOf(root: unknown, pointer: string): JsonPath {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
