import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSigned } from '#intake/verify-signature.ts';
import { intakeOf, letterOn, OLD_SECRET, SECRET, signature } from '#test/support/service-intake.ts';
import { storeInMemory } from '#test/support/service-parts.ts';

const LETTER = JSON.stringify(letterOn('SUP-7'));

async function openedIntake(secrets: readonly string[] = [SECRET]) {
  const store = await storeInMemory();
  const intake = await intakeOf(store, { secrets });
  const kept = async () => (await store.db.selectFrom('deliveries').selectAll().execute()).length;
  return { intake, kept };
}

describe('a webhook', () => {
  test('with the right signature is taken, and told which delivery it is', async () => {
    const { intake, kept } = await openedIntake();

    const answer = await intake.tell(LETTER, { 'x-atlassian-webhook-identifier': 'abc-1' });

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ delivery: 'abc-1' });
    expect(await kept()).toBe(1);
    expect(intake.nudges()).toBe(1);
  });

  test('without an identifier is named by the hash of its body', async () => {
    const { intake } = await openedIntake();

    expect((await intake.tell(LETTER)).body).toEqual({ delivery: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test.each([
    ['no signature', undefined],
    ['an empty one', ''],
    ['that of a stranger', signature(LETTER, 'guessed')],
    ['that of another body', signature(`${LETTER} `)],
    ['one by a weaker method', `sha1=${createHmac('sha1', SECRET).update(LETTER).digest('hex')}`],
    ['the hash without its method', signature(LETTER).slice('sha256='.length)],
    ['a shortened one', signature(LETTER).slice(0, -2)],
    ['one that is no hexadecimal number', `sha256=${'z'.repeat(64)}`],
  ])('with %s is refused, and nothing of it is kept', async (_, header) => {
    const { intake, kept } = await openedIntake();

    const answer = await intake.post(LETTER, header === undefined ? {} : { 'x-hub-signature': header });

    expect(answer.status).toBe(401);
    expect(await kept()).toBe(0);
    expect(intake.nudges()).toBe(0);
  });

  test('is refused before its body is looked at: an unsigned body that is no JSON is a 401', async () => {
    const { intake } = await openedIntake();

    expect((await intake.post('{broken')).status).toBe(401);
  });

  test('is taken under the old secret and under the new one, while the secret is replaced', async () => {
    const { intake } = await openedIntake([SECRET, OLD_SECRET]);
    const under = async (secret: string, id: number) => {
      const letter = JSON.stringify(letterOn('SUP-7', id));
      return (await intake.post(letter, { 'x-hub-signature': signature(letter, secret) })).status;
    };

    expect(await under(SECRET, 1)).toBe(202);
    expect(await under(OLD_SECRET, 2)).toBe(202);
    expect(await under('guessed', 3)).toBe(401);
  });

  test('under a secret that was taken out of force is refused', async () => {
    const { intake } = await openedIntake([SECRET]);

    expect((await intake.post(LETTER, { 'x-hub-signature': signature(LETTER, OLD_SECRET) })).status).toBe(
      401,
    );
  });

  test('is signed over its bytes: the same JSON with another white space or escape is refused', async () => {
    const { intake } = await openedIntake();
    const signed = { 'x-hub-signature': signature(LETTER) };

    const reformatted = await intake.post(JSON.stringify(JSON.parse(LETTER), undefined, 2), signed);
    const escaped = await intake.post(LETTER.replace('Н', '\\u041d'), signed);

    expect([reformatted.status, escaped.status]).toEqual([401, 401]);
  });
});

describe('a signature', () => {
  test('is that of the standard: the example in GitHub’s and Atlassian’s documentation', () => {
    const header = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const body = new TextEncoder().encode('Hello, World!');

    expect(isSigned(header, body, ["It's a Secret to Everybody"])).toBe(true);
    expect(isSigned(header, body, ["It's no secret to anybody"])).toBe(false);
  });

  test('fits nothing where no secret is in force', () => {
    const body = new TextEncoder().encode(LETTER);

    expect(isSigned(signature(LETTER, ''), body, [])).toBe(false);
  });
});
