import { createHmac, randomUUID } from 'node:crypto';
import type { Happening } from './model.ts';
import type { Wire } from './wire/issue-json.ts';
import { webhookJson } from './wire/webhook-json.ts';
import { CLOUD_WEBHOOKS, type WebhookManners } from './wire/webhook-manners.ts';

/** A webhook as an administrator registers it. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret: string | undefined;
  readonly enabled: boolean;
}

interface Delivery {
  readonly id: string;
  readonly webhook: Webhook;
  readonly body: string;
  readonly tries: number;
  /** By the site's clock. */
  readonly at: number;
}

/** Jira Cloud repeats on these; on any other 4xx it does not. */
const REPEATED = new Set([408, 409, 425, 429]);

const MOST_TRIES = 6;

/** Jira Cloud waits 5 to 15 minutes between tries; the simulator waits the same times in turn. */
const PAUSES_MINUTES = [5, 8, 11, 14, 15];

/** Jira gives a receiver so long to answer. */
const TIMEOUT_MILLISECONDS = 20_000;

/**
 * Sends signed webhooks the way Jira Cloud does: each delivery has an id that stays the same across retries,
 * the signature is made over the body's bytes, and what was not taken is repeated later, by the site's clock.
 */
export class WebhooksOut {
  readonly #wire: Wire;
  readonly #manners: WebhookManners;
  readonly #hooks = new Map<string, Webhook>();
  #later: Delivery[] = [];
  #sending = 0;
  #nextId = 1;

  constructor(wire: Wire, manners: WebhookManners = CLOUD_WEBHOOKS) {
    // Bodies of webhooks carry plain text, where the v3 API carries documents; what happened is in them at once.
    this.#wire = { ...wire, text: manners.text, shown: (issue) => issue };
    this.#manners = manners;
  }

  register(webhook: Omit<Webhook, 'id'>): Webhook {
    const made = { ...webhook, id: String(this.#nextId++) };
    this.#hooks.set(made.id, made);
    return made;
  }

  list(): readonly Webhook[] {
    return [...this.#hooks.values()];
  }

  remove(id: string): boolean {
    return this.#hooks.delete(id);
  }

  /** Tells every webhook that wants to know. */
  tell(happening: Happening): void {
    const issue = this.#wire.world.issues.get(happening.issueId);
    if (issue === undefined && happening.kind !== 'deleted') return;
    const json = issue === undefined ? deletedJson(happening) : webhookJson(this.#wire, happening, issue);
    if (json === undefined) return;
    const event = (json as { webhookEvent: string }).webhookEvent;
    for (const webhook of this.#hooks.values()) {
      if (!webhook.enabled || !webhook.events.includes(event)) continue;
      void this.#send({
        id: randomUUID(),
        webhook,
        body: JSON.stringify(this.#manners.told(json)),
        tries: 0,
        at: happening.at,
      });
    }
  }

  /** Sends again what is due by the site's clock. */
  resend(now: number): void {
    const due = this.#later.filter(({ at }) => at <= now);
    this.#later = this.#later.filter(({ at }) => at > now);
    for (const delivery of due) void this.#send(delivery);
  }

  isSending(): boolean {
    return this.#sending > 0;
  }

  nextAt(): number | undefined {
    return this.#later.length === 0 ? undefined : Math.min(...this.#later.map(({ at }) => at));
  }

  async #send(delivery: Delivery): Promise<void> {
    this.#sending += 1;
    try {
      const status = await post(delivery, this.#manners);
      if (status >= 500 || REPEATED.has(status)) this.#repeat(delivery);
    } catch {
      this.#repeat(delivery);
    } finally {
      this.#sending -= 1;
    }
  }

  #repeat(delivery: Delivery): void {
    const tries = delivery.tries + 1;
    if (!this.#manners.repeats || tries >= MOST_TRIES) return;
    const pause = (PAUSES_MINUTES[tries - 1] ?? 15) * 60_000;
    this.#later.push({ ...delivery, tries, at: this.#wire.world.clock.now() + pause });
  }
}

async function post(
  { id, webhook, body, tries }: Delivery,
  { signs, numbers }: WebhookManners,
): Promise<number> {
  const signature =
    webhook.secret === undefined || !signs
      ? undefined
      : createHmac('sha256', webhook.secret).update(body).digest('hex');
  const response = await fetch(webhook.url, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    headers: {
      'content-type': 'application/json',
      ...(numbers ? { 'x-atlassian-webhook-identifier': id, 'x-atlassian-webhook-flow': 'Primary' } : {}),
      ...(tries === 0 ? {} : { 'x-atlassian-webhook-retry': String(tries) }),
      ...(signature === undefined ? {} : { 'x-hub-signature': `sha256=${signature}` }),
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

function deletedJson({ at, issueId, issueKey }: Happening): object {
  return {
    timestamp: at,
    webhookEvent: 'jira:issue_deleted',
    issue: { id: issueId, key: issueKey, fields: {} },
  };
}
