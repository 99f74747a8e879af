/** How a deadline stands, and until when it runs. */
export const DEADLINE_WORDS = {
  ru: {
    until: 'до конца дня',
    states: {
      none: 'нет',
      running: 'идёт',
      paused: 'приостановлен',
      met: 'выполнен',
      passed: 'прошёл',
      unknown: 'нет календаря',
    },
  },
  en: {
    until: 'until the end of',
    states: {
      none: 'none',
      running: 'running',
      paused: 'paused',
      met: 'met',
      passed: 'passed',
      unknown: 'no calendar',
    },
  },
} as const;
