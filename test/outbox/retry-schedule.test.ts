import { describe, expect, test } from 'vitest';
import { retryAfter } from '#outbox/retry-schedule.ts';

const seconds = (duration: Temporal.Duration) => duration.total('seconds');

describe('the wait before another try', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [9, 256],
    [10, 300],
    [5000, 300],
  ])('after try %i is %i s: twice as long each time, five minutes at most', (attempt, expected) => {
    expect(seconds(retryAfter(attempt))).toBe(expected);
  });

  test('is never shorter than what Jira asked for, and never shorter than our own', () => {
    expect(seconds(retryAfter(1, Temporal.Duration.from({ seconds: 60 })))).toBe(60);
    expect(seconds(retryAfter(9, Temporal.Duration.from({ seconds: 60 })))).toBe(256);
    expect(seconds(retryAfter(1, Temporal.Duration.from({ hours: 1 })))).toBe(3600);
    expect(seconds(retryAfter(3, Temporal.Duration.from({ seconds: 0 })))).toBe(4);
  });
});
