import type { Client, SendRequestOptions } from 'jira.js/core';
import { Fault, isFault } from '#faults.ts';
import { isReading } from './guard.ts';

/**
 * The same client for the several requests of one effect.
 *
 * No write begins after `until`: whoever reads back later relies on it. And once one write has succeeded, a failure of
 * the next does not mean that nothing was done: what the effect came to is unknown then, and is read back.
 *
 * @param now the machine's clock
 * @param isStopped while it is true nothing is begun; what has been begun is finished
 */
export function limitedWrites(
  client: Client,
  until: Temporal.Instant,
  now: () => Temporal.Instant,
  isStopped: () => boolean = () => false,
): Client {
  let written = false;
  return {
    ...client,
    async sendRequest<T>(request: SendRequestOptions<T>): Promise<T> {
      if (isReading(request)) return client.sendRequest(request);
      if (Temporal.Instant.compare(now(), until) > 0) throw tooLate(written);
      if (!written && isStopped()) throw stopped();
      try {
        const answer = await client.sendRequest(request);
        written = true;
        return answer;
      } catch (error) {
        throw written && isFault(error, 'RGL9201', 'RGL9202', 'RGL9205') ? halfDone(error) : error;
      }
    },
  };
}

function tooLate(written: boolean): Fault {
  const words = { ru: 'время на отправку вышло', en: 'the time to send it was over' };
  return new Fault(written ? 'RGL9204' : 'RGL9201', words);
}

function stopped(): Fault {
  return new Fault('RGL9207', {
    ru: 'всё остановлено, ничего не отправлено',
    en: 'stopped: nothing was sent',
  });
}

function halfDone(cause: Fault): Fault {
  return new Fault('RGL9204', cause.words, cause.details, { cause });
}
