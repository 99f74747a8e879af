import { MODES } from '#core/decision/mode.ts';
import type { JsonSchema } from '#core/policy/source/schema-check.ts';
import { ITEMS } from '#core/ticket/item.ts';

const NAMES: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };
const MODE: JsonSchema = { enum: [...MODES] };
const MODE_MAP: JsonSchema = { type: 'object', additionalProperties: MODE };
/** An object is held to its form, everything else to the one word. */
const CAP: JsonSchema = {
  if: { type: 'object' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    additionalProperties: false,
    required: ['mode', 'until', 'days'],
    properties: {
      mode: MODE,
      until: { enum: ['noRivalFor'] },
      days: wholeNumber(1, 365, 'So many full days nobody else may have done what these rules do.'),
    },
  },
  else: { enum: ['lifted'] },
};
const ENVIRONMENT_VARIABLE: JsonSchema = {
  type: 'string',
  pattern: '^[A-Z][A-Z0-9_]*$',
  'x-form': {
    ru: 'имя переменной окружения; самих секретов в этом файле не бывает',
    en: 'the name of an environment variable; secrets themselves never stand in this file',
  },
};
const CRON: JsonSchema = {
  type: 'string',
  pattern: '^\\S+( \\S+){4,5}$',
  'x-form': {
    ru: 'выражение cron из пяти или шести полей, например "*/5 * * * *"',
    en: 'a cron expression of five or six fields, for instance "*/5 * * * *"',
  },
};

function object(properties: Readonly<Record<string, JsonSchema>>, about: string): JsonSchema {
  return { type: 'object', additionalProperties: false, properties, markdownDescription: about };
}

function wholeNumber(minimum: number, maximum: number, about: string): JsonSchema {
  return { type: 'integer', minimum, maximum, markdownDescription: about };
}

/** `config/reglament.json`: every key may be left out; what is left out has the default of `defaults.ts`. */
export const CONFIGURATION_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Reglament configuration',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    extends: {
      type: 'string',
      markdownDescription: 'Another configuration file, which this one changes.',
    },
    site: object(
      {
        name: {
          type: 'string',
          pattern: '^[a-z0-9-]+$',
          'x-form': { ru: 'строчные буквы, цифры и дефисы', en: 'small letters, digits and hyphens' },
          markdownDescription: 'Short name of the site. Part of effect keys: never change it once used.',
        },
        url: {
          type: 'string',
          pattern: '^https?://[^\\s/]+(/[^\\s]*)?$',
          'x-form': {
            ru: 'адрес, например "https://example.atlassian.net"',
            en: 'an address, for instance "https://example.atlassian.net"',
          },
        },
        flavour: {
          enum: ['cloud', 'data-center'],
          markdownDescription: 'Which Jira it is: Cloud, or Data Center on machines of your own.',
        },
        credentials: object(
          { user: ENVIRONMENT_VARIABLE, token: ENVIRONMENT_VARIABLE },
          'Environment variables with the e-mail address and the API token of our account; on Data Center with its user name and password, or with a personal access token and no user.',
        ),
        webhookSecrets: {
          type: 'array',
          minItems: 1,
          items: ENVIRONMENT_VARIABLE,
          markdownDescription:
            'Environment variables with webhook secrets; two at once while one is replaced.',
        },
      },
      'The Jira site.',
    ),
    projects: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'string',
        pattern: '^[A-Z][A-Z0-9_]*$',
        'x-form': { ru: 'ключ проекта, например "SUP"', en: 'a project key, for instance "SUP"' },
      },
      markdownDescription: 'Projects that are looked after; requests of others are ignored.',
    },
    mapping: object(
      {
        statuses: object(
          { open: NAMES, inProgress: NAMES, waitingForCustomer: NAMES, closed: NAMES },
          'Statuses by name or id. A status that is not mapped is only observed.',
        ),
        kinds: object(
          { consultation: NAMES, error: NAMES, changeRequest: NAMES },
          'Issue types or request types by name or id.',
        ),
        channels: object(
          { phoneLabels: NAMES, field: { type: 'string' } },
          'What says that a request came by phone.',
        ),
        fields: object(
          { requestType: NAMES, participants: NAMES, organizations: NAMES, approvers: NAMES },
          'Service management fields by id or name, where their type does not tell.',
        ),
        items: {
          type: 'object',
          propertyNames: { enum: [...ITEMS] },
          additionalProperties: NAMES,
          markdownDescription:
            'Fields of the form, by id or name, that hold a piece of information: nobody is asked for what stands there.',
        },
        priorities: object({ urgent: NAMES }, 'Priorities at which no machine asks the customer anything.'),
        duplicates: {
          ...NAMES,
          markdownDescription: 'Resolutions of requests that go on in another one.',
        },
        cloneLinks: { ...NAMES, markdownDescription: 'Link types between a clone and its original.' },
        resolutions: {
          type: 'object',
          additionalProperties: NAMES,
          markdownDescription: 'Names of resolutions on the site, by our word for them.',
        },
        followUpLink: { type: 'string', minLength: 1 },
      },
      'How the site calls things.',
    ),
    people: object(
      { agentRoles: NAMES, agents: NAMES, customers: NAMES, ourselves: NAMES, automation: NAMES },
      'Who is who, by account id, user name or e-mail address; roles are looked up.',
    ),
    modes: object(
      { default: MODE, policies: MODE_MAP, rules: MODE_MAP, projects: MODE_MAP, requestTypes: MODE_MAP },
      'How far rules may go: off, observe, suggest, enforce.',
    ),
    caps: {
      type: 'object',
      additionalProperties: CAP,
      markdownDescription:
        'By policy or rule: no further than this mode until no rival automation was seen for so many days, or `lifted`.',
    },
    activation: {
      type: 'string',
      markdownDescription:
        'Only what was caused after it counts: "firstStart", or an instant with its offset.',
    },
    fuse: object(
      {
        effectsPerTicketPerHour: wholeNumber(
          1,
          1000,
          'More effects on one ticket within an hour are withheld.',
        ),
        effectsPerRun: wholeNumber(1, 10_000, 'A sweep that would do more does nothing and says so.'),
        effectsPerHour: wholeNumber(
          1,
          100_000,
          'More effects of the whole service within an hour are withheld and judged again later.',
        ),
        likeTransitions: wholeNumber(
          1,
          10_000,
          'More moves by one account to one status are a bulk change: observed only.',
        ),
        likeTransitionMinutes: wholeNumber(1, 1440, 'Within this time.'),
      },
      'Stops before acting when too much would be done.',
    ),
    killSwitch: {
      type: 'string',
      minLength: 1,
      markdownDescription: 'While this file exists, nothing is done in Jira.',
    },
    control: object(
      {
        ticket: {
          type: 'string',
          pattern: '^[A-Z][A-Z0-9_]*-[1-9][0-9]*$',
          'x-form': {
            ru: 'ключ обращения, например "SUP-1"',
            en: 'the key of a ticket, for instance "SUP-1"',
          },
          markdownDescription: 'A ticket by which everything can be stopped from Jira.',
        },
        stopLabel: {
          type: 'string',
          pattern: '^\\S+$',
          'x-form': { ru: 'в метке нет пробелов', en: 'a label has no spaces' },
          markdownDescription: 'While the ticket bears this label, nothing is done in Jira.',
        },
        lookSeconds: wholeNumber(1, 3600, 'The ticket is looked at no more often than this.'),
      },
      'Stopping everything by a label in Jira.',
    ),
    service: object(
      {
        host: { type: 'string', minLength: 1 },
        port: wholeNumber(0, 65_535, 'Port for webhooks, health and metrics.'),
        bodyLimitBytes: wholeNumber(1024, 26_214_400, 'Larger webhook bodies are refused with 413.'),
      },
      'Where the service listens.',
    ),
    store: { type: 'string', minLength: 1, markdownDescription: 'Folder of the embedded store.' },
    sweep: object(
      {
        wake: CRON,
        net: CRON,
        overlapMinutes: wholeNumber(1, 1440, 'Search results lag; so far back we look again.'),
      },
      'When time is looked at; cron expressions in UTC.',
    ),
    outbox: object(
      {
        requestTimeoutSeconds: wholeNumber(1, 300, 'Jira has so long to answer.'),
        sendWindowSeconds: wholeNumber(1, 300, 'A write recorded longer ago is not begun any more.'),
        quiesceSeconds: wholeNumber(
          0,
          3600,
          'So long after an unknown outcome nothing is read back or repeated.',
        ),
        attempts: wholeNumber(1, 100, 'After so many tries a person must look.'),
      },
      'How effects are carried to Jira.',
    ),
  },
};
