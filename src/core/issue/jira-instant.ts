const OFFSET_WITHOUT_COLON = /([+-]\d\d)(\d\d)$/;

/** Above this an epoch number must be in milliseconds: as seconds it would lie after the year 5000. */
const LARGEST_EPOCH_SECONDS = 100_000_000_000;

/** The farthest that an instant can lie from 1970. @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LARGEST_EPOCH_MILLISECONDS = 8.64e15;

/** @returns `undefined` when no calendar reaches so far */
export function instantAt(epochMilliseconds: number): Temporal.Instant | undefined {
  return Number.isSafeInteger(epochMilliseconds) && Math.abs(epochMilliseconds) <= LARGEST_EPOCH_MILLISECONDS
    ? Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
    : undefined;
}

/**
 * An instant as Jira writes it: `2026-02-07T07:27:08.374+0100` (offset without a colon), ISO-8601,
 * or epoch seconds or milliseconds as bulk changelogs do.
 *
 * @returns `undefined` when it is none of these
 */
export function readInstant(value: unknown): Temporal.Instant | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    const milliseconds = value > LARGEST_EPOCH_SECONDS ? value : value * 1000;
    return instantAt(Math.trunc(milliseconds));
  }
  if (typeof value !== 'string') return undefined;
  try {
    return Temporal.Instant.from(value.replace(OFFSET_WITHOUT_COLON, '$1:$2'));
  } catch {
    return undefined;
  }
}
