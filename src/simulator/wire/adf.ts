/** A document as Jira's v3 API takes and gives it. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly object[];
  /** The wiki markup it was written in, where that was so; Data Center gives it back as it was. */
  readonly markup?: string;
}

/** Text as a person types it into the portal or a mail: blank lines part paragraphs. */
export function documentOf(text: string): AdfDocument {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split('\n')
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]),
  }));
  return { type: 'doc', version: 1, content: paragraphs };
}

/** Whether a value is a document at all; Jira's v3 API takes nothing else for a rich text. */
export function isDocument(value: unknown): value is AdfDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { type, version, content } = value as Partial<AdfDocument>;
  return type === 'doc' && version === 1 && Array.isArray(content);
}
