import { adfText } from '#core/issue/adf-text.ts';
import type { AdfDocument } from './adf.ts';

/** A document as a mail shows it: blocks parted by a blank line. */
export function mailText({ content }: AdfDocument): string {
  return content.map((block) => adfText({ type: 'doc', version: 1, content: [block] })).join('\n\n');
}
