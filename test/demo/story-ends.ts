import type { Story } from '#demo/act.ts';
import type { TicketEnd } from '#test/support/played-desk.ts';

const DONE = 'Готово';
const QUIET = { letters: [], notes: [], labels: [] };

/**
 * What each ticket of the stories comes to, by Moscow time. The dates are those that a support lead would count by
 * hand: Saturday 20 February works, 22 and 23 February and 8 March are off.
 */
export const STORY_ENDS: Readonly<Record<string, TicketEnd>> = {
  silent: {
    ...QUIET,
    state: 'closed',
    resolution: 'Нет ответа',
    letters: ['2027-02-16 14:25 ask', '2027-02-20 09:00 reminder', '2027-02-25 09:00 closed-unanswered'],
    notes: ['2027-02-25 09:00 why-closed-unanswered'],
  },
  twin: {
    ...QUIET,
    state: 'closed',
    resolution: DONE,
    letters: ['2027-02-16 14:26 ask', '2027-02-20 09:00 reminder'],
  },
  passed: {
    ...QUIET,
    state: 'waitingForCustomer',
    resolution: undefined,
    notes: ['2027-02-26 09:00 no-question'],
    labels: ['developers'],
  },
  'neighbour A': { ...QUIET, state: 'closed', resolution: DONE, letters: ['2027-02-25 09:00 returned'] },
  'neighbour B': {
    ...QUIET,
    state: 'closed',
    resolution: DONE,
    letters: ['2027-02-25 09:10 late-return'],
    labels: ['reglament-look'],
  },
  'follow-up of neighbour B': {
    ...QUIET,
    state: 'in work',
    resolution: undefined,
    notes: ['2027-02-25 09:14 late-message'],
  },
  thanks: { ...QUIET, state: 'closed', resolution: DONE, labels: ['reglament-look'] },
  'thanks, but': { ...QUIET, state: 'closed', resolution: DONE, letters: ['2027-02-26 10:05 returned'] },
  change: { ...QUIET, state: 'in work', resolution: undefined, letters: ['2027-03-02 11:05 returned'] },
  error: {
    ...QUIET,
    state: 'closed',
    resolution: DONE,
    letters: ['2027-03-02 11:15 late-return'],
    labels: ['reglament-look'],
  },
  'follow-up of error': { ...QUIET, state: 'in work', resolution: undefined },
  vacation: {
    ...QUIET,
    state: 'in work',
    resolution: undefined,
    notes: ['2027-02-18 16:12 why-auto-reply'],
  },
  call: { ...QUIET, state: 'closed', resolution: DONE, notes: ['2027-02-20 11:40 answer-by-phone'] },
  printer: {
    ...QUIET,
    state: 'in work',
    resolution: undefined,
    notes: ['2027-03-03 09:20 out-of-scope'],
    labels: ['reglament-scope'],
  },
  'wrong form': { ...QUIET, state: 'closed', resolution: DONE, letters: ['2027-03-03 10:15 ask'] },
  promised: {
    ...QUIET,
    state: 'closed',
    resolution: 'Нет ответа',
    letters: ['2027-03-03 09:00 reminder', '2027-03-05 09:00 closed-unanswered'],
    notes: ['2027-03-05 09:00 why-closed-unanswered'],
  },
  stopped: {
    ...QUIET,
    state: 'waitingForCustomer',
    resolution: undefined,
    letters: ['2027-03-05 09:00 reminder', '2027-03-10 09:30 warned-anew'],
  },
  'third day': { ...QUIET, state: 'in work', resolution: undefined, letters: ['2027-03-05 10:30 returned'] },
  'reopened by Jira': {
    ...QUIET,
    state: 'closed',
    resolution: DONE,
    letters: ['2027-03-09 10:15 late-return'],
    labels: ['reglament-look'],
  },
  'follow-up of reopened by Jira': { ...QUIET, state: 'in work', resolution: undefined },
};

/** How the policy moves the tickets where nobody gets in its way. */
export const STORY_MOVES: Readonly<Record<string, readonly string[]>> = {
  silent: ['2027-02-16 14:25 Ожидает клиента', '2027-02-25 09:00 Решено'],
  twin: ['2027-02-16 14:26 Ожидает клиента', '2027-02-25 00:06 В работе'],
  'neighbour A': ['2027-02-24 23:40 В работе'],
  'thanks, but': ['2027-02-26 10:05 В работе'],
  change: ['2027-03-02 11:05 В работе'],
  vacation: ['2027-02-26 15:40 В работе'],
  call: ['2027-02-19 15:10 В работе'],
  'wrong form': ['2027-03-03 10:15 Ожидает клиента', '2027-03-04 09:40 В работе'],
  promised: ['2027-03-05 09:00 Решено'],
  'third day': ['2027-03-05 10:30 В работе'],
  'reopened by Jira': ['2027-03-09 10:15 Решено'],
};

/** What is known of the tickets of these stories, and of their follow-ups. */
export function ofStories<T>(
  known: Readonly<Record<string, T>>,
  stories: readonly Story[],
): Readonly<Record<string, T>> {
  const own = new Set(stories.flatMap(({ acts }) => acts.map(({ ticket }) => ticket)));
  return Object.fromEntries(
    Object.entries(known).filter(([name]) => own.has(name.replace('follow-up of ', ''))),
  );
}
