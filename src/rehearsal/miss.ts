import type { Language } from '#core/calendar/bilingual.ts';
import type { JsonPath } from '#core/policy/source/document.ts';

/** An expectation that did not come true. */
export interface Miss {
  readonly path: JsonPath;
  readonly expected: string;
  readonly actual: string;
}

/** How times and texts of an expectation are read. */
export interface Eye {
  readonly zone: string;
  readonly year: number;
  readonly language: Language;
  /** Names of the site's resolutions, in their order. */
  readonly resolutions: readonly string[];
}
