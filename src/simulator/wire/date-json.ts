import { jiraTime } from './issue-json.ts';

/** An instant as the service desk API tells it. */
export function dateJson(at: number): object {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Moscow');
  return {
    iso8601: `${local.toPlainDateTime().toString({ smallestUnit: 'second' })}${local.offset.replace(':', '')}`,
    jira: jiraTime(at),
    friendly: local.toPlainDate().toString(),
    epochMillis: at,
  };
}
