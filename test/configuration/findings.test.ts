import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkModes } from '#configuration/check-modes.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '#core/policy/source/diagnostic.ts';
import { changedSomewhere } from '#test/support/cli-changed-json.ts';
import { configured, findingsIn, markIn } from '#test/support/cli-configured.ts';
import { HOME } from '#test/support/cli-run.ts';
import { theReglament } from '#test/support/desk.ts';

type Row = readonly [code: DiagnosticCode, marked: string, en: string, ru: string, fix?: string];

const WRONG: readonly Row[] = [
  [
    'RGL1003',
    '{\n  ⟦"projets"⟧: ["SUP"] }',
    '"projets" is not known here',
    'ключа «projets» здесь нет',
    'projects',
  ],
  ['RGL1003', '{ "service": { ⟦"prot"⟧: 1 } }', '"prot" is not known here', 'ключа «prot» здесь нет', 'port'],
  ['RGL1005', '{ "projects": ⟦"SUP"⟧ }', 'this must be a list [ … ]', 'здесь нужно: список [ … ]'],
  [
    'RGL1006',
    '{ "modes": { "default": ⟦"enforced"⟧ } }',
    '"enforced" is not allowed here',
    '«enforced» здесь не подходит',
    'enforce',
  ],
  [
    'RGL1006',
    '{ "modes": { "rules": { "x": ⟦"dryRun"⟧ } } }',
    '"dryRun" is not allowed here',
    '«dryRun» здесь не подходит',
    'observe',
  ],
  [
    'RGL1007',
    '{ "service": { "port": ⟦70000⟧ } }',
    'this must be at most 65535',
    'число должно быть не больше 65535',
  ],
  [
    'RGL1007',
    '{ "fuse": { "effectsPerRun": ⟦0⟧ } }',
    'this must be at least 1',
    'число должно быть не меньше 1',
  ],
  ['RGL1007', '{ "sweep": { "net": ⟦"often"⟧ } }', 'this has the wrong form', 'записано неверно'],
  ['RGL1007', '{ "site": { "url": ⟦"jira.example.org"⟧ } }', 'this has the wrong form', 'записано неверно'],
  [
    'RGL4002',
    '{ "mapping": { "statuses": {\n "open": ["Новое"], "closed": ["Done", ⟦"НОВОЕ "⟧] } } }',
    '"НОВОЕ " is mapped to "open" already',
    '«НОВОЕ » уже означает «open»',
  ],
  [
    'RGL4002',
    '{ "mapping": { "kinds": { "error": ["Bug"], "consultation": [⟦"bug"⟧] } } }',
    '"bug" is mapped to "error" already',
    '«bug» уже означает «error»',
  ],
  [
    'RGL4003',
    '{ "activation": ⟦"2027-02-15"⟧ }',
    '"2027-02-15" is no instant',
    '«2027-02-15» – не момент времени',
  ],
];

describe('a wrong setting is one finding at its place', () => {
  test.each(WRONG.map((row) => [row[0], row[1], row] as const))(
    '%s %s',
    (code, marked, [, , en, ru, fix]) => {
      const { configuration } = configured({ 'c.json': marked.replace(/[⟦⟧]/gu, '') });

      expect(findingsIn(marked)).toMatchObject([
        { code, severity: 'error', file: 'c.json', ...markIn(marked), message: { en, ru } },
      ]);
      expect(findingsIn(marked)[0]?.fix).toBe(fix);
      expect(configuration).toBeUndefined();
    },
  );

  test('all wrong settings are found at once', () => {
    const text = '{ "projets": [], "service": { "port": "x", "hots": "y" }, "modes": { "default": "on" } }';

    expect(findingsIn(text).map(({ code, fix }) => `${code} ${fix}`)).toEqual([
      'RGL1003 projects',
      'RGL1005 undefined',
      'RGL1003 host',
      'RGL1006 enforce',
    ]);
  });

  test('a file that is not there is a finding', () => {
    const { configuration, diagnostics } = readConfiguration(
      path.join(HOME, 'config', 'gone.json'),
      () => 'gone.json',
    );

    expect(configuration).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'RGL1008',
        file: 'gone.json',
        line: 1,
        message: { en: expect.stringContaining('cannot be read') },
      },
    ]);
  });
});

describe('a mode for what does not exist', () => {
  test.each([
    ['rules', 'late-retrun', 'there is no rule "late-retrun"', 'правила «late-retrun» нет', 'late-return'],
    ['policies', 'reopenning', 'there is no policy "reopenning"', 'политики «reopenning» нет', 'reopening'],
  ])('of %s is found at its name', (what, name, en, ru, fix) => {
    const marked = `{\n "modes": { "${what}": { ⟦"${name}"⟧: "enforce" } } }`;
    const { document } = configured({ 'c.json': marked.replace(/[⟦⟧]/gu, '') });
    if (document === undefined) throw new Error('it has findings of its own');

    expect(checkModes(document, theReglament())).toEqual([
      {
        code: 'RGL4001',
        severity: 'error',
        file: 'c.json',
        ...markIn(marked),
        message: { en, ru },
        hint: { ru: `может быть, «${fix}»?`, en: `did you mean "${fix}"?` },
        fix,
      },
    ]);
  });

  test('is not found where every name exists', () => {
    const modes = {
      default: 'observe',
      rules: { 'late-return': 'enforce' },
      policies: { reopening: 'suggest' },
    };
    const { document } = configured({ 'c.json': { modes } });

    expect(document === undefined ? undefined : checkModes(document, theReglament())).toEqual([]);
  });
});

test('every code about settings is provoked here', () => {
  const provoked = new Set<string>(['RGL4001', ...WRONG.map(([code]) => code)]);
  const known = Object.keys(DIAGNOSTIC_CODES).filter((code) => code.startsWith('RGL4'));

  expect(known.filter((code) => !provoked.has(code))).toEqual([]);
});

describe('a secret in the file', () => {
  test.each(['user', 'token'])('as the %s is refused: only names of variables stand there', (key) => {
    const marked = `{ "site": { "credentials": { "${key}": ⟦"bot@example.org"⟧ } } }`;

    expect(findingsIn(marked)).toMatchObject([
      {
        code: 'RGL1007',
        ...markIn(marked),
        hint: { en: expect.stringContaining('secrets themselves never stand') },
      },
    ]);
  });

  test('for webhooks is refused too', () => {
    const marked = '{ "site": { "webhookSecrets": ["NEW_SECRET", ⟦"7f3a9c"⟧] } }';

    expect(findingsIn(marked)).toMatchObject([{ code: 'RGL1007', ...markIn(marked) }]);
  });
});

describe('a configuration may hold anything', () => {
  const shipped = JSON.parse(JSON.stringify(configuredAsShipped()));
  const read = (text: string) => {
    const { configuration, diagnostics } = configured({ 'c.json': text });

    expect(configuration === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    for (const { line, column, endColumn } of diagnostics) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(endColumn).toBeGreaterThanOrEqual(column);
    }
  };

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), read), { numRuns: 100 });
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), read), { numRuns: 100 });
  });

  test('the shipped one with anything in one place of it', () => {
    const changed = changedSomewhere(shipped).map((value) => JSON.stringify(value, null, 1));
    fc.assert(fc.property(changed, read), { numRuns: 300 });
  });
});

function configuredAsShipped(): unknown {
  const { document } = configured({ 'c.json': { extends: path.join(HOME, 'config', 'reglament.json') } });
  return { ...Object(document?.value), extends: undefined };
}
