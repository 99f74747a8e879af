import { expect, test } from 'vitest';
import { explaining, silence } from '#test/support/cli-explained.ts';

test('explain draws the time of a ticket from a file, with a legend, and fits a terminal', async () => {
  const { code, stdout } = await explaining(silence(), '--at', '2027-02-18T10:05:00+03:00', '--lang', 'en');

  expect(code).toBe(0);
  const section = stdout.slice(stdout.indexOf('Time of the ticket:'), stdout.indexOf('\n\nDeadlines:'));
  const lines = section.split('\n');
  expect(lines).toContain('  answer due         0  1  2  3  4  ·  ·  ·  5]');
  expect(lines).toContain("  business days  ══ ══ ══ ══ ══ ═*'·· ·· ·· ══ ══");
  expect(section).toContain('░ paused: waiting for the customer');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});
