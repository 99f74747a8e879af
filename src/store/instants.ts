/** Both databases keep instants as epoch milliseconds. */
export function toMilliseconds(at: Temporal.Instant): number {
  return at.epochMilliseconds;
}

export function fromMilliseconds(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
