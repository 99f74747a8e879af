import type { Act, Story } from './act.ts';

/** Which ticket belongs to which story; those of no story are the desk's ordinary traffic. */
export class TicketBook {
  readonly #stories: readonly Story[];
  readonly #storyOf = new Map<string, Story | undefined>();

  constructor(stories: readonly Story[]) {
    this.#stories = stories;
  }

  /** An act was done to a ticket. */
  note(act: Act, key: string): void {
    this.#storyOf.set(
      key,
      this.#stories.find(({ acts }) => acts.includes(act)),
    );
  }

  /** A follow-up belongs to the story of the ticket that it continues. */
  continues(key: string, old: string): void {
    this.#storyOf.set(key, this.#storyOf.get(old));
  }

  storyOf(key: string): Story | undefined {
    return this.#storyOf.get(key);
  }

  keysOf(story: Story): readonly string[] {
    return [...this.#storyOf].filter(([, own]) => own === story).map(([key]) => key);
  }
}
