import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '#faults.ts';
import { ADMIN_FILE } from './admin-endpoint.ts';

export interface ServiceAddress {
  readonly url: string;
  readonly token: string;
}

/** The running service of a store's folder; `undefined` when none has left its address there. */
export function serviceAddress(folder: string): ServiceAddress | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, ADMIN_FILE), 'utf8')) as ServiceAddress;
  } catch {
    return undefined;
  }
}

/**
 * Asks the running service for something.
 *
 * @throws RGL9301 when it does not answer
 */
export async function askService(
  address: ServiceAddress,
  method: 'GET' | 'POST',
  act: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const words = { ru: 'работающая служба не отвечает', en: 'the running service does not answer' };
  let response: Response;
  try {
    response = await fetch(`${address.url}/admin/${act}`, {
      method,
      headers: { authorization: `Bearer ${address.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Fault('RGL9301', words, { act }, { cause });
  }
  if (!response.ok) throw new Fault('RGL9301', words, { act, status: response.status });
  return (await response.json()) as Readonly<Record<string, unknown>>;
}
