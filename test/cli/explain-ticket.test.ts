import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '#core/ticket/event.ts';
import {
  type Explained,
  type ExplainedRule,
  explained,
  FLAVOURS,
  lateReturn,
  silence,
} from '#test/support/cli-explained.ts';
import { HOME } from '#test/support/cli-run.ts';
import { theReglament } from '#test/support/desk.ts';
import { ANNA, OLGA } from '#test/support/people.ts';

const LATE = ['--event', 'replied', '--at', '2027-03-01T10:05:00+03:00'];
const READING = ['kind', 'subtype', 'outOfScope', 'problems', 'present', 'missing', 'unsure'];

describe.each(FLAVOURS)('explain --ticket of %s', (flavour) => {
  let late: Explained;
  let waiting: Explained;

  beforeAll(async () => {
    [late, waiting] = await Promise.all([
      explained(lateReturn(flavour), ...LATE),
      explained(silence(flavour), '--at', '2027-02-18T10:05:00+03:00'),
    ]);
  });

  test('names the ticket, the instant in UTC, the event and the version of the policy', () => {
    expect(late).toMatchObject({ ticket: 'SUP-7', at: '2027-03-01T07:05:00Z', event: 'replied' });
    expect(waiting).toMatchObject({ at: '2027-02-18T07:05:00Z', event: 'timePassed' });
    expect(late.policy.version).toBe(theReglament().version);
    expect(late.policy.version).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('tells the state that the status means, and what kind of request it is', () => {
    expect(late.state).toBe('closed');
    expect(waiting.state).toBe('waitingForCustomer');
    expect(late.reading).toMatchObject({ kind: 'error' });
    expect(Object.keys(late.reading)).toEqual(expect.arrayContaining(READING));
  });

  test('counts each deadline: from when, how many days, until when, how it stands', () => {
    expect(late.deadlines).toEqual([
      expect.objectContaining({
        name: 'reopen',
        from: '2027-02-16T11:20:00Z',
        businessDays: 2,
        lastDay: '2027-02-18',
        expiresAt: '2027-02-18T21:00:00Z',
        state: 'passed',
      }),
    ]);
    expect(waiting.deadlines.map(({ name, lastDay, state }) => [name, lastDay, state])).toEqual([
      ['reminder', '2027-02-19', 'running'],
      ['clarification', '2027-02-24', 'running'],
    ]);
  });

  test('says which rule fired, by which clauses, in which mode', () => {
    const fired = late.rules.filter((rule) => rule.fired);

    expect(fired.map(({ rule, clauses, mode }) => ({ rule, clauses, mode }))).toEqual([
      { rule: 'late-return', clauses: ['5.3.2-8c', '5.3.2-8d'], mode: 'observe' },
      { rule: 'look-at-closed-requests', clauses: ['5.3.2-8c'], mode: 'observe' },
    ]);
  });

  test('says what is to be done, in order, and withholds what the mode does not let it do', () => {
    expect(late.effects).toMatchObject([
      { kind: 'openTicket', rule: 'late-return', link: 'SUP-7', withheld: true },
      { kind: 'reply', rule: 'late-return', message: 'late-return', lang: 'ru', withheld: true },
      { kind: 'label', add: ['reglament-look'], remove: [], withheld: true },
    ]);
    expect(late.effects[1]?.text).toContain('до конца дня 18 февраля 2027');
    expect(new Set(late.effects.map(({ key }) => key)).size).toBe(3);
  });

  test('forecasts what time alone will do, when the desk is open', () => {
    expect(waiting.effects).toEqual([]);
    expect(waiting.next).toEqual([
      { at: '2027-02-20T06:00:00Z', rule: 'remind-before-closing', effects: ['reply:reminder'] },
      {
        at: '2027-02-25T06:00:00Z',
        rule: 'close-on-silence',
        effects: ['transition:closed', 'reply:closed-unanswered', 'note:why-closed-unanswered'],
      },
    ]);
  });
});

describe('the rules of an explanation', () => {
  test.each(EVENT_KINDS.filter((kind) => kind !== 'created' && kind !== 'edited'))(
    'are all that a "%s" concerns, fired or not',
    async (kind) => {
      const raw = silence()
        .notes(OLGA, '2027-02-17 09:00', 'Ждём.')
        .says(ANNA, '2027-02-17 10:00', 'Вот скриншот.');

      const { rules } = await explained(raw, '--event', kind, '--at', '2027-02-18T10:00+03:00');

      const concerned = theReglament().rules.filter(({ on }) => on.includes(kind));
      expect(rules.map(({ rule }) => rule).sort()).toEqual(concerned.map(({ id }) => id).sort());
      expect(rules.every(({ because }) => because.length > 0)).toBe(true);
    },
  );

  test('point at each condition with file, line and column', async () => {
    const { rules } = await explained(lateReturn(), ...LATE);
    const leaves = rules.flatMap(({ because }) => because);

    expect(leaves.length).toBeGreaterThan(20);
    for (const leaf of leaves) {
      const written = conditionAt(leaf.at);
      expect(written).toMatchObject({ fact: leaf.fact, operator: leaf.operator, value: leaf.value });
    }
  });

  test('show what was seen, and whether that was wanted', async () => {
    const { rules } = await explained(lateReturn(), ...LATE);
    const seen = (rule: ExplainedRule | undefined) =>
      rule?.because.map(({ fact, seen, result }) => [fact, seen, result]).slice(0, 3);

    expect(seen(rules.find(({ rule }) => rule === 'late-return'))).toEqual([
      ['ticketState', 'closed', true],
      ['eventBy', 'customer', true],
      ['replyIntent', 'message', true],
    ]);
    const inTime = rules.find(({ rule }) => rule === 'return-in-time');
    expect(inTime?.because.find(({ fact }) => fact === 'deadline')).toMatchObject({
      params: { name: 'reopen' },
      operator: 'hasPassed',
      value: false,
      seen: { state: 'passed', lastDay: '2027-02-18' },
      result: false,
    });
  });
});

/** The condition that starts exactly at `rules/…:line:column`. */
function conditionAt(place: string): unknown {
  const [file = '', line, column] = place.split(':');
  const lines = readFileSync(path.join(HOME, file), 'utf8').split('\n');
  const rest = [lines[Number(line) - 1]?.slice(Number(column) - 1), ...lines.slice(Number(line))].join('\n');
  for (let end = rest.indexOf('}'); end !== -1; end = rest.indexOf('}', end + 1)) {
    try {
      return JSON.parse(rest.slice(0, end + 1));
    } catch {}
  }
  return undefined;
}
