/** A length of time as policies write it: "5 business days", "4 business hours", "15 minutes". */
export type TimeSpan =
  | { readonly unit: 'businessDays'; readonly count: number }
  | { readonly unit: 'businessTime'; readonly duration: Temporal.Duration }
  | { readonly unit: 'clockTime'; readonly duration: Temporal.Duration };

const FORM = /^(\d{1,4}) (business )?(day|hour|minute|second)s?$/;

/** What an admin may write where a time span is wanted, for hints. */
export const TIME_SPAN_EXAMPLES = '"5 business days", "4 business hours", "15 minutes"';

/** @returns `undefined` when the text is no time span, or a count of zero days */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const count = Number(match[1]);
  const business = match[2] !== undefined;
  if (match[3] === 'day') {
    return business && count > 0 ? { unit: 'businessDays', count } : undefined;
  }
  const duration = Temporal.Duration.from({ [`${match[3]}s`]: count });
  return { unit: business ? 'businessTime' : 'clockTime', duration };
}
