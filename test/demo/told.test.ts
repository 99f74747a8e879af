import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { CollectedMail } from '#demo/mailbox.ts';
import type { DemoReport } from '#demo/report.ts';
import { STORIES } from '#demo/stories/all.ts';
import { folderWith } from '#test/support/cli-folder.ts';
import { jsonOf, type Outcome, reglament } from '#test/support/cli-run.ts';
import { readHouseFile } from '#test/support/house-files.ts';

const FIVE_MINUTES = 300_000;

function moscow(at: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Moscow');
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

describe('reglament demo --story', () => {
  test('names the stories there are when asked for another', async () => {
    const { code, stdout, stderr } = await reglament([
      'demo',
      '--story',
      '4',
      '--story',
      '42',
      '--lang',
      'en',
    ]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no story "42"');
    for (const { number, title } of STORIES) expect(stderr).toContain(`${number}  ${title.en}`);
  });

  test(
    'plays that story alone, with its dates, and hands over the mails as customers got them',
    async () => {
      const folder = folderWith({});
      const { report, mails } = await playedStory(folder, '6');

      expect(report.tickets.map(({ story, kind, status }) => [story, kind, status])).toEqual([
        [6, 'changeRequest', 'In progress'],
        [6, 'error', 'Resolved'],
        [6, 'error', 'Waiting for support'],
      ]);
      const late = mails.filter(({ to }) => to.accountId === 'pavel');
      expect(late.map(({ at, causedBy }) => `${moscow(at)} ${causedBy.kind}`)).toEqual([
        '2027-02-19 12:15 requestCreated',
        '2027-02-24 16:15 publicComment',
        '2027-02-24 16:15 requestResolved',
        '2027-03-02 11:15 publicComment',
      ]);
      expect(late.at(-1)?.text).toContain('could be reopened until the end of 26 February 2027');
      const files = readdirSync(folder).toSorted();
      expect(files).toHaveLength(mails.length);
      expect(files.map((name) => name.slice(0, 16))).toEqual(
        mails.map(({ at }) => moscow(at).replace(':', '.')),
      );
      const last = readFileSync(path.join(folder, files.at(-1) ?? ''), 'utf8');
      expect(last).toMatch(
        /^From: {4}.+\nTo: {6}Pavel Zaitsev <pavel@.+>\nDate: {4}Tue 2 Mar 2027 11:15\nSubject: /,
      );
    },
    FIVE_MINUTES,
  );
});

async function playedStory(folder: string, story: string) {
  const outcome = await reglament([
    'demo',
    '--once',
    '--json',
    '--story',
    story,
    '--mails',
    folder,
    '--lang',
    'en',
    '--quiet',
  ]);
  const { mails, ...report } = jsonOf<DemoReport & { mails: readonly CollectedMail[] }>(outcome);
  return { report, mails };
}

describe('the whole demo, told on a terminal that is a file', () => {
  let runs: readonly Outcome[];
  let told: string;
  beforeAll(async () => {
    const run = () => reglament(['demo', '--once', '--lang', 'ru', '--mails']);
    runs = [await run(), await run()];
    told = runs[0]?.stdout ?? '';
  }, FIVE_MINUTES);

  it('ends well, and tells the same both times, but for the seconds it took and the port of its Jira', () => {
    const [first, second] = runs.map(({ stdout }) =>
      stdout.replace(/127\.0\.0\.1:\d+/g, 'jira').replace(/службы за [\d,]+ с/, 'службы'),
    );
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ]);
    expect(second).toBe(first);
  });

  it('has at least forty requests, most of them ordinary ones that take a line a day', () => {
    expect(Number(/; обращений: (\d+);/.exec(told)?.[1])).toBeGreaterThanOrEqual(40);
    const days = told.match(/^── .+ ─+$/gm) ?? [];
    const lines = told.match(/^ · Остальная служба/gm) ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(15);
    expect(lines.length).toBeLessThanOrEqual(days.length);
  });

  it('introduces each story once, and at the end answers for it what happened, when and why', () => {
    const ends = told.slice(
      told.indexOf('══ Чем кончились истории'),
      told.indexOf('══ Что получили клиенты'),
    );
    for (const { number, title, about } of STORIES) {
      const heading = `  ${number}. ${title.ru}\n`;
      expect(told.split(heading)).toHaveLength(3);
      expect(told.replace(/\s+/g, ' ')).toContain(about.ru);
      expect(ends).toContain(heading);
    }
    const said = ends.replace(/\s+/g, ' ');
    const inOrder = [
      'Закрыто 25 февраля в 09:00: после просьбы 16 февраля и напоминания 20 февраля ответа не было до конца 24 февраля; вернуть можно до 1 марта.',
      'ждём ответ 0 1 2 3 4 · · · 5]',
      '25 февраля в 00:06 ответ получен (с поправкой на почту – в срок), обращение снова в работе.',
      '26 февраля в 09:00 – обращение ждёт клиента, которого ни о чём не спросили.',
      'Возвращено в работу 24 февраля в 23:40: клиент написал в срок, до 24 февраля.',
      'Письмо 25 февраля в 09:10 опоздало (вернуть можно было до 24 февраля): открыто новое обращение',
      'письмо ни о чём не просит («Спасибо»)',
      'Возвращено в работу 2 марта в 11:05: клиент написал в срок, до 3 марта.',
      'Письмо 2 марта в 11:15 опоздало (вернуть можно было до 26 февраля)',
      '26 февраля в 15:40 ответ получен, обращение снова в работе.',
      'подсказка сотруднику: «Обращение пришло по телефону',
      'подсказка сотруднику: «Похоже, этот вопрос поддержка не решает',
      '3 марта в 10:15 попросили недостающее; 4 марта в 09:40 ответ получен',
      'автоматика Jira открыла его сама – 9 марта в 10:15 закрыто обратно.',
    ];
    const places = inOrder.map((part) => said.indexOf(part));
    expect(inOrder.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says why thanks were more than thanks, and tells the reason of a letter that waited only once', () => {
    const talk = told.slice(0, told.indexOf('══ Чем кончились истории')).replace(/\s+/g, ' ');
    expect(talk).toContain('Это не только благодарность: «но», «опять», «ошибка».');
    expect(talk).toContain('Возврат в срок – письмо, которое ждало рабочих часов → письмо клиенту');
    expect(talk.split('Клиент написал 24 февраля 2027 г. в 23:40, вернуть можно')).toHaveLength(2);
  });

  it('says of each public word of a story that it went to the customer as a mail', () => {
    const talk = told.slice(0, told.indexOf('══ Чем кончились истории'));
    const toCustomers = talk.match(/ (пишет клиенту|→ письмо клиенту)$/gm) ?? [];
    const mailed = talk.match(/✉ SUP-\d+ → .+: эти слова ушли письмом$/gm) ?? [];
    expect(toCustomers.length).toBeGreaterThan(20);
    expect(mailed.length).toBeGreaterThanOrEqual(toCustomers.length);
  });

  it('sends no letter twice, though the service is killed in the middle of one', () => {
    expect(told).toContain('kill -9');
    expect(told).toMatch(/^Писем от Регламента: \d\d, из них посланных дважды: 0$/m);
  });

  it("tells what an admin's edit changes, and what a letter has promised", () => {
    const story = told.slice(told.indexOf('  10. Минута'), told.indexOf('══ Чем кончились истории'));
    expect(story).toMatch(/→ SUP-\d+: вернуть можно до 4 марта 2027 г\. → до 5 марта 2027 г\./);
    expect(story).toMatch(/\/readyz называет соперника: Automation for Jira, вернул из закрытых SUP-\d+/);
    expect(story).toMatch(/ставит на SUP-1 метку reglament-stop/);
    expect(story).toMatch(/Новое напоминание после остановки/);
    expect(story).toMatch(/→ SUP-\d+: обещано письмом, поэтому остаётся до 11 марта 2027 г\./);
  });

  it('is never wider than a hundred characters where it tells and draws', () => {
    const long = told
      .split('\n')
      .filter((line) => line.length > 100 && !/новое обращение|^ {4}(Тема|Открыть)/.test(line));
    expect(long.slice(3)).toEqual([]);
  });
});

describe('the README’s first page', () => {
  test(
    'shows what the demo prints of story 4, word for word',
    async () => {
      const shown = /```text\n([\s\S]*?)\n```/.exec(readHouseFile('README.md'))?.[1] ?? '';
      const { stdout } = await reglament(['demo', '--once', '--fast', '--story', '4', '--lang', 'en']);

      expect(shown.split('\n').length).toBeGreaterThan(20);
      expect(stdout).toContain(shown);
    },
    FIVE_MINUTES,
  );
});
