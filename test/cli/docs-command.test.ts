import { beforeAll, describe, expect, test } from 'vitest';
import type { RegulationDocument } from '#core/prose/regulation-document.ts';
import { projectWith } from '#test/support/cli-folder.ts';
import { jsonOf, type Outcome, reglament } from '#test/support/cli-run.ts';

const AT = ['--at', '2027-02-19T17:30:00+03:00'];

function pointOf({ sections }: RegulationDocument, section: string, number: string) {
  const point = sections.find((one) => one.number === section)?.points.find((one) => one.number === number);
  if (point === undefined) throw new Error(`no point ${section} ${number}`);
  return point;
}

function letterOf({ letters }: RegulationDocument, rule: string): string {
  return letters.find((letter) => letter.rule === rule)?.text ?? '';
}

describe('the regulation as customers read it', () => {
  let russian: Outcome;
  let english: Outcome;
  let json: RegulationDocument;
  beforeAll(async () => {
    const [ru, en, data] = await Promise.all([
      reglament(['docs', ...AT, '--lang', 'ru']),
      reglament(['docs', ...AT, '--lang', 'en']),
      reglament(['docs', ...AT, '--lang', 'ru', '--json']),
    ]);
    russian = ru;
    english = en;
    json = jsonOf(data);
  });

  test('is one Markdown text in either language', () => {
    for (const { code, stderr } of [russian, english])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(russian.stdout).toMatch(/^# Правила обращения в службу технической поддержки\n\n## 1\. Термины/);
    expect(english.stdout).toMatch(/^# Rules for requests to technical support\n\n## 1\. Terms/);
    for (const { stdout } of [russian, english]) expect(stdout).not.toMatch(/undefined|\{\p{L}|\bX-4\b/u);
  });

  test('tells the days with a worked date', () => {
    expect(russian.stdout).toContain('в течение 2 рабочих дней от даты получения решения');
    expect(russian.stdout).toContain(
      '> Например, с 19 февраля 2027 г. – до конца дня 24 февраля 2027 г. Счёт: сб 20 (рабочая), ср 24; не считаются: 21.02–23.02 (выходные и День защитника Отечества).',
    );
    expect(pointOf(json, '5.3.3', '6').example).toMatchObject({ businessDays: 5, lastDay: '2027-03-01' });
    expect(pointOf(json, '4', '4.3').example).toMatchObject({ businessDays: 5, lastDay: '2027-03-01' });
  });

  test('shows the letters that may come, and no other', () => {
    expect(letterOf(json, 'late-return')).toContain('2 рабочих дня, п. 5.3');
    expect(russian.stdout).not.toContain('вернуть его мы уже не можем');
    expect(json.letters.map(({ rule }) => rule)).not.toContain('acknowledge');
  });
});

describe('one parameter', () => {
  const longer = projectWith([
    'rules/reopening.policy.json',
    '"consultation": "2 business days"',
    '"consultation": "3 business days"',
  ]);

  test('changes the document, its dates and the letters together', async () => {
    const document = jsonOf<RegulationDocument>(
      await reglament(['docs', ...AT, '--lang', 'ru', '--json'], { cwd: longer }),
    );
    const consultation = pointOf(document, '5.3.1', '4');

    expect(consultation.text).toContain('в течение 3 рабочих дней');
    expect(consultation.text).toContain('По истечении 3 рабочих дней');
    expect(consultation.example).toMatchObject({ businessDays: 3, lastDay: '2027-02-25' });
    expect(pointOf(document, '5.3.2', '8').text).toContain('в течение 2 рабочих дней');
    expect(letterOf(document, 'late-return')).toContain('3 рабочих дня, п. 5.3');
  });

  test('that switches a letter on brings it into the document', async () => {
    const refusing = projectWith([
      'rules/reopening.policy.json',
      '"createLinked",\n    "lookLabels"',
      '"refuse",\n    "lookLabels"',
    ]);
    const { stdout } = await reglament(['docs', ...AT, '--lang', 'ru'], { cwd: refusing });

    expect(stdout).toContain('вернуть его мы уже не можем');
    expect(stdout).not.toContain('мы зарегистрировали новое');
  });
});

test('a year without a calendar gives no dates, and the rest all the same', async () => {
  const { code, stdout } = await reglament(['docs', '--at', '2031-02-19T17:30:00+03:00', '--lang', 'ru']);

  expect(code).toBe(0);
  expect(stdout).toContain('в течение 2 рабочих дней');
  expect(stdout).not.toContain('Например');
});
