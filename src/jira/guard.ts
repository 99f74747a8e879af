import {
  type Client,
  isApiError,
  isNetworkError,
  isRateLimitError,
  isSchemaMismatchError,
  type SendRequestOptions,
} from 'jira.js/core';
import { z } from 'zod';
import { Fault } from '#faults.ts';

export interface GuardSettings {
  /** Jira has so long to answer one request. */
  readonly timeoutMilliseconds: number;
}

/** POSTs that only read: repeating them changes nothing. */
const READING_POST = /\/(search\/jql|changelog\/bulkfetch|comment\/list)$/;

/** The request never left this machine, or was refused before anybody read it. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The answer is bytes, not JSON. */
const BINARY = /\/attachment\/content\//;

/** Jira itself says that somebody else was changing the ticket: nothing was done. */
const CONFLICT = 409;
const CONFLICT_PAUSE_MILLISECONDS = 2000;

/**
 * Stands between jira.js' endpoint functions and its transport, and turns every way in which Jira can fail into one
 * fault with a code. It never repeats a request: whoever asked knows whether repeating is safe.
 *
 * Answers are raw JSON. The library's own schemas would turn dates into `Date` when a whole page fits, and leave text
 * when one value does not; and without any schema a login page with status 200 would count as success.
 */
export function guarded(core: Client, settings: GuardSettings): Client {
  return {
    async sendRequest<T>(request: SendRequestOptions<T>): Promise<T> {
      const method = request.method ?? 'GET';
      const call = `${method} ${request.url}`;
      const safe = isReading(request);
      refuseStrangePath(request.url);
      const schema = BINARY.test(request.url) ? request.schema : z.unknown();
      try {
        const answer = await withinTime(
          core.sendRequest({ ...request, schema } as SendRequestOptions<unknown>),
          settings,
        );
        if (typeof answer === 'string') throw notJson(call, safe);
        return answer as T;
      } catch (error) {
        throw error instanceof Fault ? error : toFault(error, call, safe);
      }
    },
  };
}

/** Whether a request only reads: repeating it changes nothing. */
export function isReading<T>({ method = 'GET', url }: SendRequestOptions<T>): boolean {
  return method === 'GET' || READING_POST.test(url);
}

/** jira.js puts ids into the path as they are: `..` or `?` in one would reach another endpoint. */
function refuseStrangePath(url: string): void {
  if (/\.\.|[?#\s\\]/.test(url)) throw new TypeError(`refusing the path ${JSON.stringify(url)}`);
}

class TimedOut extends Error {}

async function withinTime<T>(answer: Promise<T>, { timeoutMilliseconds }: GuardSettings): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut()), timeoutMilliseconds);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function toFault(error: unknown, call: string, safe: boolean): Fault {
  if (isRateLimitError(error)) return slowDown(call, error.retryAfterMs ?? 0, error);
  if (isApiError(error)) return fromStatus(error.status, error.body, call, safe, error);
  if (isSchemaMismatchError(error)) return notJson(call, safe);
  if (isNetworkError(error) && NEVER_SENT.has(error.code ?? ''))
    return unreachable(call, error.code ?? '', error);
  const reason =
    error instanceof TimedOut ? 'timeout' : isNetworkError(error) ? (error.code ?? 'network') : 'cut off';
  return safe ? unreachable(call, reason, error) : unknownOutcome(call, reason, error);
}

function fromStatus(status: number, body: unknown, call: string, safe: boolean, cause: unknown): Fault {
  if (status === 401) {
    const words = { ru: `Jira не узнаёт нас: ${call}`, en: `Jira does not know us: ${call}` };
    return new Fault('RGL9202', words, { status }, { cause });
  }
  if (status === CONFLICT) return slowDown(call, CONFLICT_PAUSE_MILLISECONDS, cause);
  if (status >= 500) {
    return safe ? unreachable(call, String(status), cause) : unknownOutcome(call, String(status), cause);
  }
  const why = complaintsIn(body);
  const words = {
    ru: `Jira отказала (${status}): ${call}${why}`,
    en: `Jira refused (${status}): ${call}${why}`,
  };
  return new Fault('RGL9206', words, { status }, { cause });
}

/** Jira's own complaint, short: names of fields and its sentence; never the whole body. */
function complaintsIn(body: unknown): string {
  const { errorMessages, errors, errorMessage } = (body ?? {}) as {
    errorMessages?: unknown;
    errors?: unknown;
    errorMessage?: unknown;
  };
  const sentences = [
    ...(Array.isArray(errorMessages) ? errorMessages.filter((text) => typeof text === 'string') : []),
    ...(typeof errors === 'object' && errors !== null
      ? Object.entries(errors).map(([field, text]) =>
          typeof text === 'string' ? `${field}: ${text}` : field,
        )
      : []),
    ...(typeof errorMessage === 'string' ? [errorMessage] : []),
  ];
  return sentences.length === 0 ? '' : ` – ${sentences.join('; ').slice(0, 200)}`;
}

function slowDown(call: string, retryAfterMilliseconds: number, cause: unknown): Fault {
  const words = { ru: `Jira просит подождать: ${call}`, en: `Jira asks us to wait: ${call}` };
  return new Fault('RGL9205', words, { retryAfterMilliseconds }, { cause });
}

function unreachable(call: string, reason: string, cause: unknown): Fault {
  const words = {
    ru: `Jira не ответила (${reason}): ${call}`,
    en: `Jira gave no answer (${reason}): ${call}`,
  };
  return new Fault('RGL9201', words, { reason }, { cause });
}

function unknownOutcome(call: string, reason: string, cause: unknown): Fault {
  const words = {
    ru: `неизвестно, выполнила ли Jira запрос (${reason}): ${call}`,
    en: `nobody knows whether Jira has done it (${reason}): ${call}`,
  };
  return new Fault('RGL9204', words, { reason }, { cause });
}

function notJson(call: string, safe: boolean): Fault {
  const words = {
    ru: `ответила не Jira (страница входа, посредник?): ${call}`,
    en: `it was not Jira that answered (a login page, a proxy?): ${call}`,
  };
  return new Fault(safe ? 'RGL9203' : 'RGL9204', words);
}
