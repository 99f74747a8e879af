import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MARKER_PROPERTY } from '#core/issue/marker.ts';
import { BOT, demoUsers, signInOf } from '#demo/cast.ts';
import { serviceSite } from '#simulator/site.ts';
import { type RunningSimulator, startSimulator } from '#simulator/start-simulator.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { activationOf } from '#store/facts.ts';
import { openStore } from '#store/open-store.ts';
import { stopStore } from '#store/stops.ts';
import { folderWith } from '#test/support/cli-folder.ts';
import { HOME, jsonOf, reglament } from '#test/support/cli-run.ts';
import { msk } from '#test/support/moscow-time.ts';
import { customerOpens, says, solvedConsultation } from '#test/support/service-people.ts';

const NOW = '2027-02-24T15:00:00+03:00';

function configured(more: object = {}, base = 'demo.json'): string {
  const folder = folderWith({});
  const json = {
    extends: path.join(HOME, 'config', base),
    store: path.join(folder, 'store'),
    killSwitch: path.join(folder, 'STOP'),
    ...more,
  };
  writeFileSync(path.join(folder, 'c.json'), JSON.stringify(json));
  return folder;
}

async function openJira(): Promise<RunningSimulator> {
  const jira = await startSimulator({
    site: serviceSite(demoUsers('ru')),
    startsAt: msk('2027-02-18 09:00'),
    port: 0,
  });
  onTestFinished(jira.stop);
  return jira;
}

function run(folder: string, ...args: readonly string[]) {
  const { email, token } = signInOf(BOT);
  const environment = {
    JIRA_USER: email,
    JIRA_TOKEN: token,
    REGLAMENT_WEBHOOK_SECRET: 's',
    REGLAMENT_DESK_CLOCK: NOW,
  };
  return reglament([...args, '--config', path.join(folder, 'c.json')], { environment });
}

describe('reglament stop without a running service', () => {
  test('makes the file with who, when and why; resume takes it away again', async () => {
    const folder = configured();
    const file = path.join(folder, 'STOP');

    const stopped = jsonOf<Record<string, unknown>>(
      await run(folder, 'stop', '--reason', 'переезд', '--json'),
    );
    expect(stopped).toMatchObject({ stopped: true, service: false, file: { reason: 'переезд' } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      reason: 'переезд',
      by: expect.any(String),
    });

    const again = await run(folder, 'stop', '--reason', 'другое', '--lang', 'ru');
    expect(again.stdout).toMatch(
      /^Остановлено: файл остановки, с \S\S \d\d\.\d\d\.20\d\d \d\d:\d\d, кто: \S+, почему: переезд \(файл: /,
    );

    const resumed = jsonOf<Record<string, unknown>>(await run(folder, 'resume', '--json'));
    expect(resumed).toMatchObject({ stopped: false, service: false });
    expect(existsSync(file)).toBe(false);
  });
});

describe('reglament waiting', () => {
  test('names the tickets that wait for their customer although nothing was asked, and only those', async () => {
    const jira = await openJira();
    const folder = configured({ site: { url: jira.url } });
    const parked = customerOpens(jira, '2027-02-18 10:00');
    says(jira, parked, 'igor', 'Передали разработчикам, исправим в 5.12.');
    const asked = customerOpens(jira, '2027-02-18 10:20', 'marina');
    says(jira, asked, 'olga', 'Пришлите, пожалуйста, номер документа.');
    for (const issue of [parked, asked]) {
      const to = jira.world.transitionsOf(issue).find((offered) => offered.to === '10203');
      if (to !== undefined) jira.world.transition(issue, 'olga', to, undefined);
    }
    const happenings = parked.comments.length + asked.comments.length;

    const { waiting, looked, calls } = jsonOf<{
      waiting: readonly object[];
      looked: number;
      calls: Record<string, number>;
    }>(await run(folder, 'waiting', '--json'));

    expect(looked).toBe(2);
    expect(waiting).toEqual([
      {
        ticket: parked.key,
        summary: 'Отчёт не помещается на страницу',
        status: 'Ожидает клиента',
        since: expect.any(String),
        parkedBy: { name: 'Лебедева Ольга', as: 'agent' },
        lastWords: expect.objectContaining({
          by: 'Соколов Игорь',
          text: 'Передали разработчикам, исправим в 5.12.',
        }),
        unsure: false,
      },
    ]);
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThan(20);
    expect(parked.comments.length + asked.comments.length).toBe(happenings);
    const told = await run(folder, 'waiting', '--lang', 'ru');
    expect(told.stdout).toContain('Ждут клиента: 2, из них без открытого вопроса: 1');
    expect(told.stdout).toContain('кто перевёл: Лебедева Ольга (сотрудник)');
  });
});

describe('reglament sweep --dry-run', () => {
  async function returned(more: object, base?: string) {
    const jira = await openJira();
    const folder = configured({ site: { url: jira.url }, ...more }, base);
    const issue = solvedConsultation(jira);
    jira.world.clock.move(msk('2027-02-24 14:00').epochMilliseconds);
    says(jira, issue, 'elena', 'Добрый день. Последние графы по-прежнему уходят на второй лист.');
    return { folder, issue };
  }

  test.each<readonly [string, object, string | undefined, string]>([
    ['a cap', { modes: { default: 'enforce' } }, 'reglament.json', 'cap'],
    ['a mode', { modes: { default: 'observe' } }, undefined, 'observe'],
    ['the time before the activation', { activation: '2027-02-24T12:00:00+03:00' }, undefined, 'baseline'],
    ['the fuse of the sweep', { fuse: { effectsPerRun: 1 } }, undefined, 'fuse'],
  ])('names every text and says when %s withholds it', async (_, more, base, because) => {
    const { folder, issue } = await returned(more, base);

    const { effects } = jsonOf<{ effects: readonly Record<string, unknown>[] }>(
      await run(folder, 'sweep', '--dry-run', '--json'),
    );

    expect(effects.find(({ message }) => message === 'returned')).toMatchObject({
      ticket: issue.key,
      withheldBecause: because,
      text: expect.stringContaining('снова в работе'),
    });
    expect(issue.comments.filter(({ author }) => author === BOT)).toEqual([]);
  });

  test('says that everything is stopped, and why, in both languages', async () => {
    const { folder } = await returned({});
    await run(folder, 'stop', '--reason', 'переезд');

    const [ru, en] = await Promise.all([
      run(folder, 'sweep', '--dry-run', '--lang', 'ru'),
      run(folder, 'sweep', '--dry-run', '--lang', 'en'),
    ]);

    expect(ru.stdout).toMatch(/Всё остановлено: файл остановки, с .*, почему: переезд\n/);
    expect(ru.stdout).toContain('(не выполняется: всё остановлено)');
    expect(en.stdout).toContain('(not done: everything is stopped)');
  });
});

describe('reglament explain with the store of the service', () => {
  /** Asked on Thu 18.02, so closed after Fri 26.02 where nobody answers. */
  async function asked() {
    const jira = await openJira();
    const folder = configured({ site: { url: jira.url }, activation: 'firstStart' });
    const at = (time: string) => jira.world.clock.move(msk(time).epochMilliseconds);
    const issue = customerOpens(jira, '2027-02-18 10:00', 'marina');
    at('2027-02-18 10:20');
    says(jira, issue, 'olga', 'Добрый день! Пришлите, пожалуйста, номер документа.');
    const waits = jira.world.transitionsOf(issue).find(({ to }) => to === '10203');
    if (waits === undefined) throw new Error('no way to waiting');
    jira.world.transition(issue, 'olga', waits, undefined);
    const store = await openStore(path.join(folder, 'store'));
    onTestFinished(store.close);
    const explained = async (...more: readonly string[]) =>
      run(folder, 'explain', issue.key, '--at', '2027-03-01T10:00:00+03:00', ...more);
    const next = async () =>
      jsonOf<{ next: readonly { rule: string }[] }>(await explained('--json')).next.map(({ rule }) => rule);
    return { store, folder, explained, next, issue, jira };
  }

  test('forecasts no closing on a day that ended while we were stopped, and says when that was', async () => {
    const { store, explained, jira, issue } = await asked();
    await activationOf(store.db, 'firstStart', msk('2027-02-18 09:00'));
    jira.world.clock.move(msk('2027-02-24 09:00').epochMilliseconds);
    jira.world.comment(issue, {
      by: BOT,
      body: documentOf('Ответьте, пожалуйста, до конца дня 26 февраля 2027 г.'),
      public: true,
      properties: [
        {
          key: MARKER_PROPERTY,
          value: {
            v: 1,
            key: 'k',
            rule: 'remind-before-closing',
            message: 'reminder',
            promisedLastDay: '2027-02-26',
          },
        },
      ],
    });
    const effects = async () =>
      jsonOf<{ effects: readonly { rule: string }[] }>(await explained('--json')).effects.map(
        ({ rule }) => rule,
      );
    expect(await effects()).toContain('close-on-silence');

    await stopStore(store.db).add('file', msk('2027-02-26 17:00'), msk('2027-03-01 09:30'));

    expect(await effects()).toEqual(['warn-anew-after-stop']);
    const [ru, en] = [await explained('--lang', 'ru'), await explained('--lang', 'en')];
    expect(ru.stdout).toContain('мы были остановлены с пт 26.02.2027 17:00 до пн 01.03.2027 09:30');
    expect(en.stdout).toContain('we were stopped from Fri 26 Feb 2027 17:00 to Mon 1 Mar 2027 09:30');
  });

  test('promises nothing about a question that was asked before the first start', async () => {
    const { store, explained } = await asked();
    await activationOf(store.db, 'firstStart', msk('2027-02-18 12:00'));

    const told = jsonOf<{ next: readonly object[]; effects: readonly object[] }>(await explained('--json'));

    expect(told.next).toEqual([]);
    expect(told.effects).not.toEqual([]);
    for (const effect of told.effects) expect(effect).toMatchObject({ withheldBecause: 'baseline' });
    const ru = await explained('--lang', 'ru');
    expect(ru.stdout).toContain('Служба действует с чт 18.02.2027 12:00');
  });

  test('of an older version answers all the same, and so do a dry run and waiting', async () => {
    const { store, folder, explained, next } = await asked();
    await activationOf(store.db, 'firstStart', msk('2027-02-18 09:00'));
    for (const table of ['stops', 'rivals', 'silent_events', 'moves', 'unasked']) {
      await store.db.schema.dropTable(table).execute();
    }
    await sql`delete from kysely_migration where name > '0001-first-tables'`.execute(store.db);

    expect(await next()).not.toEqual([]);
    expect((await explained()).stdout).not.toContain('остановлены');
    expect(await run(folder, 'sweep', '--dry-run')).toMatchObject({ code: 0 });
    expect(await run(folder, 'waiting')).toMatchObject({ code: 0 });
  });
});
