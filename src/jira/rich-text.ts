/** A node of the Atlassian Document Format; only plain paragraphs are ever made here. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfParagraph[];
}

interface AdfParagraph {
  readonly type: 'paragraph';
  readonly content: readonly AdfInline[];
}

type AdfInline = { readonly type: 'text'; readonly text: string } | { readonly type: 'hardBreak' };

/**
 * Plain text as a document: a blank line parts paragraphs, a line break stays one. Whatever the text contains stands
 * in text nodes only, so nothing that a customer wrote becomes markup.
 */
export function toAdf(text: string): AdfDocument {
  return {
    type: 'doc',
    version: 1,
    content: text
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => ({ type: 'paragraph', content: inlineOf(paragraph) })),
  };
}

function inlineOf(paragraph: string): readonly AdfInline[] {
  return paragraph
    .split('\n')
    .flatMap((line, index): readonly AdfInline[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);
}
