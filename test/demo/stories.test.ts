import { beforeAll, describe, expect, it } from 'vitest';
import { BOT } from '#demo/cast.ts';
import { ALL_RIVALS } from '#demo/demo-rivals.ts';
import { endsOf, ourMoves, type PlayedDesk, playDesk } from '#test/support/played-desk.ts';
import { STORY_ENDS, STORY_MOVES } from './story-ends.ts';

/** The machine may be busy with others. */
const FIVE_MINUTES = 300_000;

describe('a desk on which the policy is alone', () => {
  let desk: PlayedDesk;
  beforeAll(async () => {
    desk = await playDesk();
  }, FIVE_MINUTES);

  it('comes to the dates, letters and states of the stories, with one follow-up for each late return', () => {
    expect(endsOf(desk)).toEqual(STORY_ENDS);
  });

  it('moves each ticket once, in the minute in which its customer wrote or its time had come', () => {
    expect(ourMoves(desk)).toEqual(STORY_MOVES);
  });

  it('asks once, five minutes after the screenshot, for the path and the document and nothing else', () => {
    expect(asksOf(desk)).toEqual({
      silent: ['2027-02-16T14:25:40 entity, documentIds'],
      twin: ['2027-02-16T14:26:40 entity, documentIds'],
      'wrong form': ['2027-03-03T10:15:00 entity'],
    });
  });

  it('sends each letter as one mail to one customer, and only in desk hours', () => {
    const ours = desk.mails.filter(({ causedBy }) => causedBy.accountId === BOT);
    const letters = [...desk.tickets.values()].flatMap(({ entries }) =>
      entries.filter((entry) => entry.kind === 'message' && entry.public && entry.marker !== undefined),
    );

    expect(ours).toHaveLength(letters.length);
    const acts = ours.map(({ issueKey, to, at }) => `${issueKey} ${to.accountId} ${at}`);
    expect(acts.filter((act, index) => acts.indexOf(act) !== index)).toEqual([]);
    expect(
      ours
        .map(({ at }) => local(at))
        .filter((time) => !isInDeskHours(time))
        .map(String),
    ).toEqual([]);
  });

  it('gives a follow-up what the closed request had, and its late letters with their files', () => {
    const old = desk.tickets.get('neighbour B');
    const followUp = desk.tickets.get('follow-up of neighbour B');
    expect(followUp).toMatchObject({
      kind: old?.kind,
      requestType: old?.requestType,
      reporter: { id: old?.reporter?.id },
      summary: old?.summary,
      links: [{ key: old?.key }],
    });
    expect(followUp?.attachments.map(({ name }) => name)).toContain('ведомость.png');
  });
});

describe('a desk that speaks English', () => {
  it(
    'comes to the same ends at the same times',
    async () => {
      const names: Readonly<Record<string, string>> = { Done: 'Готово', Unanswered: 'Нет ответа' };
      const ends = Object.entries(endsOf(await playDesk({ language: 'en' }))).map(([name, end]) => [
        name,
        { ...end, resolution: end.resolution === undefined ? undefined : names[end.resolution] },
      ]);
      expect(Object.fromEntries(ends)).toEqual(STORY_ENDS);
    },
    FIVE_MINUTES,
  );
});

describe("a desk on which Jira's own automations act as well", () => {
  it.each([
    { when: 'in the same moment', delaySeconds: 0 },
    { when: 'some seconds later', delaySeconds: 3 },
  ])(
    'comes to the same ends when they act $when',
    async ({ delaySeconds }) => {
      const desk = await playDesk({ rivals: { ...ALL_RIVALS, delaySeconds } });
      expect(endsOf(desk)).toEqual(STORY_ENDS);
    },
    FIVE_MINUTES,
  );
});

/** By the ticket's name: when it was asked in public, to the second, and for what. */
function asksOf({ tickets }: PlayedDesk): Readonly<Record<string, readonly string[]>> {
  const asks = [...tickets].map(([name, { entries }]) => [
    name,
    entries.flatMap((entry) => {
      const asked = entry.kind === 'message' && entry.public ? entry.marker?.asked : undefined;
      return asked === undefined ? [] : [`${local(entry.at.epochMilliseconds)} ${asked.join(', ')}`];
    }),
  ]);
  return Object.fromEntries(asks.filter(([, own]) => own?.length !== 0));
}

function local(at: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Europe/Moscow')
    .toPlainDateTime()
    .round('second');
}

function isInDeskHours(time: Temporal.PlainDateTime): boolean {
  const isBusinessDay = !['2027-02-21', '2027-02-22', '2027-02-23', '2027-02-27', '2027-02-28', '2027-03-06']
    .concat(['2027-03-07', '2027-03-08'])
    .includes(time.toPlainDate().toString());
  return isBusinessDay && time.hour >= 9 && time.hour < 18;
}
