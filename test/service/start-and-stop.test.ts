import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lookAtStore } from '#app/look-at-store.ts';
import { BOT, signInOf } from '#demo/cast.ts';
import { isHeld } from '#store/lock.ts';
import { inShort } from '#test/support/desk.ts';
import { msk } from '#test/support/moscow-time.ts';
import { serve } from '#test/support/service-child.ts';
import { postTo, SECRET, signature } from '#test/support/service-intake.ts';
import { doorBefore } from '#test/support/service-jira-door.ts';
import { ownFolder, until } from '#test/support/service-parts.ts';
import { COMPLAINT, ourLetters, says, solvedConsultation } from '#test/support/service-people.ts';
import { configurationFor, openJira } from '#test/support/service-room.ts';

async function prepared() {
  const folder = ownFolder();
  const jira = await openJira();
  const door = await doorBefore(jira.url);
  const { file, configuration } = configurationFor(folder, door.url);
  const { email, token } = signInOf(BOT);
  const environment = {
    JIRA_USER: email,
    JIRA_TOKEN: token,
    REGLAMENT_WEBHOOK_SECRET: SECRET,
    REGLAMENT_DESK_CLOCK: msk('2027-02-24 17:40').toString(),
  };
  return { folder, jira, door, file, environment, store: configuration.store };
}

async function ledgerOf(store: string): Promise<readonly string[]> {
  const view = await lookAtStore(store);
  const effects = (await view?.effects()) ?? [];
  await view?.close();
  return effects.map(({ state, data }) => `${state} ${inShort(data)}`);
}

function tell(address: string, body: object): ReturnType<typeof postTo> {
  const text = JSON.stringify(body);
  return postTo(`${address}/webhooks/jira`, text, { 'x-hub-signature': signature(text) });
}

describe('a service that is told to stop', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends in good order: nothing is left held',
    async (signal) => {
      const { file, environment, store } = await prepared();
      const service = serve(file, environment);
      await service.address();
      expect(isHeld(store)).toBe(true);

      const ending = await service.signal(signal);

      expect(ending).toEqual({ code: 0, signal: null });
      expect(isHeld(store)).toBe(false);
      expect(existsSync(path.join(store, 'admin.json'))).toBe(false);
      expect(service.complained()).toContain('the service has stopped');
    },
  );
});

describe('a letter that was acknowledged', () => {
  test('outlives a SIGKILL in the same moment: after the next start the customer has one answer', async () => {
    const { jira, door, file, environment, store } = await prepared();
    const issue = solvedConsultation(jira);
    jira.world.clock.move(msk('2027-02-24 17:40').epochMilliseconds);
    says(jira, issue, 'elena', COMPLAINT);
    door.fail('GET', /./, { cut: 'before' });
    const first = serve(file, environment);
    const body = { webhookEvent: 'comment_created', issue: { id: issue.id, key: issue.key } };

    const answer = await tell(await first.address(), body);
    await first.signal('SIGKILL');
    door.mend();
    expect(answer.status).toBe(202);
    await serve(file, environment).address();

    const done = ['DONE transition:inProgress', 'DONE reply:returned'];
    await until('the answer', async () => (await ledgerOf(store)).join() === done.join());
    expect(ourLetters(issue)).toBe(1);
  });
});

describe('a letter of ours that was on its way', () => {
  test('when the service was killed, and that Jira wrote after it, is found: the customer has one', async () => {
    const { jira, door, file, environment, store } = await prepared();
    const issue = solvedConsultation(jira);
    jira.world.clock.move(msk('2027-02-24 17:40').epochMilliseconds);
    says(jira, issue, 'elena', COMPLAINT);
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const comment = /\/SUP-1\/comment$/;
    door.fail('POST', comment, { holds: held }, 1);
    const first = serve(file, environment);
    await tell(await first.address(), {
      webhookEvent: 'comment_created',
      issue: { id: issue.id, key: issue.key },
    });
    await until('our letter to be on its way', () => door.count('POST', comment) > 0);

    await first.signal('SIGKILL');
    letThrough();
    await until('Jira to write it', () => ourLetters(issue) > 0);
    await serve(file, environment).address();

    const done = ['DONE transition:inProgress', 'DONE reply:returned'];
    await until('the end of the doubt', async () => (await ledgerOf(store)).join() === done.join());
    expect(door.count('POST', comment)).toBe(1);
    expect(ourLetters(issue)).toBe(1);
  });
});

describe('a service that cannot start', () => {
  test('because another one holds its store says so and ends; the other one works on', async () => {
    const { file, environment } = await prepared();
    const address = await serve(file, environment).address();
    const second = serve(file, environment);

    expect((await second.ended).code).toBe(3);
    expect(second.complained()).toContain('RGL9101');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  test.each(['REGLAMENT_WEBHOOK_SECRET', 'JIRA_TOKEN'])(
    'because %s is not in the environment names it and ends: it never runs without',
    async (missing) => {
      const { file, environment } = await prepared();

      const service = serve(file, { ...environment, [missing]: '' });

      expect((await service.ended).code).toBe(2);
      expect(service.complained()).toContain('RGL9004');
      expect(service.complained()).toContain(missing);
      expect(service.printed()).toBe('');
    },
  );

  test('because the file of a secret is empty names it and ends: everybody knows an empty secret', async () => {
    const { file, folder, environment } = await prepared();
    const empty = path.join(folder, 'secret');
    writeFileSync(empty, '\n');

    const service = serve(file, {
      ...environment,
      REGLAMENT_WEBHOOK_SECRET: '',
      REGLAMENT_WEBHOOK_SECRET_FILE: empty,
    });

    expect((await service.ended).code).toBe(2);
    expect(service.complained()).toContain('REGLAMENT_WEBHOOK_SECRET');
  });

  test('because its port is taken says so and ends', async () => {
    const { file, environment } = await prepared();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;

    const service = serve(file, environment, ['--port', String(port)]);

    expect((await service.ended).code).toBe(3);
    expect(service.complained()).toContain('RGL9103');
  });
});
