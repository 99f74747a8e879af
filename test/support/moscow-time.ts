/** `2027-02-16 14:20` in Moscow, or an instant, as Jira writes it: the offset without a colon. */
export function jiraTime(at: string): string {
  const instant = msk(at);
  const local = instant.toZonedDateTimeISO('Europe/Moscow').toPlainDateTime();
  return `${local.toString({ smallestUnit: 'millisecond' })}+0300`;
}

/** `2027-02-16 14:20` as an instant in Moscow; an instant with an offset is taken as it is. */
export function msk(at: string): Temporal.Instant {
  return /[Z+]/.test(at.slice(10))
    ? Temporal.Instant.from(at)
    : Temporal.PlainDateTime.from(at.replace(' ', 'T')).toZonedDateTime('Europe/Moscow').toInstant();
}
