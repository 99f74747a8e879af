/**
 * What could begin markup, and what must stay as it is, in the order in which it is looked for:
 * addresses of pages (Jira finds them before any markup), headings and quoted lines, entities, backslashes,
 * list marks, pictures, smileys, and single characters.
 */
const TOKENS = [
  /(?<address>https?:\/\/(?:&(?!#\d|\w+;)|[\w/:.?=%#~+@-])+)/u,
  /(?<=^\s*(?:h[1-6]|bq))(?<dot>\.)(?=\s)/u,
  /(?<ampersand>&)(?=#\d|\w+;)/u,
  /(?<backslash>\\(?![\p{L}\p{N}])|(?<=\\)\\)/u,
  /(?<=^\s*#*)(?<list>#)/u,
  /(?<smiley>[:;])(?=-?[()DPp])/u,
  /(?<icon>\()(?=(?:y|n|i|x|on|off|\/|!|\?|\+|-|\*[rgbyd]?|flag|flagoff)\))/u,
  /(?<picture>!)(?=\S)/u,
  /(?<doubled>\?(?=\?)|(?<=\?)\?)/u,
  /(?<stroke>(?<![\p{L}\p{N}])[-+]|[-+](?![\p{L}\p{N}]))/u,
  /(?<mark>[{}[\]|*_~^@])/u,
];

const MARKUP = new RegExp(TOKENS.map(({ source }) => source).join('|'), 'gmu');

/** These have no escape; a numbered entity shows them all the same. */
const BY_NUMBER = ['dot', 'backslash', 'smiley'] as const;

/**
 * Plain text as wiki markup that shows just this text: nothing in it becomes a macro, a mention, a picture, a link
 * with other words, or a list. Line breaks and blank lines mean the same in both.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function toWiki(text: string): string {
  return text.replace(MARKUP, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (groups.address !== undefined) return found;
    if (groups.ampersand !== undefined) return '&amp;';
    return BY_NUMBER.some((name) => groups[name] !== undefined) ? `&#${found.charCodeAt(0)};` : `\\${found}`;
  });
}
