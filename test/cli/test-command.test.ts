import { beforeAll, describe, expect, test } from 'vitest';
import { CONDUCT } from '#rehearsal/conduct.ts';
import { folderWith, projectWith } from '#test/support/cli-folder.ts';
import { jsonOf, type Outcome, reglament } from '#test/support/cli-run.ts';
import { theReglament } from '#test/support/desk.ts';

interface Tested {
  readonly passed: number;
  readonly failed: number;
  readonly scenarios: readonly {
    readonly file: string;
    readonly name: string;
    readonly passed: boolean;
    readonly expected: string | null;
    readonly actual: string | null;
    readonly conduct: readonly string[];
    readonly failures: readonly { readonly at: string; readonly what: string }[];
  }[];
  readonly coverage: {
    readonly rules: Readonly<Record<string, readonly string[]>>;
    readonly clauses: Readonly<Record<string, readonly string[]>>;
  };
}

const SILENCE = 'rules/scenarios/silence.scenarios.json';

describe('the shipped scenarios', () => {
  let told: Tested;
  beforeAll(async () => {
    const outcome = await reglament(['test', '--json']);
    expect(outcome.code).toBe(0);
    told = jsonOf<Tested>(outcome);
  });

  test('all hold', () => {
    expect(told.scenarios.filter(({ passed }) => !passed)).toEqual([]);
    expect(told).toMatchObject({ failed: 0, passed: told.scenarios.length });
  });

  test('let every rule act, and keep every clause that a rule keeps', () => {
    const idle = (found: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(found).flatMap(([id, names]) => (names.length === 0 ? [id] : []));

    expect(idle(told.coverage.rules)).toEqual([]);
    const keptByPeople = [...theReglament().clauses.values()].filter(({ keptBy }) => keptBy !== undefined);
    expect(idle(told.coverage.clauses)).toEqual(keptByPeople.map(({ id }) => id));
  });

  test('prove every rule of conduct, and every way in which Jira gets in between', () => {
    const proven = new Set(told.scenarios.flatMap(({ conduct }) => conduct));

    expect(Object.keys(CONDUCT).filter((id) => !proven.has(id))).toEqual([]);
  });
});

describe('--coverage', () => {
  const only = ['--scenario', 'A Monday off', '--coverage'];

  test('says of clauses, rules and conditions what the scenarios prove', async () => {
    const { code, stdout } = await reglament(['test', ...only, '--lang', 'en']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/\nClauses\n {2}\d+ of \d+ proven by scenarios\n {2}kept by people: 1\.1-a, /);
    expect(stdout).toMatch(/\nRules\n {2}\d+ of \d+ acted in scenarios\n {2}never acted: .*late-return/);
    expect(stdout).toMatch(
      /\nConditions of rules\n {2}\d+ of \d+ were decisive at least once\n.*\n {4}rules\/\S+\.policy\.json:\d+:\d+ {2}\S+ \S+ /,
    );
  });

  test('as JSON gives each condition with its place, its rules and whether it was decisive', async () => {
    const { coverage } = jsonOf<{
      readonly coverage: {
        readonly conditions: readonly { at: string; condition: string; rules: string[]; proven: boolean }[];
      };
    }>(await reglament(['test', ...only, '--json']));
    const reminded = coverage.conditions.find(({ condition }) => condition === 'reminded equal false');

    expect(reminded).toEqual({
      at: expect.stringMatching(/^rules\/clarification\.policy\.json:\d+:\d+$/),
      condition: 'reminded equal false',
      rules: ['remind-before-closing'],
      proven: true,
    });
    expect(coverage.conditions.filter(({ proven }) => !proven).length).toBeGreaterThan(0);
  });
});

describe('a scenario that does not hold', () => {
  const wrong = projectWith([SILENCE, '"lastDay": "Fri 12.03"', '"lastDay": "Thu 11.03"']);
  const only = ['--scenario', 'A Monday off'];
  let text: Outcome;
  let json: Outcome;
  let junit: Outcome;
  beforeAll(async () => {
    [text, json, junit] = await Promise.all([
      reglament(['test', '--lang', 'en', ...only], { cwd: wrong }),
      reglament(['test', '--json', ...only], { cwd: wrong }),
      reglament(['test', '--format', 'junit', ...only], { cwd: wrong }),
    ]);
  });

  test('is told of with what was expected, what happened instead, and the line', () => {
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/rules\/scenarios\/silence\.scenarios\.json:\d+:\d+ letters/);
    expect(text.stdout).toContain('expected: Thu 11.03.2027 09:00 reminder (≤ Thu 11.03.2027)');
    expect(text.stdout).toContain('actual  : Thu 11.03.2027 09:00 reminder (≤ Fri 12.03.2027) → marina');
  });

  test('is told to programs in the same words', () => {
    const told = jsonOf<Tested>(json);

    expect(json.code).toBe(1);
    expect(told.failed).toBe(told.scenarios.length);
    expect(told.scenarios[0]).toMatchObject({
      file: SILENCE,
      passed: false,
      expected: 'Thu 11.03.2027 09:00 reminder (≤ Thu 11.03.2027)',
      failures: [{ what: 'letters' }],
    });
  });

  test('is a failed test to a build server', () => {
    expect(junit.code).toBe(1);
    expect(junit.stdout).toMatch(
      /<testsuite name="rules\/scenarios\/silence\.scenarios\.json" tests="2" failures="2">/,
    );
    expect(junit.stdout).toContain('<failure message="rules/scenarios/silence.scenarios.json:');
  });
});

describe('test without something to play', () => {
  test('says what scenario was surely meant', async () => {
    const outcome = await reglament(['test', '--scenario', 'A Mondey off does not count', '--lang', 'en']);

    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('did you mean "A Monday off does not count"?');
  });

  test('reports a file that cannot be read as a finding', async () => {
    const { code, stderr } = await reglament(['test', '--lang', 'en'], {
      cwd: projectWith([SILENCE, '"does": "answers"', '"does": "answer"']),
    });

    expect(code).toBe(1);
    expect(stderr).toContain('did you mean "answers"?');
  });

  test('says which parameter of a scenario no policy has', async () => {
    const { code, stderr } = await reglament(
      ['test', '--lang', 'en', '--scenario', 'With the acknowledgement on'],
      {
        cwd: projectWith([
          'rules/scenarios/scope-and-phone.scenarios.json',
          '"acknowledge": true',
          '"acknowlege": true',
        ]),
      },
    );

    expect(code).toBe(1);
    expect(stderr).toContain('did you mean "channels.acknowledge"?');
  });

  test('needs a rules folder', async () => {
    expect(await reglament(['test', '--rules', 'nowhere'], { cwd: folderWith({}) })).toMatchObject({
      code: 2,
    });
  });
});
