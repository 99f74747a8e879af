/* Lives of a ticket as data: told to Jira, cut at an instant, continued by what we did. */
import type { PlannedEffect } from '#core/decision/decision.ts';
import { writeMarker } from '#core/issue/marker.ts';
import { markerOf, NEW_KEY } from '#core/policy/language/effect-data.ts';
import type { TicketState } from '#core/ticket/ticket.ts';
import { msk } from './moscow-time.ts';
import { BOT, ROBOT, type Someone } from './people.ts';
import { type CommentOptions, type Flavour, RawIssue } from './raw-issue.ts';

/** What a told letter means to whoever reads it; `none` proves nothing either way. */
export type Meaning = 'asks' | 'states' | 'answers' | 'none';

export type Deed =
  | {
      readonly does: 'says';
      readonly text: string;
      readonly means: Meaning;
      readonly with?: CommentOptions;
      readonly warns?: true;
    }
  | { readonly does: 'moves'; readonly status: string; readonly resolution?: string | undefined }
  | { readonly does: 'attaches'; readonly name: string; readonly bytes: number }
  | { readonly does: 'becomes'; readonly kind: string }
  | { readonly does: 'labels'; readonly labels: readonly string[]; readonly adds?: true };

export interface Act {
  readonly at: Temporal.Instant;
  readonly who: Someone;
  readonly deed: Deed;
}

export interface Story {
  readonly flavour: Flavour;
  readonly channel: string;
  readonly kind: string;
  readonly startsAt: Temporal.Instant;
  readonly acts: readonly Act[];
}

/** The acts of a story up to an instant. */
export function until(story: Story, at: Temporal.Instant): Story {
  return { ...story, acts: story.acts.filter((act) => Temporal.Instant.compare(act.at, at) <= 0) };
}

/** A closing, and the business days in which its kind of request could be returned. */
export interface Closing {
  readonly at: Temporal.Instant;
  readonly window: number;
}

/** The last closing by whoever is not us: neither our put-back nor Resolved → Closed starts a new window. */
export function lastClosing({ kind: first, acts }: Story): Closing | undefined {
  let closing: Closing | undefined;
  let isClosed = false;
  let kind = first;
  for (const { at, who, deed } of acts) {
    if (deed.does === 'becomes') kind = deed.kind;
    if (deed.does !== 'moves') continue;
    const closes = deed.status === 'Resolved' || deed.status === 'Closed';
    const window = kind === 'Консультация' || kind === 'Ошибка' ? 2 : 5;
    if (closes && !isClosed && who !== BOT) closing = { at, window };
    isClosed = closes;
  }
  return closing;
}

/** The story as Jira would show it. */
export function told({ flavour, channel, kind, startsAt, acts }: Story): RawIssue {
  const raw = new RawIssue(startsAt.toString(), { flavour })
    .ofKind(kind)
    .channel(channel)
    .people({ agents: ['olga', 'ivan'], automation: [ROBOT.id] });
  let status = 'Waiting for support';
  let labels: readonly string[] = [];
  for (const { at, who, deed } of acts) {
    if (deed.does === 'moves' && deed.status === status) continue;
    if (deed.does === 'moves') status = deed.status;
    if (deed.does === 'labels') labels = deed.adds ? [...labels, ...deed.labels] : deed.labels;
    tell(raw, at.toString(), who, deed.does === 'labels' ? { ...deed, labels } : deed);
  }
  return raw;
}

function tell(raw: RawIssue, at: string, who: Someone, deed: Deed): void {
  switch (deed.does) {
    case 'says':
      raw.says(who, at, deed.text, saidWith(raw, at, deed.with));
      return;
    case 'moves': {
      const isClosed = deed.status === 'Resolved' || deed.status === 'Closed';
      raw.moves(who, at, deed.status, isClosed ? (deed.resolution ?? 'Done') : null);
      return;
    }
    case 'attaches':
      raw.attaches(who, at, deed.name, deed.bytes);
      return;
    case 'becomes':
      raw.becomes(who, at, deed.kind);
      return;
    case 'labels':
      raw.labelled(who, at, deed.labels);
  }
}

/** Comments of Data Center keep no marker here. */
function saidWith(
  { flavour }: RawIssue,
  at: string,
  { marker, ...rest }: CommentOptions = {},
): CommentOptions {
  if (marker === undefined || flavour === 'data-center') return rest;
  const { promisedInDays, ...known } = marker as { readonly promisedInDays?: number };
  if (promisedInDays === undefined) return { ...rest, marker: known };
  const day = msk(at).toZonedDateTimeISO('Europe/Moscow').toPlainDate().add({ days: promisedInDays });
  return { ...rest, marker: { ...known, promisedLastDay: day.toString() } };
}

const OUR_STATUS: Readonly<Record<Exclude<TicketState, 'unmapped'>, string>> = {
  open: 'Waiting for support',
  inProgress: 'In progress',
  waitingForCustomer: 'Waiting for customer',
  closed: 'Closed',
};

/** The story after we have done these effects, a second apart. */
export function withDone(story: Story, effects: readonly PlannedEffect[], at: Temporal.Instant): Story {
  const acts = effects.flatMap((effect, index): readonly Act[] => {
    const deed = deedOf(effect);
    return deed === undefined ? [] : [{ at: at.add({ seconds: index }), who: BOT, deed }];
  });
  return { ...story, acts: [...story.acts, ...acts] };
}

function deedOf(effect: PlannedEffect): Deed | undefined {
  const { data } = effect;
  switch (data.kind) {
    case 'reply':
    case 'note': {
      if (data.kind === 'note' && data.onFollowUpOf !== undefined) return undefined;
      const opened = data.text.includes(NEW_KEY) ? 'SUP-99' : undefined;
      return {
        does: 'says',
        text: data.text.replaceAll(NEW_KEY, 'SUP-99'),
        means: 'none',
        with: { internal: data.kind === 'note', marker: writeMarker(markerOf(effect, data, opened)) },
      };
    }
    case 'transition':
      return { does: 'moves', status: data.status ?? OUR_STATUS[data.to], resolution: data.resolution };
    case 'label':
      return { does: 'labels', labels: data.add, adds: true };
    case 'assign':
    case 'openTicket':
      return undefined;
  }
}
