import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Act, AskedKind, SentFile } from '#demo/act.ts';
import type { CastId } from '#demo/cast.ts';

/** How an ordinary request begins. Times are of 2027, by the desk's clock: `02-16 10:20`. */
export interface Opening {
  /** Name of the ticket among the acts; the customer's own for their first one. */
  readonly ticket: string;
  readonly who: CastId;
  readonly by: 'mail' | 'portal';
  readonly kind: AskedKind;
  readonly at: string;
  readonly subject: Bilingual;
  readonly text: Bilingual;
  readonly files?: readonly SentFile[];
}

/** What follows: an agent takes it up, asks, answers or solves; the customer writes. */
export type Step = { readonly at: string } & (
  | { readonly writes: Bilingual; readonly who?: CastId; readonly files?: readonly SentFile[] }
  | { readonly agent: CastId; readonly takes: true }
  | { readonly agent: CastId; readonly asks: Bilingual }
  | { readonly agent: CastId; readonly tells: Bilingual }
  | { readonly agent: CastId; readonly solves: Bilingual }
);

/** An ordinary request from its first letter on. */
export function ordinary(opening: Opening, ...steps: readonly Step[]): readonly Act[] {
  const { ticket, who, by, kind, subject, text, files = [] } = opening;
  const head = { at: `2027-${opening.at}`, who, ticket, kind, subject, text };
  const first: Act = by === 'mail' ? { ...head, does: 'mails', files } : { ...head, does: 'asksOnPortal' };
  return [first, ...steps.flatMap((step) => actsOf(opening, step))];
}

function actsOf({ ticket, who }: Opening, step: Step): readonly Act[] {
  const at = `2027-${step.at}`;
  if ('writes' in step) {
    return [{ at, who: step.who ?? who, ticket, does: 'mails', text: step.writes, files: step.files ?? [] }];
  }
  const head = { at, who: step.agent, ticket };
  // An agent writes first and moves the request then, some seconds later.
  const then = { ...head, at: `${at}:20`, does: 'moves' } as const;
  if ('takes' in step) return [{ ...head, does: 'moves', to: 'inProgress' }];
  if ('tells' in step) return [{ ...head, does: 'answers', text: step.tells }];
  return 'asks' in step
    ? [
        { ...head, does: 'answers', text: step.asks },
        { ...then, to: 'waiting' },
      ]
    : [
        { ...head, does: 'answers', text: step.solves },
        { ...then, to: 'resolved' },
      ];
}
