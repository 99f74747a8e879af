import type { Issue } from './model.ts';

/** What goes wrong between a client and this Jira; requests are counted, nothing is left to chance. */
export interface FaultSwitches {
  /** Every so many requests one is refused for now. */
  readonly tooManyRequests?: Every & { readonly retryAfterSeconds: number };
  /** Every so many requests one ends in a fault of the server, and nothing was done. */
  readonly serverErrors?: Every;
  /** Every so many writes one is done, and its answer never comes. */
  readonly lostResponses?: Every;
  /** Comments, files and history bear the time when they were made, and are shown over REST only so much later. */
  readonly lateVisibleSeconds?: number;
  /** Account whose requests are met; the service's own unless told. */
  readonly for?: string;
}

interface Every {
  readonly every: number;
}

export type Fault =
  | { readonly kind: 'tooManyRequests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'serverError' }
  | { readonly kind: 'lostResponse' };

/** Decides by counting which requests are met by a fault. */
export class Faults {
  #switches: FaultSwitches = {};
  #requests = 0;
  #writes = 0;

  /** Counting begins anew with every setting. */
  set(switches: FaultSwitches): void {
    this.#switches = switches;
    this.#requests = 0;
    this.#writes = 0;
  }

  /** @param service account that faults are meant for where none is named */
  meet(accountId: string, isWrite: boolean, service: string): Fault | undefined {
    const { tooManyRequests, serverErrors, lostResponses } = this.#switches;
    if (accountId !== (this.#switches.for ?? service)) return undefined;
    this.#requests += 1;
    if (isWrite) this.#writes += 1;
    if (tooManyRequests !== undefined && this.#requests % tooManyRequests.every === 0) {
      return { kind: 'tooManyRequests', retryAfterSeconds: tooManyRequests.retryAfterSeconds };
    }
    if (serverErrors !== undefined && this.#requests % serverErrors.every === 0)
      return { kind: 'serverError' };
    const isLost = isWrite && lostResponses !== undefined && this.#writes % lostResponses.every === 0;
    return isLost ? { kind: 'lostResponse' } : undefined;
  }

  /** An issue as REST shows it by now. */
  shown(issue: Issue, now: number): Issue {
    const { lateVisibleSeconds } = this.#switches;
    if (lateVisibleSeconds === undefined) return issue;
    const isShown = ({ at }: { readonly at: number }) => at + lateVisibleSeconds * 1000 <= now;
    return {
      ...issue,
      comments: issue.comments.filter(isShown),
      histories: issue.histories.filter(isShown),
      files: issue.files.filter(isShown),
    };
  }
}
