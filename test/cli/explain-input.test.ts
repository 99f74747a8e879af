import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '#core/policy/source/diagnostic.ts';
import { FAULTS } from '#faults.ts';
import { explaining, lateReturn } from '#test/support/cli-explained.ts';
import { folderWith } from '#test/support/cli-folder.ts';
import { jsonOf, reglament } from '#test/support/cli-run.ts';

const FOLDER = folderWith({
  'junk.json': 'hello',
  'half.json': '{ "key": "SUP-7", "fields": {',
  'empty.json': '',
  'list.json': '[]',
  'null.json': 'null',
  'bare.json': '{}',
  'no-key.json': {
    fields: { status: { id: '1', name: 'Resolved' }, created: '2027-02-15T10:00:00.000+0300' },
  },
  'no-status.json': { key: 'SUP-7', fields: { created: '2027-02-15T10:00:00.000+0300' } },
  'no-time.json': { key: 'SUP-7', fields: { status: { id: '1', name: 'Resolved' }, created: 'in February' } },
});

describe('a file that is no ticket ends with 2, and is named', () => {
  test.each([
    'gone.json',
    'junk.json',
    'half.json',
    'empty.json',
    'list.json',
    'null.json',
    'bare.json',
    'no-key.json',
    'no-status.json',
    'no-time.json',
  ])('%s', async (name) => {
    const outcome = await reglament(['explain', '--ticket', path.join(FOLDER, name)]);

    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain(name);
    expect(outcome.stderr).not.toContain('    at ');
  });

  test.each([
    ['list.json', 'not a JSON object'],
    ['bare.json', 'no "fields": is this one issue'],
    ['no-key.json', 'no "key"'],
    ['no-status.json', 'no "fields.status"'],
    ['no-time.json', 'no readable "fields.created"'],
  ])('%s lacks something that is told: %s', async (name, expected) => {
    const outcome = await reglament(['explain', '--ticket', path.join(FOLDER, name), '--json']);

    expect(outcome).toMatchObject({ code: 2, stderr: '' });
    expect(jsonOf(outcome)).toMatchObject({
      error: { code: 'RGL9006', message: expect.stringContaining(expected) },
    });
  });

  test('a folder is no file', async () => {
    expect(await reglament(['explain', '--ticket', FOLDER])).toMatchObject({ code: 2, stdout: '' });
  });

  test('neither a key nor a file, or both, is wrong usage', async () => {
    const ticket = path.join(FOLDER, 'list.json');

    expect(await reglament(['explain', '--lang', 'en'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('name one ticket: a key, or --ticket FILE'),
    });
    expect(await reglament(['explain', 'SUP-7', '--ticket', ticket])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('explain for people', () => {
  const LATE = ['--event', 'replied', '--at', '2027-03-01T10:05:00+03:00'];

  test('speaks English', async () => {
    const { code, stdout, stderr } = await explaining(lateReturn(), ...LATE, '--lang', 'en');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Late return (late-return; 5.3.2-8c, 5.3.2-8d)');
    expect(stdout).toContain('until the end of 18 February 2027');
    expect(stdout).toMatch(/^Rules:$/m);
    expect(stdout).toMatch(/rules\/reopening\.policy\.json:\d+:\d+/);
  });

  test('speaks Russian', async () => {
    const { stdout } = await explaining(lateReturn(), ...LATE, '--lang', 'ru');

    expect(stdout).toContain('Поздний возврат (late-return; 5.3.2-8c, 5.3.2-8d)');
    expect(stdout).toContain('до конца дня 18 февраля 2027 г.');
    expect(stdout).toMatch(/^Правила:$/m);
  });
});

describe('explain CODE', () => {
  test.each(['ru', 'en'] as const)('tells in %s what a finding or a fault means', async (lang) => {
    const finding = await reglament(['explain', 'RGL1101', '--lang', lang]);
    const fault = await reglament(['explain', 'RGL9201', '--lang', lang]);

    expect(finding).toMatchObject({ code: 0, stdout: `RGL1101: ${DIAGNOSTIC_CODES.RGL1101[lang]}\n` });
    expect(fault).toMatchObject({ code: 0, stdout: `RGL9201: ${FAULTS.RGL9201[lang]}\n` });
  });

  test('names the nearest where there is no such code', async () => {
    const { code, stdout, stderr } = await reglament(['explain', 'RGL1199', '--lang', 'en']);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/there is no code RGL1199; did you mean "RGL11\d\d"\?/);
  });
});
