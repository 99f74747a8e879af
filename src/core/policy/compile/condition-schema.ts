import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { JsonSchema } from '#core/policy/source/schema-check.ts';
import { choose, handbook } from './schema-parts.ts';

/** The JSON Schema of one condition: a group, a reference, or fact, operator and value. */
export function conditionSchema(vocabulary: Vocabulary): JsonSchema {
  const group = (word: 'all' | 'any') => ({
    required: [word],
    additionalProperties: false,
    properties: {
      [word]: {
        type: 'array',
        minItems: 1,
        items: { $ref: '#/$defs/condition' },
        'x-form': {
          ru: 'хотя бы одно условие: пустой список движок считает истиной',
          en: 'at least one condition: the engine takes an empty list for true',
        },
      },
    },
  });
  const leaf = {
    required: ['fact', 'operator', 'value'],
    additionalProperties: false,
    properties: {
      fact: {
        enum: [...vocabulary.facts.keys()],
        'x-code': 'RGL1101',
        markdownDescription: handbook(vocabulary.facts.values()),
      },
      params: { type: 'object' },
      operator: { enum: [...vocabulary.operators.keys()], 'x-code': 'RGL1102' },
      value: {},
    },
    'x-form': {
      ru: 'условие – это { "all": […] }, { "any": […] }, { "not": … }, { "condition": "имя" } или { "fact", "operator", "value" }',
      en: 'a condition is { "all": […] }, { "any": […] }, { "not": … }, { "condition": "name" } or { "fact", "operator", "value" }',
    },
  };
  const variants: readonly [string, JsonSchema][] = [
    ['all', group('all')],
    ['any', group('any')],
    ['not', { additionalProperties: false, properties: { not: { $ref: '#/$defs/condition' } } }],
    ['condition', { additionalProperties: false, properties: { condition: { type: 'string' } } }],
  ];
  return {
    type: 'object',
    ...variants.reduceRight<JsonSchema>(
      (otherwise, [key, variant]) => choose({ required: [key] }, variant, otherwise),
      leaf,
    ),
  };
}
