import { wikiText } from '#core/issue/wiki-text.ts';
import { type AdfDocument, documentOf } from './adf.ts';

type Json = Readonly<Record<string, unknown>>;

/** Of a comment's properties Data Center's service management keeps the one that it made itself. */
const KEPT_PROPERTY = 'sd.public.comment';

/** Wiki markup as our world keeps it: what people read, and the markup itself to give back. */
export function fromMarkup(markup: string): AdfDocument {
  return { ...documentOf(wikiText(markup)), markup };
}

/** A new comment, as Cloud would have been sent it; `undefined` when its body is no markup. */
export function commentFrom({ body, properties }: Json): Json | undefined {
  if (typeof body !== 'string') return undefined;
  const given = Array.isArray(properties) ? (properties as readonly Json[]) : [];
  return { body: fromMarkup(body), properties: given.filter(({ key }) => key === KEPT_PROPERTY) };
}

/** A new issue, as Cloud would have been sent it. */
export function issueFrom(request: Json): Json {
  const fields = Object.entries((request.fields ?? {}) as Json).map(([id, value]) => [
    id,
    fieldFrom(id, value),
  ]);
  return { ...request, fields: Object.fromEntries(fields) };
}

function fieldFrom(id: string, value: unknown): unknown {
  if (id === 'description' && typeof value === 'string') return fromMarkup(value);
  if (id === 'reporter') return { id: (value as Json).name };
  return Array.isArray(value) ? value.map(personFrom) : value;
}

function personFrom(value: unknown): unknown {
  const name = typeof value === 'object' && value !== null ? (value as Json).name : undefined;
  return typeof name === 'string' ? { ...(value as Json), accountId: name } : value;
}
