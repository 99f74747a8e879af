import { createHmac, timingSafeEqual } from 'node:crypto';

/** Methods by which a signature may be made; Atlassian warns that the one in use may change. */
const ALLOWED = new Set(['sha256']);

/**
 * Whether a body was signed with one of our secrets. Two may be in force at once, while one is replaced.
 *
 * @param header `X-Hub-Signature`: `method=hex`, the HMAC of the raw body keyed with the secret
 * @param body the bytes as they came, before anybody parsed them
 * @see https://developer.atlassian.com/cloud/jira/platform/webhooks/#secure-admin-webhooks
 */
export function isSigned(header: string | undefined, body: Uint8Array, secrets: readonly string[]): boolean {
  const [method, signature] = (header ?? '').split('=', 2);
  if (method === undefined || signature === undefined || !ALLOWED.has(method)) return false;
  if (!/^[0-9a-f]+$/.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  // Every secret is tried, whichever fits: how long it takes tells nothing.
  let fits = false;
  for (const secret of secrets) {
    const expected = createHmac(method, secret).update(body).digest();
    fits = (expected.length === given.length && timingSafeEqual(expected, given)) || fits;
  }
  return fits;
}
