import { elapsedSince, startTiming } from '#clock.ts';
import type { Page } from './page.ts';

/** People get a little time to read; a file or a pipe does not need it. */
const READING_MILLISECONDS_A_LINE = 20;

/** The same page, which gives its reader time; while the demo works, they read already. */
export function pacedPage(page: Omit<Page, 'breathe'>): Page {
  const started = startTiming();
  let readUntil = 0;
  return {
    ...page,
    print(line) {
      readUntil = Math.max(readUntil, elapsedSince(started)) + READING_MILLISECONDS_A_LINE;
      page.print(line);
    },
    async breathe() {
      const pause = readUntil - elapsedSince(started);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    },
  };
}
