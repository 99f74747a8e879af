import { MODES } from '#core/decision/mode.ts';
import { BILINGUAL, choose } from '#core/policy/compile/schema-parts.ts';
import type { JsonSchema } from '#core/policy/source/schema-check.ts';
import { CONDUCT } from './conduct.ts';
import { ASKED_KINDS, type DeedName, PLACES } from './deed.ts';
import { DEED_KEYS } from './deed-keys.ts';
import { JIRA_SETTINGS } from './jira-settings.ts';
import { DAY_PATTERN, MOMENT_PATTERN } from './moment-text.ts';
import { SEEN_RESOLUTIONS, SEEN_STATES } from './scenario.ts';

const WORDS: JsonSchema = choose({ type: 'string' }, { minLength: 0 }, BILINGUAL);

const MOMENT: JsonSchema = {
  type: 'string',
  pattern: MOMENT_PATTERN,
  'x-form': {
    ru: 'по часам службы: "Вт 16.02 14:20", "2027-02-16 14:20" или "40 s later"',
    en: 'by the desk\'s clock: "Tue 16.02 14:20", "2027-02-16 14:20" or "40 s later"',
  },
};

const DAY: JsonSchema = {
  type: 'string',
  pattern: DAY_PATTERN,
  'x-form': { ru: 'день: "Ср 24.02" или "2027-02-24"', en: 'a day: "Wed 24.02" or "2027-02-24"' },
};

const NAMES: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };

const FILES: JsonSchema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name', 'bytes'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1 },
      mimeType: { type: 'string' },
      bytes: { type: 'integer', minimum: 0, maximum: 1_000_000 },
    },
  },
};

const CONTAINED: JsonSchema = choose({ type: 'array' }, { items: WORDS }, WORDS);

const OUR_WORDS: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['message'],
    additionalProperties: false,
    properties: {
      at: MOMENT,
      message: { type: 'string', markdownDescription: 'Id of the message.' },
      to: { ...NAMES, markdownDescription: 'Everybody who got a mail of it.' },
      lastDay: { ...DAY, markdownDescription: 'The last day that it promises.' },
      contains: CONTAINED,
      lacks: CONTAINED,
    },
  },
};

const RULE_NAMES: JsonSchema = { type: 'array', items: { type: 'string' } };

const EXPECTATION: JsonSchema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  markdownDescription: 'What is to be seen; what is left out is not looked at.',
  properties: {
    ticket: { type: 'string', markdownDescription: 'By its name in the story; without one it is `request`.' },
    state: { enum: [...SEEN_STATES] },
    resolution: { enum: [...SEEN_RESOLUTIONS] },
    letters: { ...OUR_WORDS, markdownDescription: 'All public letters of ours by now, in order.' },
    noLettersSince: MOMENT,
    notes: { ...OUR_WORDS, markdownDescription: 'All internal notes of ours by now, in order.' },
    labels: NAMES,
    noLabels: NAMES,
    files: NAMES,
    reporter: { type: 'string', markdownDescription: 'Whose the ticket is.' },
    followUps: { type: 'integer', minimum: 0 },
    mails: {
      type: 'object',
      additionalProperties: { type: 'integer', minimum: 0 },
      markdownDescription: 'How many mails each of them got of what we did, on whatever ticket.',
    },
    forecast: {
      type: 'array',
      markdownDescription: 'All that time alone will do from here, in order.',
      items: {
        type: 'object',
        required: ['at', 'rule'],
        additionalProperties: false,
        properties: { at: MOMENT, rule: { type: 'string' } },
      },
    },
    why: {
      type: 'array',
      markdownDescription: 'Rules that have acted on the ticket by now, and words of why.',
      items: {
        type: 'object',
        required: ['rule'],
        additionalProperties: false,
        properties: { rule: { type: 'string' }, contains: WORDS },
      },
    },
    whyNot: { ...RULE_NAMES, markdownDescription: 'Rules that have not acted on the ticket.' },
  },
};

const deedNames = Object.keys(DEED_KEYS) as DeedName[];

const STEP: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    at: {
      ...MOMENT,
      markdownDescription: "By the desk's clock; an expectation without it is looked at at once.",
    },
    who: { type: 'string', markdownDescription: 'Id of somebody of the cast, or of `people`.' },
    ticket: {
      type: 'string',
      minLength: 1,
      markdownDescription: "The story's own name for it; without one `request`.",
    },
    does: {
      enum: deedNames,
      markdownDescription: deedNames.map((name) => `- \`${name}\`: ${DEED_KEYS[name].about}`).join('\n'),
    },
    subject: WORDS,
    kind: { enum: [...ASKED_KINDS] },
    text: WORDS,
    files: FILES,
    shownMinutesLater: { type: 'integer', minimum: 1, maximum: 1440 },
    with: NAMES,
    for: { type: 'string' },
    of: { type: 'string' },
    into: { type: 'string' },
    many: {
      type: 'integer',
      minimum: 2,
      maximum: 100,
      markdownDescription: 'Done to so many tickets at once: `request 1`, `request 2` and so on.',
    },
    labels: NAMES,
    to: { enum: [...PLACES] },
    desk: {
      enum: ['stops', 'starts', 'freezes', 'goesOn'],
      markdownDescription:
        'The service is ended, or started again; or it is stopped in all it does while it goes on looking.',
    },
    // biome-ignore lint/suspicious/noThenProperty: plain JSON, never a promise
    then: EXPECTATION,
  },
  ...choose(
    { required: ['then'] },
    {},
    choose({ required: ['desk'] }, { required: ['at'] }, { required: ['at', 'who', 'does'] }),
  ),
};

const SWITCHES: JsonSchema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    transitionOnComment: { type: 'boolean' },
    reopenOnCustomerComment: { type: 'boolean' },
    transitionOnCommentFor: { type: 'string' },
    delaySeconds: { type: 'integer', minimum: 0, maximum: 3600 },
    webhooksLost: { type: 'boolean' },
  },
};

const ONE_JIRA: JsonSchema = choose({ type: 'object' }, SWITCHES, { enum: Object.keys(JIRA_SETTINGS) });

const SCENARIO: JsonSchema = {
  type: 'object',
  required: ['name', 'story'],
  additionalProperties: false,
  properties: {
    name: WORDS,
    conduct: {
      type: 'array',
      items: { enum: Object.keys(CONDUCT) },
      markdownDescription: Object.entries(CONDUCT)
        .map(([id, { en }]) => `- \`${id}\`: ${en}`)
        .join('\n'),
    },
    clauses: { type: 'array', items: { type: 'string' } },
    language: { enum: ['ru', 'en', 'both'] },
    year: { type: 'integer', minimum: 2000, maximum: 2100 },
    jira: {
      ...choose({ type: 'array' }, { minItems: 1, items: ONE_JIRA }, ONE_JIRA),
      markdownDescription: 'What Jira itself is like; a list is played one after the other.',
    },
    people: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['name', 'is'],
        additionalProperties: false,
        properties: { name: WORDS, is: { enum: ['customer', 'agent', 'stranger', 'automation'] } },
      },
    },
    parameters: {
      type: 'object',
      minProperties: 1,
      additionalProperties: { type: 'object', minProperties: 1 },
      markdownDescription: "By policy, other values of its parameters, as the desk's owner would set them.",
    },
    caps: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        required: ['mode', 'days'],
        additionalProperties: false,
        properties: { mode: { enum: [...MODES] }, days: { type: 'integer', minimum: 1, maximum: 365 } },
      },
      markdownDescription: 'How far a rule or policy may go until no rival was seen for so many days.',
    },
    firstStart: {
      ...MOMENT,
      markdownDescription: 'When the service is started for the first time; without it, before the story.',
    },
    story: { type: 'array', minItems: 1, items: STEP },
  },
};

/** `rules/scenarios/*.scenarios.json` */
export const SCENARIOS_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Reglament scenarios',
  type: 'object',
  required: ['year', 'scenarios'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    about: WORDS,
    year: { type: 'integer', minimum: 2000, maximum: 2100, markdownDescription: 'Of days that name none.' },
    scenarios: { type: 'array', minItems: 1, items: SCENARIO },
  },
};
