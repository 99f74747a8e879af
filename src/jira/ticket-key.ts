/** A key, or an id. Whatever else stands where a ticket should be named is refused before it becomes a path. */
const TICKET = /^([A-Z][A-Z0-9_]+-\d+|\d+)$/;

/** @throws TypeError when it is neither */
export function checkedKey(keyOrId: string): string {
  if (!TICKET.test(keyOrId)) throw new TypeError(`not a ticket key: ${JSON.stringify(keyOrId)}`);
  return keyOrId;
}

export function isTicketKey(text: string): boolean {
  return TICKET.test(text);
}
