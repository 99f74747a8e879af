import { describe, expect, test } from 'vitest';
import { openTerminal, styled } from '#cli/print/terminal.ts';
import { explaining, lateReturn } from '#test/support/cli-explained.ts';
import { folderWith, projectWith } from '#test/support/cli-folder.ts';
import { jsonOf, reglament } from '#test/support/cli-run.ts';

const COMMANDS = ['check', 'docs', 'explain', 'deadline', 'serve', 'sweep', 'demo'];

describe('a wrong call ends with 2, and the nearest word is named', () => {
  test.each([
    [['deadlin'], 'deadline'],
    [['chek'], 'check'],
    [['sweeep'], 'sweep'],
    [['explian'], 'explain'],
    [['check', '--formt', 'json'], '--format'],
    [['deadline', '--busines-days', '2'], '--business-days'],
    [['explain', '--tiket', 'x.json'], '--ticket'],
    [['sweep', '--dryrun'], '--dry-run'],
    [['demo', '--onse'], '--once'],
    [['serve', '--prot', '1'], '--port'],
  ])('%j', async (args, nearest) => {
    const { code, stdout, stderr } = await reglament(args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(nearest);
  });

  test.each([
    [['check', '--format', 'xml'], 'text, json, github'],
    [['check', '--lang', 'de'], 'ru, en'],
    [['deadline', 'tomorrow'], 'reglament --help'],
    [['serve', '--port', '70000'], '70000'],
  ])('%j says what is possible', async (args, expected) => {
    const { code, stdout, stderr } = await reglament(args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('without any word it shows what there is, and ends with 2', async () => {
    const { code, stderr } = await reglament([]);

    expect(code).toBe(2);
    for (const command of COMMANDS) expect(stderr).toContain(`  ${command} `);
  });
});

describe('--help', () => {
  test.each(COMMANDS)('of %s ends with 0 and names the common options', async (command) => {
    const { code, stdout, stderr } = await reglament([command, '--help']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`reglament ${command}`);
    for (const option of ['--json', '--config', '--rules', '--lang', '--quiet'])
      expect(stdout).toContain(option);
  });

  test('lists the commands for people, and hides those that are not', async () => {
    const { code, stdout } = await reglament(['--help']);

    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(stdout).not.toContain('simulate');
    expect((await reglament(['help', 'deadline'])).stdout).toBe(
      (await reglament(['deadline', '--help'])).stdout,
    );
  });

  test('speaks the language of the locale, else Russian', async () => {
    const about = async (locale: string) =>
      (await reglament(['deadline', '--help'], { environment: { LC_ALL: locale } })).stdout;

    expect(await about('en_US.UTF-8')).toContain('how many business days');
    expect(await about('ru_RU.UTF-8')).toContain('сколько рабочих дней');
    expect(await about('de_DE.UTF-8')).toContain('сколько рабочих дней');
  });
});

describe('what is printed', () => {
  /** A desk that works, with one finding in its configuration only for people. */
  const broken = projectWith(['config/reglament.json', '"projects"', '"projets"']);

  test('with --json is JSON alone on stdout; findings about the configuration go to stderr', async () => {
    const file = folderWith({ 'ticket.json': lateReturn().toJson() });
    const outcome = await reglament(['explain', '--ticket', `${file}/ticket.json`, '--json'], {
      cwd: broken,
    });

    expect(outcome.code).toBe(1);
    expect(jsonOf(outcome)).toMatchObject({ error: { code: 'RGL9002' } });
    expect(outcome.stderr).toContain('RGL1003');
  });

  test('bears no colours where nobody looks, with NO_COLOR or without', async () => {
    const deadline = ['deadline', '--from', '2026-03-02T10:00+03:00', '--business-days', '2'];

    for (const NO_COLOR of ['', '1']) {
      expect((await reglament(deadline, { environment: { NO_COLOR } })).stdout).not.toContain('\u001B');
    }
  });

  test('for people bears colours, unless they want none', () => {
    const painted = (noColor: boolean) =>
      styled(
        { ...openTerminal({ language: 'en', machineLanguage: 'en', noColor, quiet: false }) },
        'red',
        'x',
      );
    const people = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
    Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
    try {
      expect(painted(false)).toBe('\u001B[31mx\u001B[39m');
      expect(painted(true)).toBe('x');
    } finally {
      Object.defineProperty(process.stdout, 'isTTY', people ?? { value: undefined, configurable: true });
    }
  });

  test('with --quiet is the result all the same', async () => {
    const loud = await explaining(lateReturn(), '--at', '2027-03-01T10:05+03:00', '--lang', 'en');
    const quiet = await explaining(lateReturn(), '--at', '2027-03-01T10:05+03:00', '--lang', 'en', '--quiet');

    expect(quiet).toEqual(loud);
    expect(quiet.stdout).not.toBe('');
  });

  test('with --quiet is no remark', () => {
    const written: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
    try {
      for (const quiet of [true, false]) {
        const terminal = openTerminal({ language: 'en', machineLanguage: 'en', noColor: true, quiet });
        terminal.remark(`remark ${quiet}`);
        terminal.complain(`complaint ${quiet}`);
      }
    } finally {
      process.stderr.write = write;
    }

    expect(written).toEqual(['complaint true\n', 'remark false\n', 'complaint false\n']);
  });
});
