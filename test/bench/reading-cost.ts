import { dateOf } from '#core/calendar/date-of.ts';
import { decide } from '#core/decision/decide.ts';
import type { Message } from '#core/ticket/entry.ts';
import { readQuestion } from '#standard/letter/read-question.ts';
import { readReply } from '#standard/letter/read-reply.ts';
import { theReglament, ticketOf } from '#test/support/desk.ts';
import type { Measured } from './figure.ts';
import { BLOCKS, interleaved, ROUNDS, rangeOf } from './interleaved.ts';
import { median } from './statistics.ts';
import { toldLooks } from './told-looks.ts';

/** A ticket's JSON into a ticket, its letters into what they are, and both with the first decision. */
export async function readingCost(): Promise<Measured> {
  const { calendar, words } = theReglament();
  const looks = toldLooks();
  const letters = looks.flatMap(({ ticket }) =>
    ticket.entries.filter((entry): entry is Message => entry.kind === 'message' && entry.text !== ''),
  );
  const ofTickets = await interleaved(looks, [
    ({ json }) => ticketOf(json),
    ({ json, event, at }) => decide(theReglament(), ticketOf(json), event, at),
  ]);
  const ofLetters = await interleaved(letters, [
    (letter) =>
      letter.actor === 'agent'
        ? readQuestion(letter.text, words)
        : readReply(letter, dateOf(calendar, letter.at), words),
  ]);
  const figure = (name: string, values: readonly number[]) => ({
    name,
    value: median(values),
    unit: 'µs',
    range: rangeOf(values),
  });
  const column = (index: number) => ofTickets.map((block) => block[index] ?? Number.NaN);
  return {
    title: 'reading',
    method:
      `${looks.length} tickets as Jira's JSON, already parsed; ${letters.length} letters, the agents' for questions, all ` +
      `others for what they are; ${BLOCKS} blocks of ${ROUNDS} rounds, medians as above. Nothing is known from before.`,
    figures: [
      figure("a ticket from Jira's JSON", column(0)),
      figure('the same, with its letters read and decided on', column(1)),
      figure(
        'one letter',
        ofLetters.map(([time]) => time ?? Number.NaN),
      ),
    ],
  };
}
