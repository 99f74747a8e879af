import { describe, expect, test } from 'vitest';
import { BODY_LIMIT_BYTES, intakeOf, letterOn, type OpenIntake } from '#test/support/service-intake.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

async function openedIntake() {
  const store = await storeInMemory();
  const intake = await intakeOf(store);
  const kept = () =>
    store.db
      .selectFrom('deliveries')
      .select(['ticket_key as ticketKey', 'state', 'reason'])
      .orderBy('id')
      .execute();
  return { intake, kept };
}

async function ask(intake: OpenIntake, method: string): Promise<Response> {
  return fetch(intake.url, { method });
}

describe('a signed body', () => {
  test.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['a form', 'payload=%7B%7D'],
    ['half a document', '{"webhookEvent":"comment_created"'],
    ['two documents', '{} {}'],
  ])('that is no JSON but %s is a 400, and nothing of it is kept', async (_, body) => {
    const { intake, kept } = await openedIntake();

    expect((await intake.tell(body)).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  test('over the limit is a 413, and nothing of it is kept', async () => {
    const { intake, kept } = await openedIntake();
    const padded = (bytes: number) => {
      const letter = JSON.stringify(letterOn('SUP-7', bytes));
      return `${letter}${' '.repeat(bytes - Buffer.byteLength(letter))}`;
    };

    expect((await intake.tell(padded(BODY_LIMIT_BYTES + 1))).status).toBe(413);
    expect(await kept()).toEqual([]);
    expect((await intake.tell(padded(BODY_LIMIT_BYTES))).status).toBe(202);
    expect(await kept()).toHaveLength(1);
  });

  test('that is compressed is refused: a small parcel could unpack into a huge one', async () => {
    const { intake, kept } = await openedIntake();

    const answer = await intake.tell(letterOn('SUP-7'), { 'content-encoding': 'gzip' });

    expect(answer.status).toBe(415);
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['as an own key', '{"__proto__":{"polluted":"yes","webhookEvent":"comment_created"}}'],
    ['deep inside', '{"issue":{"__proto__":{"polluted":"yes"},"fields":{"__proto__":{"polluted":"yes"}}}}'],
    ['by its constructor', '{"constructor":{"prototype":{"polluted":"yes"}}}'],
  ])('that reaches for the prototype %s changes no object', async (_, body) => {
    const { intake, kept } = await openedIntake();

    const answer = await intake.tell(body);

    expect(answer.status).toBe(202);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect((await kept()).map(({ ticketKey }) => ticketKey)).toEqual([null]);
  });

  test('is rid of its prototypes before anybody reads it', async () => {
    const seen: unknown[] = [];
    const intake = await intakeOf(await storeInMemory(), {
      readHint(body) {
        seen.push(JSON.stringify(body), Object.getPrototypeOf(body) === Object.prototype);
        return { kind: 'ignored', why: 'only looked at' };
      },
    });

    await intake.tell('{"a":{"__proto__":{"x":1},"b":[{"__proto__":null,"c":2}]},"__proto__":{"y":1}}');

    expect(seen).toEqual(['{"a":{"b":[{"c":2}]}}', true]);
  });

  test('cannot name its ticket through a prototype', async () => {
    const { intake, kept } = await openedIntake();

    await intake.tell('{"webhookEvent":"comment_created","__proto__":{"issue":{"id":"1","key":"SUP-7"}}}');

    expect(await kept()).toEqual([{ ticketKey: null, state: 'done', reason: 'names no ticket' }]);
    expect(intake.nudges()).toBe(0);
  });

  test('that is nested as deep as its size allows is answered, and the next letter is taken', async () => {
    const store = await storeInMemory();
    const intake = await intakeOf(store, { bodyLimitBytes: 1_048_576 });
    const depth = 500_000;

    const nested = await intake.tell(`${'['.repeat(depth)}${']'.repeat(depth)}`);

    expect([202, 400]).toContain(nested.status);
    expect((await intake.tell(letterOn('SUP-7'))).status).toBe(202);
  });

  test('is taken as it came, whatever type it says it is', async () => {
    const { intake, kept } = await openedIntake();

    const answer = await intake.tell(letterOn('SUP-7'), { 'content-type': 'text/plain; charset=koi8-r' });

    expect(answer.status).toBe(202);
    expect((await kept())[0]?.ticketKey).toBe('SUP-7');
  });
});

describe('a letter that concerns nobody here', () => {
  test.each([
    ['of another project', letterOn('DEV-1'), 'project DEV'],
    ['about a sprint', { webhookEvent: 'sprint_started' }, 'event sprint_started'],
    ['that names no ticket', { webhookEvent: 'jira:issue_updated' }, 'names no ticket'],
    [
      'that we wrote ourselves',
      { ...letterOn('SUP-7'), comment: { id: '1', author: { accountId: 'reglament-bot' } } },
      'our own act',
    ],
  ])('%s is taken, kept with the reason, and not looked at', async (_, body, reason) => {
    const { intake, kept } = await openedIntake();

    expect((await intake.tell(body)).status).toBe(202);
    expect(await kept()).toEqual([{ ticketKey: null, state: 'done', reason }]);
    expect(intake.nudges()).toBe(0);
  });

  test.each(['SUP-7/../SUP-8', 'SUP-7?expand=x', '../user', 'SUP-7#', "SUP-7' OR 1=1"])(
    'with a key that would lead elsewhere in Jira (%s) is not looked at',
    async (key) => {
      const { intake, kept } = await openedIntake();

      await intake.tell(letterOn(key));

      expect((await kept()).map(({ state }) => state)).toEqual(['done']);
      expect(intake.nudges()).toBe(0);
    },
  );
});

describe('the address of webhooks', () => {
  test('takes nothing but POST, and says so', async () => {
    const { intake } = await openedIntake();

    const answers = await Promise.all(['GET', 'PUT', 'DELETE'].map((method) => ask(intake, method)));

    expect(answers.map(({ status }) => status)).toEqual([405, 405, 405]);
    expect(answers[0]?.headers.get('allow')).toBe('POST');
  });

  test('counts each call by how it was answered', async () => {
    const { intake } = await openedIntake();

    await intake.tell(letterOn('SUP-7'));
    await intake.post('{}');
    await intake.tell('junk');
    await intake.tell(`"${'x'.repeat(BODY_LIMIT_BYTES)}"`);

    expect(intake.answered).toEqual([202, 401, 400, 413]);
  });
});
