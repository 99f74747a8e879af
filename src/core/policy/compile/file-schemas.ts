import type { JsonSchema } from '#core/policy/source/schema-check.ts';
import { BILINGUAL } from './schema-parts.ts';

const MONTH_DAYS: JsonSchema = {
  type: 'array',
  items: {
    type: 'string',
    pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    'x-form': {
      ru: 'день года как месяц-день, например "02-23"',
      en: 'a day of the year as month-day, for instance "02-23"',
    },
  },
};

const TIME_OF_DAY: JsonSchema = {
  type: 'string',
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  'x-form': { ru: 'время суток, например "09:00"', en: 'a time of day, for instance "09:00"' },
};

const LANGUAGE: JsonSchema = { enum: ['ru', 'en'] };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function file(title: string, required: readonly string[], properties: JsonSchema): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    type: 'object',
    required,
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...properties },
  };
}

/** `rules/calendars/*.calendar.json` */
export const CALENDAR_SCHEMA: JsonSchema = file(
  'Reglament calendar',
  ['calendar', 'name', 'weekend', 'names', 'years'],
  {
    calendar: { type: 'string', minLength: 1 },
    name: BILINGUAL,
    weekend: { type: 'array', items: { enum: WEEKDAYS } },
    names: { type: 'object', additionalProperties: BILINGUAL },
    years: {
      type: 'object',
      propertyNames: {
        pattern: '^[12][0-9]{3}$',
        'x-form': { ru: 'год, например "2027"', en: 'a year, for instance "2027"' },
      },
      additionalProperties: {
        type: 'object',
        required: ['daysOff'],
        additionalProperties: false,
        properties: {
          source: { type: 'string' },
          daysOff: { type: 'object', additionalProperties: MONTH_DAYS },
          workingWeekends: MONTH_DAYS,
          shortDays: MONTH_DAYS,
          decreed: MONTH_DAYS,
        },
      },
    },
    regions: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['name', 'daysOff'],
        additionalProperties: false,
        properties: {
          name: BILINGUAL,
          daysOff: {
            type: 'array',
            items: {
              type: 'object',
              required: ['day', 'name'],
              additionalProperties: false,
              properties: {
                day: MONTH_DAYS.items as JsonSchema,
                name: BILINGUAL,
                source: { type: 'string' },
                shortDayBefore: { type: 'boolean' },
              },
            },
          },
        },
      },
    },
  },
);

/** `rules/desk.json` */
export const DESK_SCHEMA: JsonSchema = file(
  'Reglament desk',
  ['name', 'address', 'language', 'calendar', 'zone', 'zoneName', 'hours'],
  {
    name: BILINGUAL,
    address: { type: 'string', minLength: 1, markdownDescription: 'Where customers write to.' },
    language: {
      ...LANGUAGE,
      markdownDescription: 'Spoken when neither letter nor organisation tells another.',
    },
    organizationLanguages: { type: 'object', additionalProperties: LANGUAGE },
    calendar: { type: 'string', markdownDescription: 'Id of a file in `rules/calendars`.' },
    zone: { type: 'string', markdownDescription: 'IANA time zone whose midnights part the days (AMB-4).' },
    zoneName: BILINGUAL,
    region: {
      type: ['string', 'null'],
      markdownDescription: 'A region of the calendar with days off of its own (AMB-4).',
    },
    decreed: { enum: ['working', 'nonworking'], markdownDescription: 'Days declared non-working by decree.' },
    dayEnd: {
      type: 'string',
      pattern: '^(24:00|deskHours|([01][0-9]|2[0-3]):[0-5][0-9])$',
      'x-form': { ru: '"24:00", "deskHours" или время суток', en: '"24:00", "deskHours" or a time of day' },
      markdownDescription: 'Until when the last day of a period lasts (AMB-3).',
    },
    hours: {
      type: 'object',
      required: ['opens', 'closes'],
      additionalProperties: false,
      properties: { opens: TIME_OF_DAY, closes: TIME_OF_DAY },
      markdownDescription: 'When the desk is open; public acts driven by time wait for it.',
    },
    graceMinutes: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        ['email', 'phone', 'portal', 'other', 'unknown'].map((channel) => [
          channel,
          { type: 'integer', minimum: 0, maximum: 240 },
        ]),
      ),
    },
    holdLabel: {
      type: 'string',
      pattern: '^\\S+$',
      'x-form': { ru: 'метка Jira, без пробелов', en: 'a Jira label, without spaces' },
      markdownDescription:
        'A ticket with this label is handled by people alone: on it nothing is written, moved or closed.',
    },
  },
);

const TEXT: JsonSchema = {
  type: ['string', 'array'],
  items: { type: 'string' },
  minLength: 1,
  minItems: 1,
  'x-form': { ru: 'текст или список абзацев', en: 'a text, or a list of paragraphs' },
};

/** `rules/messages/{ru,en}.json` */
export const MESSAGES_SCHEMA: JsonSchema = file('Reglament messages', ['language', 'messages'], {
  language: LANGUAGE,
  messages: { type: 'object', additionalProperties: TEXT },
});

/** `rules/regulation.json` */
export const REGULATION_SCHEMA: JsonSchema = file('Reglament regulation', ['name', 'clauses'], {
  name: BILINGUAL,
  sections: {
    type: 'object',
    additionalProperties: BILINGUAL,
    markdownDescription: 'Headings of the document, by the number with which the clauses under them begin.',
  },
  clauses: {
    type: 'object',
    additionalProperties: {
      ...BILINGUAL,
      properties: {
        ...(BILINGUAL.properties as object),
        kind: {
          enum: ['consultation', 'error', 'changeRequest'],
          markdownDescription: 'The one kind of request that the clause speaks of.',
        },
        keptBy: {
          ...BILINGUAL,
          markdownDescription: 'How people keep the clause, where no rule does.',
        },
        with: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['parameter'],
            additionalProperties: false,
            properties: { parameter: { type: 'string', minLength: 1 } },
          },
          markdownDescription:
            'What stands in the text for `{placeholders}`: a parameter of a policy, `{"days": {"parameter": "reopening.returnWithin"}}`.',
        },
      },
    },
  },
});

const WORDS: JsonSchema = { type: 'array', items: { type: 'string', minLength: 1 } };
const WORDS_IN_LANGUAGES = { ru: WORDS, en: WORDS };

/** `rules/vocabulary/*.json` */
export const VOCABULARY_SCHEMA: JsonSchema = file('Reglament vocabulary', ['lists'], {
  lists: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['ru', 'en'],
      additionalProperties: false,
      properties: {
        about: BILINGUAL,
        ...WORDS_IN_LANGUAGES,
        costly: {
          type: 'object',
          required: ['ru', 'en'],
          additionalProperties: false,
          properties: WORDS_IN_LANGUAGES,
          description:
            'Patterns of the list without a word of three letters: they are tried at every place of every letter.',
        },
      },
    },
  },
});
