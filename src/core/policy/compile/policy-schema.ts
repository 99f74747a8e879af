import type { EffectDefinition, Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { JsonSchema } from '#core/policy/source/schema-check.ts';
import { EVENT_KINDS } from '#core/ticket/event.ts';
import { conditionSchema } from './condition-schema.ts';
import {
  BILINGUAL,
  BINDINGS,
  choose,
  handbook,
  NAME,
  orParameter,
  PARAMETER_NAME,
  parametersOf,
  withReferences,
} from './schema-parts.ts';

/**
 * The JSON Schema of policy files, with the facts, operators and effects of one vocabulary: for `check` and for
 * completion in editors. Variants are chosen with if/then/else, so that a mistake is reported once and where it is.
 */
export function policySchema(vocabulary: Vocabulary): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Reglament policy',
    type: 'object',
    required: ['policy', 'name', 'rules'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      policy: NAME,
      name: BILINGUAL,
      parameters: {
        type: 'object',
        markdownDescription:
          'Numbers and choices of this policy, each written once and used by name everywhere.',
        propertyNames: PARAMETER_NAME,
        additionalProperties: { $ref: '#/$defs/parameter' },
      },
      deadlines: {
        type: 'object',
        propertyNames: PARAMETER_NAME,
        additionalProperties: { $ref: '#/$defs/deadline' },
      },
      conditions: {
        type: 'object',
        markdownDescription: 'Conditions with a name, for rules to refer to: `{ "condition": "name" }`.',
        propertyNames: NAME,
        additionalProperties: { $ref: '#/$defs/condition' },
      },
      rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
    },
    $defs: {
      parameter: parameterSchema(),
      deadline: deadlineSchema(vocabulary),
      rule: ruleSchema(),
      condition: conditionSchema(vocabulary),
      effect: effectSchema(vocabulary),
    },
  };
}

function parameterSchema(): JsonSchema {
  const plain = { type: ['string', 'number', 'boolean', 'array'] };
  const byKind = {
    type: 'object',
    required: ['consultation', 'error', 'changeRequest'],
    additionalProperties: false,
    properties: { consultation: plain, error: plain, changeRequest: plain, unclear: plain },
  };
  const perKind = {
    type: 'object',
    required: ['byKind'],
    additionalProperties: false,
    properties: { byKind },
  };
  return choose({ type: 'object' }, perKind, plain);
}

function deadlineSchema(vocabulary: Vocabulary): JsonSchema {
  return {
    type: 'object',
    required: ['from', 'within'],
    additionalProperties: false,
    properties: {
      from: {
        type: 'object',
        required: ['moment'],
        properties: { moment: { enum: [...vocabulary.moments.keys()], 'x-code': 'RGL1108' } },
        allOf: [...vocabulary.moments.values()].map((moment) =>
          choose(
            { required: ['moment'], properties: { moment: { const: moment.id } } },
            {
              additionalProperties: false,
              required: parametersOf(moment).required ?? [],
              properties: { moment: true, ...withReferences(parametersOf(moment)) },
            },
          ),
        ),
      },
      within: orParameter({ type: 'string' }),
      notBefore: {
        type: 'array',
        items: { enum: [...vocabulary.lowerBounds.keys()], 'x-code': 'RGL1109' },
      },
      shown: { type: 'boolean', markdownDescription: 'Whether people are told of it.' },
    },
  };
}

function ruleSchema(): JsonSchema {
  return {
    type: 'object',
    required: ['id', 'name', 'clauses', 'on', 'conditions', 'event', 'effects'],
    additionalProperties: false,
    properties: {
      id: NAME,
      name: BILINGUAL,
      clauses: {
        type: 'array',
        minItems: 1,
        items: { type: 'string' },
        'x-form': { ru: 'хотя бы один номер пункта', en: 'at least one clause id' },
      },
      on: {
        type: 'array',
        minItems: 1,
        items: { enum: EVENT_KINDS },
        'x-form': { ru: 'хотя бы одно событие', en: 'at least one event' },
      },
      priority: { type: 'integer', minimum: 1, maximum: 1000 },
      conditions: { $ref: '#/$defs/condition' },
      quiet: {
        ...orParameter({ type: 'string' }),
        markdownDescription: 'Nothing is done before the customer has been quiet for so long: `"5 minutes"`.',
      },
      event: {
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: { type: { type: 'string' } },
      },
      why: { type: 'string', markdownDescription: 'Id of the message that tells why the rule fired.' },
      with: BINDINGS,
      effects: { type: 'array', items: { $ref: '#/$defs/effect' } },
    },
  };
}

function effectSchema(vocabulary: Vocabulary): JsonSchema {
  const kinds = [...vocabulary.effects.keys()];
  return {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: {
        enum: kinds,
        'x-code': 'RGL1103',
        markdownDescription: handbook(vocabulary.effects.values()),
      },
    },
    allOf: [...vocabulary.effects.values()].map((effect) =>
      choose(
        { required: ['kind'], properties: { kind: { const: effect.id } } },
        effectVariant(effect, vocabulary),
      ),
    ),
  };
}

function effectVariant(effect: EffectDefinition, vocabulary: Vocabulary): JsonSchema {
  const own = parametersOf(effect);
  return {
    additionalProperties: false,
    required: own.required ?? [],
    properties: {
      kind: true,
      conditions: { $ref: '#/$defs/condition' },
      cause: {
        enum: [...vocabulary.moments.keys()],
        'x-code': 'RGL1108',
        markdownDescription: 'The moment that this effect answers: done once for it, whatever sets it off.',
      },
      with: BINDINGS,
      promises: { type: 'string', markdownDescription: 'The placeholder whose day the text promises.' },
      asks: {
        type: 'string',
        markdownDescription:
          'The placeholder whose list the customer is asked for: none of it is asked twice.',
      },
      ...withReferences(own),
    },
  };
}
