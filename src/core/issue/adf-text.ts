import { instantAt } from './jira-instant.ts';
import { isObject, type JsonObject, objectAt, objectsAt, own, textAt } from './json.ts';

/** Documents nested deeper than this are not written by people; deeper content is left out. */
const DEEPEST = 60;

/** Nodes that stand on lines of their own. */
const BLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'panel',
  'table',
  'tableRow',
  'expand',
  'nestedExpand',
  'rule',
  'taskList',
  'taskItem',
  'decisionList',
  'decisionItem',
  'mediaSingle',
  'mediaGroup',
]);

/**
 * The plain text of an Atlassian Document Format node, as a person would read it: blocks on lines of
 * their own, quotations with `> ` before each line, media left out.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function adfText(node: unknown): string {
  return isObject(node) ? tidy(render(node, 0)) : '';
}

function render(node: JsonObject, depth: number): string {
  if (depth > DEEPEST) return '';
  const type = textAt(node, 'type') ?? '';
  const inner = () => children(node, depth);
  switch (type) {
    case 'text':
      return textAt(node, 'text') ?? '';
    case 'hardBreak':
      return '\n';
    case 'mention':
    case 'emoji':
    case 'status':
    case 'date':
    case 'inlineCard':
    case 'blockCard':
      return attributeText(node);
    case 'blockquote':
      return quoted(inner());
    case 'listItem':
    case 'taskItem':
      return `- ${inner().trim()}`;
    case 'tableCell':
    case 'tableHeader':
      return `${inner().trim()}\t`;
    default:
      return inner();
  }
}

function children(node: JsonObject, depth: number): string {
  let text = '';
  for (const child of objectsAt(node, 'content')) {
    const block = BLOCKS.has(textAt(child, 'type') ?? '');
    if (block && text !== '' && !text.endsWith('\n')) text += '\n';
    text += render(child, depth + 1);
    if (block) text += '\n';
  }
  return text;
}

function attributeText(node: JsonObject): string {
  const attributes = objectAt(node, 'attrs');
  if (attributes === undefined) return '';
  for (const key of ['text', 'shortName', 'url']) {
    const value = textAt(attributes, key);
    if (value !== undefined) return value;
  }
  const timestamp = own(attributes, 'timestamp');
  if (typeof timestamp !== 'string' && typeof timestamp !== 'number') return '';
  return instantAt(Number(timestamp))?.toString().replace(/T.*/, '') ?? '';
}

function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function tidy(text: string): string {
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
