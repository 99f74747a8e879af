import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

/** The fixed words of a message, by which a text of ours is known again when its marker is lost. */
export interface Wording {
  readonly placeholders: readonly string[];
  /** What stands between the fixed words, by placeholder; `undefined` when the text is not this message. */
  readonly match: (text: string) => Readonly<Record<string, string>> | undefined;
}

/**
 * What a message asks for that no value of ours is: values are texts and counts, and ICU's dates and times would fail
 * when the letter is written. Days come as text already.
 */
export function unusableIn(elements: Ast): string | undefined {
  for (const element of elements) {
    if (element.type === DATE || element.type === TIME) return `{${element.value}, date/time}`;
    if (element.type !== SELECT && element.type !== PLURAL) continue;
    for (const { value } of Object.values(element.options)) {
      const unusable = unusableIn(value);
      if (unusable !== undefined) return unusable;
    }
  }
  return undefined;
}

/** Shorter runs of fixed words tell nothing. */
const TELLING_LENGTH = 12;

/** Kinds of element in the syntax tree of ICU MessageFormat. */
const LITERAL = 0;
const ARGUMENT = 1;
const DATE = 3;
const TIME = 4;
const SELECT = 5;
const PLURAL = 6;

interface Part {
  readonly fixed?: string;
  readonly placeholder?: string;
}

export function wordingOf(ast: Ast): Wording {
  const parts = ast.map(partOf);
  const telling = parts.some((part) => (part.fixed?.trim().length ?? 0) >= TELLING_LENGTH);
  return {
    placeholders: [...new Set(placeholdersIn(ast))],
    match: (text) => (telling ? matchParts(parts, folded(text)) : undefined),
  };
}

function partOf(element: Element): Part {
  if (element.type === LITERAL) return { fixed: folded(element.value) };
  if (element.type === ARGUMENT) return { placeholder: element.value };
  return {};
}

/** White space may change on the way through Jira and mail; words do not. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function matchParts(parts: readonly Part[], text: string): Readonly<Record<string, string>> | undefined {
  const values: Record<string, string> = {};
  let at = 0;
  let open: string | undefined;
  for (const part of parts) {
    const fixed = part.fixed?.trim();
    if (fixed === undefined || fixed === '') {
      open = part.placeholder ?? open;
      continue;
    }
    const found = text.indexOf(fixed, at);
    if (found === -1) return undefined;
    if (open !== undefined) values[open] ??= text.slice(at, found).trim();
    open = undefined;
    at = found + fixed.length;
  }
  if (open !== undefined) values[open] ??= text.slice(at).trim();
  return values;
}

function placeholdersIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === LITERAL || !('value' in element)) return [];
    const nested =
      element.type === SELECT || element.type === PLURAL
        ? Object.values(element.options).flatMap((option) => placeholdersIn(option.value))
        : [];
    return [element.value, ...nested];
  });
}
