import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Act, Story } from './act.ts';
import { STORIES } from './stories/all.ts';
import { ORDINARY_TRAFFIC } from './traffic/all.ts';

/** What a run of the demo plays. */
export interface Programme {
  readonly stories: readonly Story[];
  /** What happens beside them. */
  readonly traffic: readonly Act[];
}

export const WHOLE_PROGRAMME: Programme = { stories: STORIES, traffic: ORDINARY_TRAFFIC };

export type ChosenStories =
  | { readonly kind: 'chosen'; readonly programme: Programme }
  | { readonly kind: 'unknown'; readonly why: Bilingual };

/**
 * The stories that were asked for, and nothing beside them; everything when none was.
 *
 * @param numbers as they were typed
 */
export function chooseStories(numbers: readonly string[]): ChosenStories {
  if (numbers.length === 0) return { kind: 'chosen', programme: WHOLE_PROGRAMME };
  const unknown = numbers.find((number) => !STORIES.some((story) => String(story.number) === number));
  if (unknown !== undefined) {
    const list = (language: 'ru' | 'en') =>
      STORIES.map(({ number, title }) => `\n  ${String(number).padStart(2)}  ${title[language]}`).join('');
    return {
      kind: 'unknown',
      why: {
        ru: `--story: истории «${unknown}» нет; есть такие:${list('ru')}`,
        en: `--story: there is no story "${unknown}"; there are:${list('en')}`,
      },
    };
  }
  const stories = STORIES.filter((story) => numbers.includes(String(story.number)));
  return { kind: 'chosen', programme: { stories, traffic: [] } };
}
