import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '#test/support/cli-folder.ts';
import { HOME, type Outcome, reglament } from '#test/support/cli-run.ts';

const LETTER = {
  id: 'r1',
  channel: 'email',
  subject: 'Заявка не проводится',
  from: 'Гаврилова Тамара Степановна <gavrilova@minfin.example>',
  body:
    'Добрый день! Документ № 318 от 04.02.2027 (id 1188204) не проводится, программа пишет: «Превышен остаток лимитов».\n' +
    'Навигатор: Исполнение бюджета \\ Документы \\ Заявка на кассовый расход\n' +
    '1. Открываю список заявок.\n2. Выделяю заявку.\n3. Нажимаю «Провести».\n\n' +
    'С уважением, Гаврилова Тамара Степановна\nМинистерство финансов Зареченской области\n8 (8352) 64-20-17',
  attachments: [
    { name: 'Снимок.png', bytes: 248_311, inline: false },
    { name: 'image001.png', bytes: 4120, inline: true },
  ],
};

interface Place {
  readonly text: string;
  readonly in?: string;
  readonly from?: number;
  readonly to?: number;
}

interface Line {
  readonly id: string | number | null;
  readonly event: string;
  readonly present: readonly string[];
  readonly missing: readonly string[];
  readonly unsure: readonly string[];
  readonly evidence: Readonly<Record<string, Place>>;
}

function linesOf<Shape = Line>({ stdout }: Outcome): readonly Shape[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Shape);
}

function readFile(letters: string, ...options: readonly string[]): Promise<Outcome> {
  const folder = folderWith({ 'letters.jsonl': letters });
  return reglament(['read', ...options, path.join(folder, 'letters.jsonl')]);
}

/** What comes out when letters are piped in. */
function readPiped(letters: string, ...options: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const launcher = path.join(HOME, 'src', 'reglament.mjs');
    const child = execFile(process.execPath, [launcher, 'read', ...options], (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end(letters);
  });
}

describe('reglament read', () => {
  test('tells of each letter what it has, and by which words, with their place', async () => {
    const outcome = await readFile(JSON.stringify(LETTER), '--json');
    const [line] = linesOf(outcome);

    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(line).toMatchObject({ id: 'r1', event: 'new', kind: 'error', missing: [] });
    expect(line?.present).toEqual(
      expect.arrayContaining([
        'subject',
        'name',
        'organization',
        'phone',
        'email',
        'entity',
        'documentIds',
        'steps',
      ]),
    );
    const { phone, screenshots } = line?.evidence ?? {};
    expect(phone).toEqual({
      text: '8 (8352) 64-20-17',
      from: LETTER.body.indexOf('8 (8352)'),
      to: LETTER.body.length,
    });
    expect(screenshots).toEqual({ text: 'Снимок.png', in: 'attachments' });
  });

  test('has each field in one list at most', async () => {
    const [line] = linesOf(await readFile(JSON.stringify(LETTER), '--json'));
    const all = [...(line?.present ?? []), ...(line?.missing ?? []), ...(line?.unsure ?? [])];

    expect(all.length).toBeGreaterThan(8);
    expect(new Set(all).size).toBe(all.length);
  });

  test('keeps the order, one line a letter, piped or from a file; empty lines are none', async () => {
    const letters = [3, 1, 2].map((id) => JSON.stringify({ ...LETTER, id })).join('\n\n');
    const [piped, dashed, file] = await Promise.all([
      readPiped(letters, '--json'),
      readPiped(letters, '-', '--json'),
      readFile(letters, '--json'),
    ]);

    expect(linesOf(file).map(({ id }) => id)).toEqual([3, 1, 2]);
    expect(dashed.stdout).toBe(file.stdout);
    expect(piped.stdout).toBe(file.stdout);
  });

  test('reads a letter of which nothing is told, and asks for what every request needs', async () => {
    const [line] = linesOf(await readPiped('{}', '--json'));

    expect(line).toMatchObject({ id: null, event: 'new', present: [] });
    expect(line?.missing).toEqual(expect.arrayContaining(['subject', 'phone']));
  });

  test('names a line that is no letter with its place, reads the others, and ends with 2', async () => {
    const lines = [
      '{"id":1,"body":"Не проводится документ"}',
      '{bad',
      '{"channel":"fax"}',
      '{"id":4,"body":7}',
      '[]',
    ];
    const { code, stdout, stderr } = await readPiped(lines.join('\n'), '--json', '--lang', 'en');

    expect(code).toBe(2);
    expect(
      linesOf<{ id?: number; error?: object }>({ code, stdout, stderr }).map(({ id, error }) => id ?? error),
    ).toEqual([
      1,
      { column: 2, message: 'not JSON: a word that is no value' },
      { column: 1, message: '"channel" is one of email, phone, portal' },
      { column: 1, message: '"body" is no string' },
      { column: 1, message: 'this is no JSON object' },
    ]);
    expect(stderr).toContain('-:2:2 not JSON');
    expect(stderr).toContain('-:3:1 "channel"');
  });

  test('says in words what people look at, in their language', async () => {
    const [ru, en] = await Promise.all([
      readPiped(JSON.stringify(LETTER), '--lang', 'ru'),
      readPiped(JSON.stringify(LETTER), '--lang', 'en'),
    ]);

    expect(ru.stdout).toMatch(/^r1 {2}новое обращение, .*\n/);
    expect(ru.stdout).toContain('телефон «8 (8352) 64-20-17»');
    expect(en.stdout).toContain('telephone “8 (8352) 64-20-17”');
    expect(ru.stdout).not.toMatch(/undefined|\[object/);
  });

  test('ends with 2 when the file is not there, and says which', async () => {
    const { code, stdout, stderr } = await reglament(['read', 'nowhere.jsonl', '--lang', 'en']);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('nowhere.jsonl cannot be read');
  });
});
