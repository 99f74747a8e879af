/** The first retry; each further one waits twice as long. */
const FIRST = Temporal.Duration.from({ seconds: 1 });

/** Longer is no kindness to Jira, and a customer waits. */
const LONGEST_SECONDS = 300;

/** How long to wait after a read-back that failed: the longer it has been in doubt, the longer. */
export function readBackAfter(inDoubt: Temporal.Duration): Temporal.Duration {
  const seconds = Math.min(LONGEST_SECONDS, Math.ceil(inDoubt.total('seconds') / 4));
  return Temporal.Duration.from({ seconds: Math.max(1, seconds) });
}

/**
 * How long to wait after a try that surely did nothing.
 *
 * @param attempt 1 after the first try
 * @param asked what Jira asked for, if it did; never less than that
 */
export function retryAfter(attempt: number, asked?: Temporal.Duration): Temporal.Duration {
  const seconds = Math.min(LONGEST_SECONDS, FIRST.total('seconds') * 2 ** Math.max(0, attempt - 1));
  const own = Temporal.Duration.from({ seconds });
  return asked !== undefined && Temporal.Duration.compare(asked, own) > 0 ? asked : own;
}
