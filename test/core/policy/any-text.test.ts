import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledReglament } from '#core/policy/compile/compile-reglament.ts';
import { DIAGNOSTIC_CODES, type Diagnostic } from '#core/policy/source/diagnostic.ts';
import { changedSomewhere } from '#test/support/cli-changed-json.ts';
import { compiledWith, shippedRules } from '#test/support/cli-mistakes.ts';

const FILES = [
  'clarification.policy.json',
  'messages/ru.json',
  'calendars/ru.calendar.json',
  'vocabulary/conversation.json',
  'regulation.json',
  'desk.json',
] as const;

/** Every finding can be shown: it has words in both languages, and its place is in the file. */
function expectShowable(diagnostic: Diagnostic, text: string, file: string): void {
  const { code, line, column, endColumn, message } = diagnostic;

  expect(DIAGNOSTIC_CODES).toHaveProperty(code);
  expect(message.ru).not.toBe('');
  expect(message.en).not.toBe('');
  if (diagnostic.file !== `rules/${file}` || code === 'RGL1008') return;
  const shown = text.split('\n')[line - 1];
  expect(shown).toBeDefined();
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual((shown?.length ?? 0) + 1);
  expect(endColumn).toBeGreaterThan(column);
  expect(endColumn).toBeLessThanOrEqual(Math.max(column, shown?.length ?? 0) + 2);
}

function expectFindingsOrReglament(
  { reglament, diagnostics }: CompiledReglament,
  file: string,
  text: string,
): void {
  for (const diagnostic of diagnostics) expectShowable(diagnostic, text, file);
  const wrong = diagnostics.some(({ severity }) => severity === 'error');
  expect(reglament === undefined).toBe(wrong);
}

describe.each(FILES)('%s may hold anything', (file) => {
  const original = shippedRules().files.find(({ path }) => path === `rules/${file}`)?.text ?? '';
  const compile = (text: string) =>
    expectFindingsOrReglament(compiledWith({ [file]: () => text }), file, text);

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), compile), { numRuns: 15 });
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), compile), { numRuns: 20 });
  });

  test('a good file cut off, or with a piece of it twice', () => {
    const piece = fc.tuple(fc.nat(original.length), fc.nat(original.length));
    fc.assert(
      fc.property(piece, fc.boolean(), ([from, to], twice) => {
        compile(original.slice(0, Math.max(from, to)) + (twice ? original.slice(Math.min(from, to)) : ''));
      }),
      { numRuns: 15 },
    );
  });

  test('a good file with one value, key or element changed for anything', () => {
    const changed = changedSomewhere(JSON.parse(original)).map((value) => JSON.stringify(value, null, 2));
    fc.assert(fc.property(changed, compile), { numRuns: 50 });
  });
});

describe('a file nested too deeply', () => {
  test.each([100, 2000, 20_000, 200_000])(
    'of %d levels is refused or read, and never breaks the program',
    (depth) => {
      const text = `{ "name": ${'['.repeat(depth)}${']'.repeat(depth)} }`;

      const { reglament, diagnostics } = compiledWith({ 'desk.json': () => text });

      expect(reglament).toBeUndefined();
      expect(diagnostics.every(({ file }) => file === 'rules/desk.json')).toBe(true);
    },
  );
});
