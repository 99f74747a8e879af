import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '#test/support/cli-folder.ts';
import { VOCABULARY } from '#test/support/cli-mistakes.ts';
import { reglament } from '#test/support/cli-run.ts';
import { filesIn, readHouseFile } from '#test/support/house-files.ts';

const SCHEMAS = filesIn('config/schemas', '.json');

describe('the schemas for editors', () => {
  let written: string;

  beforeAll(async () => {
    written = folderWith({});
    mkdirSync(path.join(written, 'config', 'schemas'), { recursive: true });
    expect(await reglament(['check', '--write-schemas'], { cwd: written })).toMatchObject({ code: 0 });
  });

  test.each(SCHEMAS.map(({ name }) => name))('%s is what the program would write', (name) => {
    expect(readHouseFile(name)).toBe(readFileSync(path.join(written, name), 'utf8'));
  });

  test('are one for each kind of file', () => {
    expect(SCHEMAS.map(({ name }) => path.basename(name, '.schema.json'))).toEqual([
      'calendar',
      'desk',
      'messages',
      'policy',
      'reglament',
      'regulation',
      'scenarios',
      'vocabulary',
    ]);
  });

  test('know every word of the vocabulary', () => {
    const policy = readHouseFile('config/schemas/policy.schema.json');

    for (const part of ['facts', 'operators', 'moments', 'lowerBounds', 'effects'] as const) {
      for (const word of VOCABULARY[part].keys()) expect(policy).toContain(`"${word}"`);
    }
  });
});

/** Files that an editor completes by the schema that they name. */
const NAMING = [...filesIn('rules', '.json'), ...filesIn('config', '.json')].filter(
  ({ name }) => !name.startsWith('config/schemas/'),
);

describe('a file that people edit', () => {
  test.each(NAMING.map(({ name, text }) => [name, text] as const))(
    '%s names its schema, and obeys it',
    (name, text) => {
      const content = JSON.parse(text);
      const schema = path.posix.join(path.posix.dirname(name), String(content.$schema));
      const ajv = new Ajv({ strict: false, allErrors: true });

      expect(SCHEMAS.map((file) => file.name)).toContain(schema);
      const validate = ajv.compile(JSON.parse(readHouseFile(schema)));
      validate(content);
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('is there for every kind of schema', () => {
    const used = new Set(NAMING.map(({ text }) => path.posix.basename(String(JSON.parse(text).$schema))));

    expect([...used].sort()).toEqual(SCHEMAS.map(({ name }) => path.posix.basename(name)));
  });
});
