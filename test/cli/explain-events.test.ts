import { describe, expect, test } from 'vitest';
import { explained, explaining, lateReturn, silence } from '#test/support/cli-explained.ts';
import { ANNA, IVAN, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

/** Everything that can happen, an hour apart, on 17 February. */
function busyDay(): RawIssue {
  return silence()
    .notes(IVAN, '2027-02-17 09:00', 'Жду скриншот.')
    .labelled(IVAN, '2027-02-17 10:00', ['важно'])
    .says(ANNA, '2027-02-17 11:00', 'Вот текст ошибки: деление на ноль.')
    .moves(IVAN, '2027-02-17 12:00', 'In progress')
    .says(IVAN, '2027-02-17 13:00', 'Спасибо, разбираемся.');
}

const AFTERWARDS = ['--at', '2027-02-18T10:00+03:00'];

describe('--event', () => {
  test.each([
    ['noted', ['waitingForCustomer']],
    ['edited', ['waitingForCustomer']],
    ['replied', ['waitingForCustomer']],
    ['timePassed', ['inProgress']],
  ])('%s is judged on the ticket as it was then: %s', async (event, stateThen) => {
    const explanation = await explained(busyDay(), '--event', event, ...AFTERWARDS);

    const leaves = explanation.rules.flatMap(({ because }) => because);
    const seen = leaves.filter(({ fact }) => fact === 'ticketState').map((leaf) => leaf.seen);
    expect(explanation.event).toBe(event);
    expect([...new Set(seen)]).toEqual(stateThen);
  });

  test.each(['created', 'transitioned', 'answered'])('%s is found in the history', async (event) => {
    expect(await explained(busyDay(), '--event', event, ...AFTERWARDS)).toMatchObject({
      event,
      state: 'inProgress',
    });
  });

  test('that has not happened is refused with 2, on which ticket and by when', async () => {
    const outcome = await explaining(silence(), '--event', 'replied', ...AFTERWARDS, '--lang', 'en');

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(
      'SUP-7: nothing of the kind "replied" had happened by 2027-02-18T07:00:00Z',
    );
  });

  test('of an unknown name is refused with 2, and the nearest is named', async () => {
    const outcome = await explaining(silence(), '--event', 'replyed', '--lang', 'en');

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('--event: there is no event "replyed"; did you mean "replied"?');
  });

  test('takes the newest such entry', async () => {
    const raw = silence()
      .says(ANNA, '2027-02-17 11:00', 'Спасибо!')
      .says(ANNA, '2027-02-17 12:00', 'Вот текст ошибки: деление на ноль.');

    const { rules } = await explained(raw, '--event', 'replied', ...AFTERWARDS);

    const intents = rules.flatMap(({ because }) => because.filter(({ fact }) => fact === 'replyIntent'));
    expect(new Set(intents.map(({ seen }) => seen))).toEqual(new Set(['message']));
  });
});

describe('--at', () => {
  test.each([
    ['2027-02-15T12:00+03:00', 'open'],
    ['2027-02-16T15:00+03:00', 'waitingForCustomer'],
    ['2027-02-17T12:30+03:00', 'inProgress'],
  ])('%s hides what came later: the ticket is then %s', async (at, state) => {
    expect((await explained(busyDay(), '--at', at)).state).toBe(state);
  });

  test('before the reply leaves the reply unheard of', async () => {
    const outcome = await explaining(lateReturn(), '--event', 'replied', '--at', '2027-02-28T10:00+03:00');

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
  });

  test('that is no instant is refused with 2', async () => {
    const outcome = await explaining(silence(), '--at', '2027-02-18', '--lang', 'en');

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('--at: "2027-02-18" is no instant; write it with its offset');
  });
});

describe('people in the file', () => {
  const written = () =>
    new RawIssue('2027-02-15 10:00', { flavour: 'data-center' })
      .moves(OLGA, '2027-02-16 14:20', 'Resolved', 'Done')
      .says(IVAN, '2027-03-01 10:00', 'Всё ещё не работает, ошибка та же.');
  const by = async (raw: RawIssue) => {
    const { rules } = await explained(raw, '--event', 'replied', '--at', '2027-03-01T10:05+03:00');
    return rules.flatMap(({ because }) => because).find(({ fact }) => fact === 'eventBy')?.seen;
  };

  test('tell who a stranger on Data Center is', async () => {
    expect(await by(written())).toBe('unknown');
    expect(await by(written().people({ customers: ['ivan'] }))).toBe('customer');
  });

  test('make an agent of whom they name: what they write is then an answer, not a reply', async () => {
    const raw = written().people({ agents: ['ivan'] });

    expect(await explaining(raw, '--event', 'replied', '--at', '2027-03-01T10:05+03:00')).toMatchObject({
      code: 2,
    });
    expect(await explained(raw, '--event', 'answered', '--at', '2027-03-01T10:05+03:00')).toMatchObject({
      event: 'answered',
    });
  });

  test.each(['ourselves', 'automation'])('named as %s say nothing that is an event', async (role) => {
    const raw = written().people({ [role]: ['ivan'] });

    expect(await explaining(raw, '--event', 'replied', '--at', '2027-03-01T10:05+03:00')).toMatchObject({
      code: 2,
    });
  });
});

describe('a status that nobody mapped', () => {
  test('is told as such, and nothing is done', async () => {
    const raw = silence().moves(OLGA, '2027-02-17 09:00', 'Escalated');

    const { state, effects, next } = await explained(raw, '--at', '2027-04-01T10:00+03:00');

    expect({ state, effects, next }).toEqual({ state: 'unmapped', effects: [], next: [] });
  });
});
