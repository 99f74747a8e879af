import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Configuration } from '#configuration/configuration.ts';
import { DEFAULTS } from '#configuration/defaults.ts';
import { merged } from '#configuration/layered-document.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import { readingOf } from '#configuration/reading-of.ts';
import { configured } from '#test/support/cli-configured.ts';
import { HOME } from '#test/support/cli-run.ts';

function read(files: Readonly<Record<string, string | object>>): Configuration {
  const { configuration, diagnostics } = configured(files);
  if (configuration === undefined) throw new Error(JSON.stringify(diagnostics));
  return configuration;
}

describe('an empty configuration', () => {
  test('observes, listens to this machine only, and starts from now', () => {
    expect(read({ 'c.json': {} })).toMatchObject({
      modes: { default: 'observe' },
      service: { host: '127.0.0.1' },
      activation: 'firstStart',
      projects: [],
    });
  });

  test('has every default, with paths from where the program was started', () => {
    expect(JSON.parse(JSON.stringify(read({ 'c.json': {} })))).toEqual({
      ...DEFAULTS,
      killSwitch: path.resolve('data/STOP'),
      store: path.resolve('data'),
    });
  });
});

describe('a setting', () => {
  test('changes that one and leaves its neighbours as they were', () => {
    const { service, fuse } = read({ 'c.json': { service: { port: 9090 } } });

    expect(service).toEqual({ host: '127.0.0.1', port: 9090, bodyLimitBytes: 1_048_576 });
    expect(fuse).toEqual(DEFAULTS.fuse);
  });

  test('that is an instant is read as one', () => {
    const { activation } = read({ 'c.json': { activation: '2027-02-15T00:00:00+03:00' } });

    expect(String(activation)).toBe('2027-02-14T21:00:00Z');
  });
});

describe('a configuration that extends another', () => {
  const files = {
    'top.json': { extends: './site/middle.json', modes: { rules: { 'late-return': 'suggest' } } },
    'site/middle.json': { extends: '../base.json', projects: ['OPS'], modes: { default: 'enforce' } },
    'base.json': { projects: ['SUP', 'DEV'], modes: { default: 'off', rules: { 'return-in-time': 'off' } } },
  };

  test('has its keys over those of the other, each file found from the one that names it', () => {
    expect(read(files)).toMatchObject({
      modes: { default: 'enforce', rules: { 'late-return': 'suggest', 'return-in-time': 'off' } },
    });
  });

  test('replaces lists whole', () => {
    expect(read(files).projects).toEqual(['OPS']);
  });

  test.each([
    ['Cloud', { token: 'T' }, 'cloud', { user: 'JIRA_USER', token: 'T' }],
    ['Data Center', { token: 'T' }, 'data-center', { token: 'T' }],
    ['Data Center', { user: 'U', token: 'T' }, 'data-center', { user: 'U', token: 'T' }],
  ])('has for %s with %j whoever signs in', (_, credentials, flavour, known) => {
    const { configuration } = configured({
      'top.json': { extends: './base.json', site: { flavour } },
      'base.json': { site: { credentials } },
    });

    expect(configuration?.site.credentials).toEqual(known);
  });

  test('has a finding where the value was given, whichever file it is', () => {
    const { diagnostics } = configured({
      'top.json': {
        extends: './base.json',
        activation: 'firstStart',
        mapping: { statuses: { closed: ['Done'] } },
      },
      'base.json': '{\n  "mapping": { "statuses": { "open": ["To do"], "inProgress": ["to do"] } }\n}',
    });

    expect(diagnostics).toMatchObject([{ code: 'RGL4002', file: 'base.json', line: 2, column: 64 }]);
  });

  test('has a finding in the upper file where both give the value', () => {
    const { diagnostics } = configured({
      'top.json': { extends: './base.json', activation: 'today' },
      'base.json': { activation: 'firstStart' },
    });

    expect(diagnostics).toMatchObject([{ code: 'RGL4003', file: 'top.json', line: 3 }]);
  });

  test('has the findings of all its files', () => {
    const { configuration, diagnostics } = configured({
      'top.json': { extends: './base.json', projets: [] },
      'base.json': { sevice: {} },
    });

    expect(configuration).toBeUndefined();
    expect(diagnostics.map(({ file, fix }) => `${file} ${fix}`)).toEqual([
      'base.json service',
      'top.json projects',
    ]);
  });

  test('that is not there cannot be used', () => {
    const { configuration, diagnostics } = configured({ 'top.json': { extends: './gone.json' } });

    expect(configuration).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'RGL1008' }]);
  });
});

describe('merging', () => {
  test('takes the upper value, and goes into objects only', () => {
    const lower = { a: { b: 1, c: [1, 2] }, d: 1, e: 'kept' };

    expect(JSON.parse(JSON.stringify(merged(lower, { a: { c: [3] }, d: { f: 2 } })))).toEqual({
      a: { b: 1, c: [3] },
      d: { f: 2 },
      e: 'kept',
    });
  });

  test('never takes what every object inherits for a value', () => {
    const result = merged(
      { toString: 'a key of the lower' },
      JSON.parse('{ "__proto__": { "polluted": true } }'),
    );

    expect(Object.keys(Object(result)).sort()).toEqual(['__proto__', 'toString']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('the shipped configuration', () => {
  const shipped = (name: string) => readConfiguration(path.join(HOME, 'config', name), (file) => file);

  test.each(['reglament.json', 'demo.json'])('config/%s is good', (name) => {
    const { configuration, diagnostics } = shipped(name);

    expect(diagnostics).toEqual([]);
    expect(configuration).toBeDefined();
  });

  test('observes; only that of the demo acts', () => {
    expect(shipped('reglament.json').configuration?.modes.default).toBe('observe');
    expect(shipped('demo.json').configuration?.modes.default).toBe('enforce');
  });

  test('of the demo differs in nothing else but the lifted cap and an outbox that waits for nobody', () => {
    const { modes: _, caps: lifted, outbox: dials, ...demo } = shipped('demo.json').configuration ?? {};
    const { modes: __, caps: capped, outbox, ...plain } = shipped('reglament.json').configuration ?? {};

    expect(JSON.parse(JSON.stringify({ ...demo, extends: undefined }))).toEqual(
      JSON.parse(JSON.stringify(plain)),
    );
    expect(dials).toEqual({ ...outbox, requestTimeoutSeconds: 2, sendWindowSeconds: 1, quiesceSeconds: 1 });
    expect([lifted, capped]).toEqual([
      { reopening: 'lifted' },
      { reopening: { mode: 'suggest', until: 'noRivalFor', days: 7 } },
    ]);
  });

  test.each([
    ['Waiting for support', 'Ожидает поддержки', 'open'],
    ['In progress', 'В работе', 'inProgress'],
    ['Waiting for customer', 'Ожидает клиента', 'waitingForCustomer'],
    ['Resolved', 'Решено', 'closed'],
    ['Closed', 'Закрыто', 'closed'],
    ['Canceled', 'Отменено', 'closed'],
  ] as const)('maps %s and %s to %s', (english, russian, state) => {
    expect(shipped('reglament.json').configuration?.mapping.statuses[state]).toEqual(
      expect.arrayContaining([english, russian]),
    );
  });

  test('knows our own accounts on both flavours', () => {
    expect(shipped('reglament.json').configuration?.people.ourselves).toEqual(['reglament-bot', 'reglament']);
  });

  test('reads issues of its site, with agents that were looked up beside those listed', () => {
    const configuration = read({ 'c.json': { site: { name: 'main' }, people: { agents: ['olga'] } } });

    expect(readingOf(configuration, { agents: ['ivan'] })).toMatchObject({
      site: 'main',
      people: { agents: ['olga', 'ivan'] },
    });
    expect(readingOf(read({ 'c.json': {} })).people).not.toHaveProperty('agents');
  });
});
