import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { JsonSchema } from '#core/policy/source/schema-check.ts';

/** A text in both languages. */
export const BILINGUAL: JsonSchema = {
  type: 'object',
  required: ['ru', 'en'],
  additionalProperties: false,
  properties: { ru: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  'x-form': {
    ru: 'текст на двух языках: { "ru": "…", "en": "…" }',
    en: 'a text in both languages: { "ru": "…", "en": "…" }',
  },
};

export const NAME: JsonSchema = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  'x-form': {
    ru: 'строчные латинские буквы, цифры и дефисы, например "late-return"',
    en: 'small Latin letters, digits and hyphens, for instance "late-return"',
  },
};

export const PARAMETER_NAME: JsonSchema = {
  pattern: '^[a-z][A-Za-z0-9]*$',
  'x-form': {
    ru: 'латинские буквы и цифры, например "returnWithin"',
    en: 'Latin letters and digits, for instance "returnWithin"',
  },
};

export const PARAMETER_REFERENCE: JsonSchema = {
  type: 'object',
  required: ['parameter'],
  additionalProperties: false,
  properties: { parameter: { type: 'string' } },
};

/** A variant by a condition: with if/then/else a mistake is reported once, and where it is; with oneOf it is not. */
export function choose(condition: JsonSchema, when: JsonSchema, otherwise: JsonSchema = {}): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: when, else: otherwise };
}

export const BINDINGS: JsonSchema = {
  type: 'object',
  markdownDescription:
    'What stands in the message for its own placeholders: days computed from deadlines, lists that facts read.',
  additionalProperties: {
    type: 'object',
    ...choose(
      { required: ['fact'] },
      {
        additionalProperties: false,
        properties: { fact: { type: 'string' }, params: { type: 'object' } },
      },
      {
        required: ['deadline'],
        additionalProperties: false,
        properties: {
          deadline: { type: 'string' },
          as: { enum: ['lastDay', 'businessDays', 'ledger', 'grace', 'missingYear'] },
        },
      },
    ),
  },
};

/** What an editor shows beside a list of known words. */
export function handbook(definitions: Iterable<{ readonly id: string; readonly about: Bilingual }>): string {
  return [...definitions].map((definition) => `- \`${definition.id}\`: ${definition.about.en}`).join('\n');
}

/** What a contribution takes may be written there, or be a parameter of the file. */
export function orParameter(schema: JsonSchema): JsonSchema {
  return choose({ type: 'object' }, PARAMETER_REFERENCE, schema);
}

export interface OwnParameters {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** The parameters that a contribution declares. */
export function parametersOf({ parameters }: { readonly parameters?: object }): OwnParameters {
  return (parameters ?? {}) as OwnParameters;
}

export function withReferences({ properties = {} }: OwnParameters): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, orParameter(schema)]));
}
