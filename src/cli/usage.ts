import type { Bilingual } from '#core/calendar/bilingual.ts';

/** Wrong usage or unreadable input: the command ends with exit code 2 and this sentence. */
export class UsageError extends Error {
  readonly words: Bilingual;

  constructor(words: Bilingual) {
    super(words.en);
    this.name = 'UsageError';
    this.words = words;
  }
}

/**
 * An instant as people type it: ISO-8601 with an offset.
 *
 * @throws UsageError when it is none
 */
export function readInstantOption(name: string, text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new UsageError({
      ru: `${name}: «${text}» – не момент времени; укажите его со смещением, например 2026-03-02T10:00+03:00`,
      en: `${name}: "${text}" is no instant; write it with its offset, for instance 2026-03-02T10:00+03:00`,
    });
  }
}
