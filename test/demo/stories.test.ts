import { beforeAll, describe, expect, it } from 'vitest';
import { ALL_RIVALS } from '#demo/demo-rivals.ts';
import { endsOf, ourMoves, type PlayedDesk, playDesk } from '#test/support/played-desk.ts';
import { STORY_ENDS, STORY_MOVES } from './story-ends.ts';

const THREE_MINUTES = 180_000;

describe('a desk on which the policy is alone', () => {
  let desk: PlayedDesk;
  beforeAll(async () => {
    desk = await playDesk();
  }, THREE_MINUTES);

  it('comes to the dates, letters and states of the stories, with one follow-up for each late return', () => {
    expect(endsOf(desk)).toEqual(STORY_ENDS);
  });

  it('moves each ticket once, in the minute in which its customer wrote or its time had come', () => {
    expect(ourMoves(desk)).toEqual(STORY_MOVES);
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
    THREE_MINUTES,
  );
});
