import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';

/** A file as it was read from disk. */
export interface SourceFile {
  /** As it is shown to people, with `/`: `rules/reopening.policy.json`. */
  readonly path: string;
  readonly text: string;
}

/** Where something stands in a document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A JSON file with its value and the place of everything in it. */
export interface JsonDocument {
  readonly path: string;
  readonly value: unknown;
  /** Where a value stands; the nearest enclosing value when the path leads nowhere. */
  spanOf(path: JsonPath): Span;
  /** Where a key itself stands, rather than its value. */
  spanOfKey(path: JsonPath): Span;
  /** `rules/reopening.policy.json:41:9` */
  placeOf(path: JsonPath): string;
  diagnose(code: DiagnosticCode, path: JsonPath, message: Bilingual, extra?: DiagnosticExtra): Diagnostic;
}

export interface DiagnosticExtra {
  readonly severity?: 'error' | 'warning';
  readonly hint?: Bilingual;
  readonly fix?: string;
  /** Point at the key rather than at its value. */
  readonly atKey?: boolean;
}

export type ParsedDocument =
  | { readonly kind: 'parsed'; readonly document: JsonDocument; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'broken'; readonly diagnostics: readonly Diagnostic[] };

/** Parses one JSON file: plain JSON, no comments, no trailing commas, each key once. */
export function parseDocument(file: SourceFile): ParsedDocument {
  const errors: ParseError[] = [];
  const text = file.text.charCodeAt(0) === BYTE_ORDER_MARK ? ` ${file.text.slice(1)}` : file.text;
  const root = treeOf(text, errors);
  const lines = lineStarts(text);
  const first = errors[0];
  if (first !== undefined || root === undefined) {
    const span = spanAt(lines, text, first?.offset ?? 0, first?.length ?? 0);
    const reason =
      first === undefined ? NO_TREE : (SYNTAX_ERRORS[printParseErrorCode(first.error)] ?? UNEXPECTED);
    return {
      kind: 'broken',
      diagnostics: [
        {
          code: 'RGL1001',
          severity: 'error',
          file: file.path,
          ...span,
          message: { ru: `не JSON: ${reason.ru}`, en: `not JSON: ${reason.en}` },
          hint: PLAIN_JSON,
        },
      ],
    };
  }
  const document = openDocument(file.path, text, root, lines);
  const diagnostics = repeatedKeys(root).map(
    (key): Diagnostic => ({
      code: 'RGL1002',
      severity: 'error',
      file: file.path,
      ...spanAt(lines, text, key.offset, key.length),
      message: {
        ru: `ключ «${key.value}» указан в одном объекте дважды`,
        en: `the key "${key.value}" is given twice in one object`,
      },
      hint: {
        ru: 'действовал бы только последний: оставьте один',
        en: 'only the last one would count: keep one of them',
      },
    }),
  );
  return { kind: 'parsed', document, diagnostics };
}

const NO_TREE: Bilingual = {
  ru: 'файл пуст или слишком глубоко вложен',
  en: 'the file is empty, or nested too deeply',
};

const UNEXPECTED: Bilingual = { ru: 'лишний текст', en: 'unexpected text' };

const PLAIN_JSON: Bilingual = {
  ru: 'нужен обычный JSON: без комментариев и лишних запятых, ключи и тексты в двойных кавычках',
  en: 'plain JSON is wanted here: no comments, no trailing commas, keys and texts in double quotes',
};

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const BYTE_ORDER_MARK = 0xfeff;

const SYNTAX_ERRORS: Readonly<Record<string, Bilingual>> = {
  InvalidSymbol: { ru: 'слово, которое ничего не значит', en: 'a word that is no value' },
  InvalidNumberFormat: { ru: 'это не число', en: 'a number that is none' },
  PropertyNameExpected: {
    ru: 'здесь нужен ключ в двойных кавычках',
    en: 'a key in double quotes is expected here',
  },
  ValueExpected: { ru: 'здесь нужно значение', en: 'a value is expected here' },
  ColonExpected: { ru: 'здесь нужно двоеточие', en: 'a colon is expected here' },
  CommaExpected: { ru: 'здесь нужна запятая', en: 'a comma is expected here' },
  CloseBraceExpected: { ru: 'здесь нужна закрывающая }', en: 'a closing } is expected here' },
  CloseBracketExpected: { ru: 'здесь нужна закрывающая ]', en: 'a closing ] is expected here' },
  EndOfFileExpected: { ru: 'после значения файл продолжается', en: 'the file goes on after its value' },
  InvalidCommentToken: { ru: 'комментарий', en: 'a comment' },
  UnexpectedEndOfComment: { ru: 'комментарий без конца', en: 'a comment without end' },
  UnexpectedEndOfString: { ru: 'текст без закрывающей кавычки', en: 'a text without closing quotes' },
  UnexpectedEndOfNumber: { ru: 'число без конца', en: 'a number without end' },
  InvalidUnicode: { ru: 'неверная последовательность \\u', en: 'a wrong \\u sequence' },
  InvalidEscapeCharacter: { ru: 'неверная последовательность с \\', en: 'a wrong \\ sequence' },
  InvalidCharacter: {
    ru: 'символ, которого в тексте быть не может',
    en: 'a character that may not stand in a text',
  },
};

function openDocument(path: string, text: string, root: Node, lines: readonly number[]): JsonDocument {
  const value = toValue(root);
  const nodeAt = (jsonPath: JsonPath): Node => {
    for (let length = jsonPath.length; length > 0; length -= 1) {
      const node = findNodeAtLocation(root, jsonPath.slice(0, length));
      if (node !== undefined) return node;
    }
    return root;
  };
  const spanOf = (jsonPath: JsonPath) => {
    const node = nodeAt(jsonPath);
    return spanAt(lines, text, node.offset, node.length);
  };
  const spanOfKey = (jsonPath: JsonPath) => {
    const property = nodeAt(jsonPath).parent;
    const key = property?.type === 'property' ? property.children?.[0] : undefined;
    return key === undefined ? spanOf(jsonPath) : spanAt(lines, text, key.offset, key.length);
  };
  return {
    path,
    value,
    spanOf,
    spanOfKey,
    placeOf(jsonPath) {
      const { line, column } = spanOf(jsonPath);
      return `${path}:${line}:${column}`;
    },
    diagnose(code, jsonPath, message, extra = {}) {
      const { severity = 'error', atKey = false, ...rest } = extra;
      return { code, severity, file: path, ...(atKey ? spanOfKey : spanOf)(jsonPath), message, ...rest };
    },
  };
}

/** Builds plain values without a prototype to pollute: `__proto__` is a key like any other. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value;
  const object: Record<string, unknown> = Object.create(null);
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key !== undefined && value !== undefined) object[String(key.value)] = toValue(value);
  }
  return object;
}

/** The later of two equal keys of one object, everywhere in the tree. */
function repeatedKeys(root: Node): readonly Node[] {
  const repeated: Node[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      if (key !== undefined && seen.has(String(key.value))) repeated.push(key);
      if (key !== undefined) seen.add(String(key.value));
      open.push(child);
    }
  }
  return repeated;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function spanAt(lines: readonly number[], text: string, offset: number, length: number): Span {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = lines[low] ?? 0;
  const lineEnd = lines[low + 1] === undefined ? text.length : (lines[low + 1] ?? 0) - 1;
  return {
    line: low + 1,
    column: offset - start + 1,
    endColumn: Math.max(offset + 1, Math.min(offset + length, lineEnd)) - start + 1,
  };
}
