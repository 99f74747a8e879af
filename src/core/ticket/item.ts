/**
 * The pieces of information that a request may need, as the regulation lists them (5.3): what Jira's form may hold,
 * what a letter may say, what a customer can be asked for.
 */
export const ITEMS = [
  'name',
  'organization',
  'phone',
  'email',
  'question',
  'steps',
  'screenshots',
  'entity',
  'documentIds',
  'reportParameters',
  'routeLogs',
  'errorText',
  'wrongData',
  'changeDescription',
  'changeFiles',
  'desiredDate',
] as const;

export type Item = (typeof ITEMS)[number];
