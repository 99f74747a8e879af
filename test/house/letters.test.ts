import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { measuredHalves, withCurrentTable } from '#test/letters/readme-table.ts';
import { PROJECT } from '#test/support/desk.ts';
import { readHouseFile } from '#test/support/house-files.ts';

function linesOf(half: string): readonly { readonly id: string; readonly lang: string }[] {
  const file = path.join(PROJECT, 'test', 'fixtures', 'letters', `${half}.jsonl`);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; lang: string });
}

describe('the labelled letters', () => {
  test('are at least 200 in Russian and 40 in English, each once', () => {
    const all = [...linesOf('counted'), ...linesOf('open')];
    expect(all.filter(({ lang }) => lang === 'ru').length).toBeGreaterThanOrEqual(200);
    expect(all.filter(({ lang }) => lang === 'en').length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('that are counted are those that were frozen before the words were tuned', () => {
    const file = path.join(PROJECT, 'test', 'fixtures', 'letters', 'counted.jsonl');
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(
      'e4c3299aeafe632233cfe611419aff6e35dfb30d7998491f544ebaade613be64',
    );
  });
});

describe('letters of the counted half', () => {
  let counted: ReturnType<typeof measuredHalves>['counted'];
  beforeAll(() => {
    ({ counted } = measuredHalves());
  });

  test('are asked for what they lack, and seldom for what they bring', () => {
    expect(counted.missing.precision).toBeGreaterThanOrEqual(0.97);
    expect(counted.missing.recall).toBeGreaterThanOrEqual(0.85);
    expect(counted.unsure.count / counted.unsure.of).toBeLessThan(0.12);
  });

  test('are of the kind that people see in them', () => {
    expect(counted.kind.recall).toBeGreaterThanOrEqual(0.92);
  });

  test('hold one problem or several, as people count', () => {
    expect(counted.oneOrSeveral.recall).toBeGreaterThanOrEqual(0.9);
  });

  test('are never called foreign when they are ours', () => {
    expect(counted.outOfScope.precision).toBe(1);
    expect(counted.outOfScope.recall).toBeGreaterThanOrEqual(0.8);
  });

  test('that only thank, or were written by a machine, are known', () => {
    expect(counted.event.precision).toBeGreaterThanOrEqual(0.98);
    expect(counted.event.recall).toBeGreaterThanOrEqual(0.98);
  });
});

test('the README’s table of what is understood is that of the words as they are', () => {
  const readme = readHouseFile('README.md');
  expect(withCurrentTable(readme)).toBe(readme);
});
