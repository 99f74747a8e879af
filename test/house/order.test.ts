import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesIn, type HouseFile } from '#test/support/house-files.ts';

const SOURCE = [...filesIn('src', '.ts'), ...filesIn('src', '.mjs')];
const TESTS = filesIn('test', '.test.ts');
const HELPERS = filesIn('test', '.ts').filter(({ name }) => !name.endsWith('.test.ts'));

const LONGEST_FILE = 250;

describe('a file', () => {
  test(`of the source, or that helps tests, is no longer than ${LONGEST_FILE} lines`, () => {
    const lines = ({ text }: HouseFile) => text.trimEnd().split('\n').length;

    expect(SOURCE.length).toBeGreaterThan(100);
    expect(
      [...SOURCE, ...HELPERS].filter((file) => lines(file) > LONGEST_FILE).map(({ name }) => name),
    ).toEqual([]);
  });

  test('never names a folder of somebody’s machine', () => {
    const edited = [
      ...SOURCE,
      ...HELPERS,
      ...TESTS,
      ...filesIn('rules', '.json'),
      ...filesIn('config', '.json'),
    ];
    const ofMachines = /(?<![\w.:])\/(home|Users|root|work)\/\w/;

    expect(edited.filter(({ text }) => ofMachines.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

/** Titles of a file's tests, each with those of the groups around it; only those that stand written. */
function titlesIn({ name, text }: HouseFile): readonly string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node, around: readonly string[]) => {
    const title = ts.isCallExpression(node) ? titleOf(node) : undefined;
    const path = title === undefined ? around : [...around, title];
    if (title !== undefined && ts.isCallExpression(node) && !isGroup(node)) titles.push(path.join(' > '));
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest), []);
  return titles;
}

function titleOf(call: ts.CallExpression): string | undefined {
  const [first] = call.arguments;
  if (!/^(describe|test)$/.test(calledName(call.expression))) return undefined;
  return first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
}

function isGroup(call: ts.CallExpression): boolean {
  return calledName(call.expression) === 'describe';
}

/** `test` of `test`, `test.each(table)`, `test.skipIf(reason)`. */
function calledName(called: ts.Expression): string {
  if (ts.isIdentifier(called)) return called.text;
  if (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called))
    return calledName(called.expression);
  return '';
}

describe('a test', () => {
  test.each(TESTS.map((file) => [file.name, file] as const))('of %s has a title of its own', (_, file) => {
    const titles = titlesIn(file);
    const twice = titles.filter((title, index) => titles.indexOf(title) !== index);

    expect(twice).toEqual([]);
  });

  test('is found by its title at all', () => {
    expect(TESTS.flatMap(titlesIn).length).toBeGreaterThan(TESTS.length);
  });

  test('is never left out, or run alone', () => {
    const left = TESTS.filter(({ text }) => /\b(test|describe)\.(only|skip|todo)\b/.test(text));

    expect(left.map(({ name }) => name)).toEqual([]);
  });
});
