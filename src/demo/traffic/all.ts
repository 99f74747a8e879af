import type { Act } from '#demo/act.ts';
import { CHANGE_REQUESTS } from './change-requests.ts';
import { ERRORS } from './errors.ts';
import { MARCH } from './march.ts';
import { QUESTIONS } from './questions.ts';
import { QUIET } from './quiet.ts';

/** What a desk lives through beside the stories: the same every time, told in a line a day. */
export const ORDINARY_TRAFFIC: readonly Act[] = [
  ...QUESTIONS,
  ...ERRORS,
  ...CHANGE_REQUESTS,
  ...QUIET,
  ...MARCH,
];
