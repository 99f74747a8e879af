import { describe, expect, it } from 'vitest';
import { STORIES } from '#demo/stories/all.ts';
import { endsOf, playDesk } from '#test/support/played-desk.ts';
import { ofStories, STORY_ENDS } from './story-ends.ts';

/** The machine may be busy with others. */
const FIVE_MINUTES = 300_000;

describe('a story that is played alone', () => {
  it.each(STORIES.map((story) => ({ story, number: story.number })))(
    'comes to the end that it has among the others: story $number',
    async ({ story }) => {
      expect(endsOf(await playDesk({ stories: [story] }))).toEqual(ofStories(STORY_ENDS, [story]));
    },
    FIVE_MINUTES,
  );
});
