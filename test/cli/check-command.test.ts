import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, projectWith } from '#test/support/cli-folder.ts';
import { jsonOf, type Outcome, reglament } from '#test/support/cli-run.ts';

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: string;
}

const POLICY = 'rules/clarification.policy.json';

/** Mistakes in four files of a desk. */
const wrong = projectWith(
  [POLICY, '"fact": "warned"', '"fact": "wra%ned"'],
  [POLICY, '"operator": "hasPassed"', '"operator": "expired"'],
  ['rules/vocabulary/conversation.json', '"greetings":', '"greetigns":'],
  [
    'rules/messages/en.json',
    '"why-answered": "The answer came on {writtenAt}',
    '"why-answered": "It came {on',
  ],
  ['config/reglament.json', '"projects"', '"projets"'],
);

describe('check of rules with mistakes', () => {
  let json: Outcome;
  let text: Outcome;
  let russian: Outcome;
  let github: Outcome;

  beforeAll(async () => {
    [json, text, russian, github] = await Promise.all([
      reglament(['check', '--format', 'json'], { cwd: wrong }),
      reglament(['check', '--lang', 'en'], { cwd: wrong }),
      reglament(['check', '--lang', 'ru'], { cwd: wrong }),
      reglament(['check', '--format', 'github'], { cwd: wrong }),
    ]);
  });

  test('ends with 1, and prints findings on stdout alone', () => {
    for (const { code, stderr } of [json, text, russian, github])
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('as JSON gives every finding of every file at once, sorted by file, line and column', () => {
    const findings = jsonOf<readonly Finding[]>(json);

    expect(findings.map(({ file, code, severity }) => `${file} ${code} ${severity}`)).toEqual([
      'config/reglament.json RGL1003 error',
      `${POLICY} RGL1101 error`,
      `${POLICY} RGL1102 error`,
      'rules/messages/en.json RGL2006 error',
      'rules/vocabulary/conversation.json RGL1112 error',
    ]);
  });

  test('as JSON gives a place, words, a hint and the right word', () => {
    expect(jsonOf<readonly Finding[]>(json)[1]).toEqual({
      code: 'RGL1101',
      severity: 'error',
      file: POLICY,
      line: expect.any(Number),
      column: 19,
      endColumn: 28,
      message: 'unknown fact "wra%ned"',
      hint: 'did you mean "warned"?',
      fix: 'warned',
    });
  });

  test('as text shows the line, and marks the place in it', () => {
    const lines = text.stdout.split('\n');
    const index = lines.findIndex((line) => line.includes('RGL1101'));

    expect(lines[index]).toMatch(
      /^rules\/clarification\.policy\.json:\d+:19 error RGL1101 unknown fact "wra%ned"$/,
    );
    const [, shown, mark] = lines.slice(index);
    const from = shown?.indexOf('"wra%ned"') ?? -1;
    expect(from).toBeGreaterThan(0);
    expect(mark?.slice(from)).toBe('^^^^^^^^^ did you mean "warned"?');
    expect(text.stdout.trimEnd().split('\n').at(-1)).toBe('5 errors');
  });

  test('speaks Russian', () => {
    expect(russian.stdout).toContain('RGL1101 неизвестный факт «wra%ned»');
    expect(russian.stdout).toContain('может быть, «warned»?');
    expect(russian.stdout.trimEnd().split('\n').at(-1)).toBe('5 ошибок');
  });

  test('for GitHub gives one command a line, with special characters escaped', () => {
    const lines = github.stdout.trimEnd().split('\n');

    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(
      /^::error file=rules\/clarification\.policy\.json,line=\d+,col=19,endColumn=28,title=RGL1101::unknown fact "wra%25ned" \(did you mean "warned"\?\)$/,
    );
    for (const line of lines)
      expect(line).toMatch(/^::error file=[^,]+,line=\d+,col=\d+,endColumn=\d+,title=RGL\d{4}::/);
  });

  test('--json is the same as --format json', async () => {
    expect((await reglament(['check', '--json'], { cwd: wrong })).stdout).toBe(json.stdout);
  });

  test('--json speaks Russian where it is asked to', async () => {
    const findings = jsonOf<readonly Finding[]>(
      await reglament(['check', '--json', '--lang', 'ru'], { cwd: wrong }),
    );

    expect(findings[1]?.message).toBe('неизвестный факт «wra%ned»');
  });

  test.each([
    [[POLICY], [POLICY, POLICY]],
    [['config'], ['config/reglament.json']],
    [
      ['rules/messages', 'config/reglament.json'],
      ['config/reglament.json', 'rules/messages/en.json'],
    ],
  ])('of %j gives only what is wrong there', async (paths, expected) => {
    const outcome = await reglament(['check', ...paths, '--json'], { cwd: wrong });

    expect(outcome.code).toBe(1);
    expect(jsonOf<readonly Finding[]>(outcome).map(({ file }) => file)).toEqual(expected);
  });

  test('of a file without mistakes ends with 0', async () => {
    expect(await reglament(['check', 'rules/desk.json', '--lang', 'en'], { cwd: wrong })).toEqual({
      code: 0,
      stdout: 'All is well.\n',
      stderr: '',
    });
  });
});

describe('check of good rules', () => {
  test.each(['reglament.json', 'demo.json'])('as shipped, with config/%s, ends with 0', async (name) => {
    const config = path.join('config', name);

    expect(await reglament(['check', '--config', config, '--lang', 'en'])).toEqual({
      code: 0,
      stdout: 'All is well.\n',
      stderr: '',
    });
    expect(jsonOf(await reglament(['check', '--config', config, '--json']))).toEqual([]);
  });

  test('finds the shipped rules and configuration from any folder', async () => {
    expect(await reglament(['check', '--lang', 'en'], { cwd: folderWith({}) })).toMatchObject({ code: 0 });
  });

  test('names a mode for a rule that does not exist', async () => {
    const folder = folderWith({
      'modes.json': '{\n  "modes": { "rules": { "late-retrun": "enforce" } }\n}\n',
    });
    const outcome = await reglament(['check', '--config', 'modes.json', '--json'], { cwd: folder });

    expect(outcome.code).toBe(1);
    expect(jsonOf(outcome)).toEqual([
      {
        code: 'RGL4001',
        severity: 'error',
        file: 'modes.json',
        line: 2,
        column: 25,
        endColumn: 38,
        message: 'there is no rule "late-retrun"',
        hint: 'did you mean "late-return"?',
        fix: 'late-return',
      },
    ]);
  });

  test('of a folder that is not there ends with 2', async () => {
    const outcome = await reglament(['check', '--rules', 'nowhere', '--json']);

    expect(outcome).toMatchObject({ code: 2, stderr: '' });
    expect(jsonOf(outcome)).toMatchObject({ error: { code: 'RGL9001' } });
  });
});
