const QUOTE_BLOCK = /\{quote\}([\s\S]*?)\{quote\}/g;
const QUOTE_LINE = /^bq\. /gm;
/** A picture stands by itself, and its name has no spaces; people shout with exclamation marks too. */
const IMAGE = /(^|[\s>])![^\s!|]+\.[A-Za-z0-9]{2,5}(\|[^!\n]*)?!/gm;
const NAMED_LINK = /\[([^[\]|\n]+)\|[^[\]\n]+\]/g;
const USER_MENTION = /\[~([^\]\n]+)\]/g;
const TAG = /\{(color|panel|code|noformat)(:[^{}\n]*)?\}/g;
const HEADING = /^h[1-6]\. /gm;

/**
 * The plain text of Jira wiki markup, as Data Center and webhooks carry it: quotations with `> ` before
 * each line, pictures and tags left out, links by their words. Stars and underscores stay: letters use them freely.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function wikiText(markup: string): string {
  return markup
    .replaceAll('\r\n', '\n')
    .replace(QUOTE_BLOCK, (_, inner: string) => `\n${inner.trim().replace(/^/gm, '> ')}\n`)
    .replace(QUOTE_LINE, '> ')
    .replace(IMAGE, '$1')
    .replace(NAMED_LINK, '$1')
    .replace(USER_MENTION, '@$1')
    .replace(TAG, '')
    .replace(HEADING, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
