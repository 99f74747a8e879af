import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { reasonOf } from '#faults.ts';
import type { Log } from '#log.ts';
import type { DeliveryInbox, Hint } from './ports.ts';
import { isSigned } from './verify-signature.ts';

export interface WebhookParts {
  readonly inbox: DeliveryInbox;
  readonly readHint: (body: unknown) => Hint;
  readonly secrets: readonly string[];
  readonly bodyLimitBytes: number;
  readonly log: Log;
  /** A new delivery that names a ticket is in the inbox. */
  readonly onDelivery: () => void;
  /** The ticket by which everything can be stopped has changed. */
  readonly onControl?: () => void;
  readonly onAnswer: (status: number) => void;
}

/**
 * `POST /webhooks/jira`: checks the signature over the raw bytes, reads which ticket to look at, and answers 202 when
 * the delivery is committed. Nothing is half done before an error: 401 wrong signature, 400 no JSON, 413 too large,
 * 503 could not be stored (Jira then repeats it; our own trouble is never answered with 4xx).
 */
export function webhookRouter(parts: WebhookParts): Router {
  const router = express.Router();
  const { bodyLimitBytes: limit } = parts;
  router.post(
    '/webhooks/jira',
    express.raw({ type: () => true, limit, inflate: false }),
    async (request, response) => {
      await receive(parts, request, response);
    },
  );
  router.all('/webhooks/jira', (_, response) => {
    answer(parts, response.setHeader('Allow', 'POST'), 405, { error: 'only POST' });
  });
  router.use('/webhooks/jira', bodyRefused(parts));
  return router;
}

async function receive(parts: WebhookParts, request: Request, response: Response): Promise<void> {
  const body: Uint8Array = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (!isSigned(request.get('x-hub-signature'), body, parts.secrets)) {
    answer(parts, response, 401, { error: 'the signature is missing or wrong' });
    return;
  }
  const raw = new TextDecoder().decode(body);
  const parsed = parse(raw);
  if (parsed === undefined) {
    answer(parts, response, 400, { error: 'the body is not JSON' });
    return;
  }
  const hint = parts.readHint(parsed.json);
  const deliveryId = request.get('x-atlassian-webhook-identifier')?.slice(0, 200);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  try {
    await parts.inbox.save({ deliveryId, bodyHash, raw, hint });
  } catch (error) {
    parts.log.error('a delivery could not be stored', { why: reasonOf(error) });
    answer(parts, response, 503, { error: 'could not be stored, try again' });
    return;
  }
  // Before anything else: what is stopped must not be overtaken by what waits in the inbox.
  if (hint.kind === 'control') parts.onControl?.();
  answer(parts, response, 202, { delivery: deliveryId ?? bodyHash });
  if (hint.kind === 'look') parts.onDelivery();
}

/** Keys that would reach an object's prototype are dropped on the way in. */
function parse(raw: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(raw, (key, value) => (key === '__proto__' ? undefined : value)) };
  } catch {
    return undefined;
  }
}

/** What the body parser refuses: too large, compressed, cut off. */
function bodyRefused(parts: WebhookParts): ErrorRequestHandler {
  return (error: { status?: unknown }, _request, response, next) => {
    const status = typeof error.status === 'number' ? error.status : 500;
    if (response.headersSent || status >= 500) {
      next(error);
      return;
    }
    answer(parts, response, status, {
      error: status === 413 ? 'the body is too large' : 'the body cannot be read',
    });
  };
}

function answer(parts: WebhookParts, response: Response, status: number, body: object): void {
  parts.onAnswer(status);
  response.status(status).json(body);
}
