import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ADMIN_FILE, type AdminActs, openAdminEndpoint } from '#operations/admin-endpoint.ts';
import { askService, serviceAddress } from '#operations/ask-service.ts';
import { ownFolder } from '#test/support/service-parts.ts';

async function opened(acts: Partial<AdminActs> = {}) {
  const folder = ownFolder();
  const endpoint = await openAdminEndpoint(folder, {
    stop: async () => ({}),
    resume: async () => ({}),
    sweep: async () => ({ looked: 1 }),
    idle: async () => ({ idle: true }),
    moveDeskClock: undefined,
    ...acts,
  });
  onTestFinished(endpoint.close);
  const address = serviceAddress(folder);
  if (address === undefined) throw new Error('no address was left');
  return { folder, endpoint, address };
}

describe('commands on the service’s machine', () => {
  test('find the service by a file that only its user can read', async () => {
    const { folder, address } = await opened();

    expect(statSync(path.join(folder, ADMIN_FILE)).mode & 0o777).toBe(0o600);
    expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await askService(address, 'GET', 'idle')).toEqual({ idle: true });
    expect(await askService(address, 'POST', 'sweep')).toEqual({ looked: 1 });
  });

  test('without its token are told nothing', async () => {
    let sweeps = 0;
    const { address } = await opened({
      sweep: async () => {
        sweeps += 1;
        return {};
      },
    });
    const ask = (authorization?: string) =>
      fetch(`${address.url}/admin/sweep`, {
        method: 'POST',
        ...(authorization === undefined ? {} : { headers: { authorization } }),
      });

    const answers = await Promise.all([ask(), ask('Bearer '), ask(`Bearer ${address.token}x`)]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(sweeps).toBe(0);
  });

  test('cannot move the clock of a service that lives by the machine’s', async () => {
    const { address } = await opened();

    const asked = askService(address, 'POST', 'desk-clock', { now: '2027-02-24T09:00:00Z' });

    await expect(asked).rejects.toMatchObject({ code: 'RGL9301', details: { status: 404 } });
  });

  test('are told that it does not answer when it has ended, and find it no more', async () => {
    const { folder, endpoint, address } = await opened();
    await endpoint.close();

    await expect(askService(address, 'GET', 'idle')).rejects.toMatchObject({ code: 'RGL9301' });
    expect(existsSync(path.join(folder, ADMIN_FILE))).toBe(false);
    expect(serviceAddress(folder)).toBeUndefined();
  });
});
