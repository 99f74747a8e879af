const QUOTE_BLOCK = /\{quote\}([\s\S]*?)\{quote\}/g;
const QUOTE_LINE = /^bq\. /gm;
/** A picture stands by itself, and its name has no spaces; people shout with exclamation marks too. */
const IMAGE = /(^|[\s>])![^\s!|]+\.[A-Za-z0-9]{2,5}(\|[^!\n]*)?!/gm;
const NAMED_LINK = /\[([^[\]|\n]+)\|[^[\]\n]+\]/g;
const USER_MENTION = /\[~([^\]\n]+)\]/g;
const TAG = /\{(color|panel|code|noformat)(:[^{}\n]*)?\}/g;
const HEADING = /^h[1-6]\. /gm;

/** A backslash before one of these shows the character itself, as Atlassian's own renderer has it. */
const ESCAPABLE = '-#*_+?^~|%{}[]()!@';
const ESCAPED = /(?<!\\)\\([-#*_+?^~|%{}[\]()!@])/g;

/** Unicode keeps these for a program's own use: no letter contains them. They stand for what was escaped. */
const FIRST_STAND_IN = 0xfdd0;
const STAND_IN = /[\uFDD0-\uFDE1]/g;

const ENTITY = /&(?:#(\d{2,3})|amp);/g;

/**
 * The plain text of Jira wiki markup, as Data Center and webhooks carry it: quotations with `> ` before
 * each line, pictures and tags left out, links by their words, what was escaped as itself. Stars and underscores
 * stay: letters use them freely.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function wikiText(markup: string): string {
  return markup
    .replaceAll('\r\n', '\n')
    .replace(ESCAPED, (_, character: string) => standIn(character))
    .replace(QUOTE_BLOCK, (_, inner: string) => `\n${inner.trim().replace(/^/gm, '> ')}\n`)
    .replace(QUOTE_LINE, '> ')
    .replace(IMAGE, '$1')
    .replace(NAMED_LINK, '$1')
    .replace(USER_MENTION, '@$1')
    .replace(TAG, '')
    .replace(HEADING, '')
    .replace(STAND_IN, (character) => ESCAPABLE[character.charCodeAt(0) - FIRST_STAND_IN] ?? '')
    .replace(ENTITY, (_, code?: string) => (code === undefined ? '&' : String.fromCharCode(Number(code))))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function standIn(character: string): string {
  return String.fromCharCode(FIRST_STAND_IN + ESCAPABLE.indexOf(character));
}
