/** Jira Service Management hides a comment from customers when this property says so; its own default is public. */
const VISIBILITY_PROPERTY = 'sd.public.comment';

/** A comment's visibility, said in so many words. */
export function visibilityProperty(internal: boolean): { readonly key: string; readonly value: object } {
  return { key: VISIBILITY_PROPERTY, value: { internal } };
}
