import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonDocument, parseDocument } from '#core/policy/source/document.ts';

function parsed(text: string): JsonDocument {
  const result = parseDocument({ path: 'rules/x.json', text });
  if (result.kind !== 'parsed') throw new Error(JSON.stringify(result.diagnostics));
  return result.document;
}

function firstFinding(text: string): string {
  const [finding] = parseDocument({ path: 'x.json', text }).diagnostics;
  return `${finding?.line}:${finding?.column} ${finding?.code} ${finding?.message.en}`;
}

describe('a place in a file', () => {
  const text = '{\n  "имя": "да",\r\n\t"list": [ 1, { "a b": true } ]\n}\n';

  test.each([
    [['имя'], '2:10-14'],
    [['list', 0], '3:12-13'],
    [['list', 1, 'a b'], '3:24-28'],
  ] as const)('of %j is counted in lines and characters from one', (path, expected) => {
    const { line, column, endColumn } = parsed(text).spanOf(path);

    expect(`${line}:${column}-${endColumn}`).toBe(expected);
  });

  test('may be that of a key', () => {
    expect(parsed(text).spanOfKey(['имя'])).toEqual({ line: 2, column: 3, endColumn: 8 });
  });

  test('of what is not there is that of the nearest thing around it', () => {
    expect(parsed(text).spanOf(['list', 1, 'gone', 'deeper'])).toEqual(parsed(text).spanOf(['list', 1]));
    expect(parsed(text).placeOf(['nowhere'])).toBe('rules/x.json:1:1');
  });

  test('ends with its line where the value goes on', () => {
    expect(parsed('{ "a": {\n "b": 1 } }').spanOf(['a'])).toEqual({ line: 1, column: 8, endColumn: 9 });
  });

  test('counts a letter outside the basic plane as two, as editors do', () => {
    expect(parsed('{ "😀": 1 }').spanOf(['😀'])).toMatchObject({ column: 9, endColumn: 10 });
  });
});

describe('a file that is no JSON', () => {
  test.each([
    ['', '1:1 RGL1001 not JSON: a value is expected here'],
    ['{ "a": }', '1:8 RGL1001 not JSON: a value is expected here'],
    ['{ "a": 1, }', '1:11 RGL1001 not JSON: a key in double quotes is expected here'],
    ['{ "a": 1 "b": 2 }', '1:10 RGL1001 not JSON: a comma is expected here'],
    ['{ "a" 1 }', '1:7 RGL1001 not JSON: a colon is expected here'],
    ['{\n  "a": "no end\n}', '2:8 RGL1001 not JSON: a text without closing quotes'],
    ['{ "a": "\\x" }', '1:8 RGL1001 not JSON: a wrong \\ sequence'],
    ['{} {}', '1:4 RGL1001 not JSON: the file goes on after its value'],
    ["{ 'a': 1 }", '1:3 RGL1001 not JSON: a word that is no value'],
    ['{ "a": 01 }', '1:9 RGL1001 not JSON: a comma is expected here'],
  ])('%j', (text, expected) => {
    expect(firstFinding(text)).toBe(expected);
  });
});

describe('the value of a file', () => {
  test('is what JSON says it is, with a place for everything in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);

        expect(JSON.stringify(parsed(text).value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('has no prototype that a key could change', () => {
    const { value } = parsed('{ "__proto__": { "polluted": true }, "constructor": 1 }');

    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with a key given twice is refused at the second one, wherever it is', () => {
    const { diagnostics } = parseDocument({
      path: 'x.json',
      text: '{ "a": [ { "b": 1,\n "b": 2 } ],\n "a": 3 }',
    });

    expect(diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`).sort()).toEqual([
      'RGL1002 2:2',
      'RGL1002 3:2',
    ]);
  });

  test('may stand behind a byte order mark', () => {
    expect(parsed('\uFEFF{ "a": 1 }').value).toEqual(Object.assign(Object.create(null), { a: 1 }));
  });
});
