import { describe, expect, it } from 'vitest';
import { readingOf } from '#configuration/reading-of.ts';
import { readIssue } from '#core/issue/read-issue.ts';
import { theConfiguration } from '#test/support/desk.ts';
import {
  isWholeIssue,
  PAYLOADS_MISSING,
  parsed,
  payloads,
  payloadsAreThere,
  valuesIn,
} from '#test/support/jira-payloads.ts';

const READING = readingOf(theConfiguration());

function wholeIssues(part: string): readonly unknown[] {
  return payloads()
    .filter(({ name }) => name.includes(part))
    .flatMap((payload) => valuesIn(parsed(payload)).filter(isWholeIssue));
}

function ticketIn(part: string) {
  const read = readIssue(wholeIssues(part)[0], READING);
  if (read.kind !== 'ticket') throw new Error(read.why.en);
  return read.ticket;
}

describe.skipIf(!payloadsAreThere)(`what real Jiras sent${PAYLOADS_MISSING}`, () => {
  it.each(payloads())('$name: each part is a ticket, or is said not to be one', (payload) => {
    for (const value of valuesIn(parsed(payload))) {
      const read = readIssue(value, READING);
      expect(read.kind).toBe(isWholeIssue(value) ? 'ticket' : 'unreadable');
      if (read.kind === 'unreadable')
        expect(read.why).toEqual({ ru: expect.any(String), en: expect.any(String) });
      if (read.kind === 'unreadable') expect(read.why.ru.length * read.why.en.length).toBeGreaterThan(0);
    }
  });

  it('holds issues of both kinds of Jira that are tickets', () => {
    expect(wholeIssues('cloud/').length).toBeGreaterThan(0);
    expect(wholeIssues('dc/').length).toBeGreaterThan(0);
  });

  it('an internal comment on a service desk is a note', () => {
    const { entries } = ticketIn('JSM-issue-internal-comment');
    const visibilities = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.public] : []));
    expect(visibilities).toContain(false);
  });

  it('a webhook of Data Center bears a ticket with its people by their keys', () => {
    const { createdAt, reporter, status } = ticketIn('webhook-issue_commented-dc8');
    expect(createdAt.epochMilliseconds).toBeGreaterThan(0);
    expect(reporter?.id).toMatch(/\S/);
    expect(status.name).toMatch(/\S/);
  });
});
