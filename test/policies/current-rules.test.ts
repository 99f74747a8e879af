import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '#log.ts';
import { type CurrentRules, currentRules } from '#policies/current-rules.ts';
import { loadRules, readRules } from '#policies/load-rules.ts';
import { projectWith } from '#test/support/cli-folder.ts';
import { VOCABULARY } from '#test/support/cli-mistakes.ts';

let folder: string;
let rules: CurrentRules;

const load = () => loadRules(readRules(folder, 'rules'), VOCABULARY);

function edit(name: string, from: string, to: string): void {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(from, () => to),
  );
}

const answerWithin = () => {
  const within = rules.reglament().deadlines.get('clarification')?.within;
  return within?.kind === 'parameter' && within.value.kind === 'one' ? within.value.value : undefined;
};

beforeEach(() => {
  folder = path.join(projectWith(), 'rules');
  rules = currentRules(folder, load, silentLog);
});

afterEach(() => rules.close());

describe('the rules in force', () => {
  test('are swapped whole when the new ones are good', () => {
    const before = rules.reglament();

    edit('clarification.policy.json', '"5 business days"', '"7 business days"');
    rules.reload();

    expect(answerWithin()).toBe('7 business days');
    expect(rules.reglament().version).not.toBe(before.version);
    expect(rules.problem()).toBeUndefined();
  });

  test('stay as they were when the new ones are bad, and say why', () => {
    const before = rules.reglament();

    edit('clarification.policy.json', '"fact": "warned"', '"fact": "wraned"');
    rules.reload();

    expect(rules.reglament()).toBe(before);
    expect(rules.problem()).toMatch(
      /^1 findings, the first: rules\/clarification\.policy\.json:\d+:\d+ RGL1101 unknown fact "wraned"$/,
    );
  });

  test('forget the problem when it is mended', () => {
    edit('desk.json', '"language": "ru"', '"language": "xx"');
    rules.reload();
    expect(rules.problem()).toBeDefined();

    edit('desk.json', '"language": "xx"', '"language": "en"');
    rules.reload();

    expect(rules.problem()).toBeUndefined();
    expect(rules.reglament().desk.language).toBe('en');
  });

  test('stay the same object where the files say the same', () => {
    const before = rules.reglament();

    edit('desk.json', '{\n', '{\n\n\n');
    rules.reload();

    expect(rules.reglament()).toBe(before);
  });

  test('survive a folder that cannot be read for a moment', () => {
    let gone = false;
    const shaky = currentRules(
      folder,
      () => (gone ? loadRules(readRules('/nowhere', 'rules'), VOCABULARY) : load()),
      silentLog,
    );
    const before = shaky.reglament();

    gone = true;
    shaky.reload();
    shaky.close();

    expect(shaky.reglament()).toBe(before);
    expect(shaky.problem()).toContain('the rules folder cannot be read');
  });

  test('follow the files by themselves', async () => {
    edit('clarification.policy.json', '"5 business days"', '"4 business days"');

    await vi.waitFor(() => expect(answerWithin()).toBe('4 business days'), { timeout: 20_000 });
  });
});

test('a service does not start on bad rules', () => {
  edit('desk.json', '"language": "ru"', '"language": "xx"');

  expect(() => currentRules(folder, load, silentLog)).toThrow(expect.objectContaining({ code: 'RGL9003' }));
});
