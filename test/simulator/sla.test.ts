import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Issue } from '#simulator/model.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeEach(async () => {
  site = await openSite();
});

afterEach(() => site.stop());

const HOUR = 3_600_000;
const OPENED = msk('2027-02-16 10:00').epochMilliseconds;

interface Cycle {
  readonly startTime: { readonly epochMillis: number };
  readonly stopTime?: { readonly epochMillis: number };
  readonly breachTime?: { readonly epochMillis: number };
  readonly breached: boolean;
  readonly paused?: boolean;
  readonly elapsedTime: { readonly millis: number; readonly friendly: string };
  readonly remainingTime: { readonly millis: number };
}

interface Clock {
  readonly name: string;
  readonly completedCycles: readonly Cycle[];
  readonly ongoingCycle?: Cycle;
}

async function clocksOf(issue: Issue): Promise<readonly Clock[]> {
  const { body } = await site.as(OLGA)('GET', `/rest/servicedeskapi/request/${issue.key}/sla`);
  return (body as { values: readonly Clock[] }).values;
}

async function firstResponse(issue: Issue): Promise<Clock> {
  const clock = (await clocksOf(issue)).find(({ name }) => name === 'Time to first response');
  if (clock === undefined) throw new Error('there is no such clock');
  return clock;
}

async function resolution(issue: Issue): Promise<Clock> {
  const clock = (await clocksOf(issue)).find(({ name }) => name === 'Time to resolution');
  if (clock === undefined) throw new Error('there is no such clock');
  return clock;
}

/** The site's time, in hours after the request. */
function hours(after: number): void {
  site.world.clock.move(OPENED + after * HOUR);
}

describe('the time to the first response', () => {
  it.each([
    { who: OLGA, name: 'an agent' },
    { who: BOT, name: 'us, which no human meant as an answer' },
  ])('is over with a public comment of $name', async ({ who }) => {
    const issue = site.request(ANNA, 'Первый ответ');
    hours(1);
    site.says(issue, ANNA, 'Добавлю');
    site.says(issue, OLGA, 'Между нами', { internal: true });
    expect((await firstResponse(issue)).completedCycles).toEqual([]);
    hours(3);
    site.says(issue, who, 'Смотрим');
    site.says(issue, OLGA, 'Ещё ответ');
    expect(await firstResponse(issue)).toMatchObject({
      completedCycles: [{ breached: false, elapsedTime: { millis: 3 * HOUR, friendly: '3h 0m' } }],
    });
    expect((await firstResponse(issue)).ongoingCycle).toBeUndefined();
  });

  it('is missed after four hours, and tells when', async () => {
    const issue = site.request(ANNA, 'Опоздали');
    hours(5);
    expect((await firstResponse(issue)).ongoingCycle).toMatchObject({
      breached: true,
      breachTime: { epochMillis: OPENED + 4 * HOUR },
      remainingTime: { millis: -HOUR },
    });
  });
});

describe('the time to resolution', () => {
  it('stands still while the request waits for its customer', async () => {
    const issue = site.request(ANNA, 'Пауза');
    hours(2);
    site.moves(issue, OLGA, 'Запросить уточнение');
    hours(50);
    const paused = (await resolution(issue)).ongoingCycle;
    expect(paused).toMatchObject({ paused: true, breached: false, elapsedTime: { millis: 2 * HOUR } });
    expect(paused).not.toHaveProperty('breachTime');

    site.moves(issue, OLGA, 'Вернуть в очередь');
    hours(51);
    expect((await resolution(issue)).ongoingCycle).toMatchObject({
      paused: false,
      elapsedTime: { millis: 3 * HOUR },
      breachTime: { epochMillis: OPENED + (48 + 40) * HOUR },
    });
  });

  it('ends with the solution and starts anew when the request is opened again', async () => {
    const issue = site.request(ANNA, 'Дважды');
    hours(6);
    site.moves(issue, OLGA, 'Решить', 'Готово');
    expect((await resolution(issue)).ongoingCycle).toBeUndefined();
    hours(10);
    site.moves(issue, ANNA, 'Открыть заново');
    hours(11);
    expect(await resolution(issue)).toMatchObject({
      completedCycles: [{ elapsedTime: { millis: 6 * HOUR }, stopTime: { epochMillis: OPENED + 6 * HOUR } }],
      ongoingCycle: { elapsedTime: { millis: HOUR }, startTime: { epochMillis: OPENED + 10 * HOUR } },
    });
    expect((await firstResponse(issue)).completedCycles).toHaveLength(1);
  });
});

it('the same clocks are fields of the issue, and customers do not see them', async () => {
  const issue = site.request(ANNA, 'Поля');
  const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${issue.key}`);
  const { fields } = body as { fields: Record<string, unknown> };
  expect([fields.customfield_10030, fields.customfield_10040]).toEqual(await clocksOf(issue));
  const path = `/rest/servicedeskapi/request/${issue.key}/sla`;
  expect((await site.as(ANNA)('GET', path)).status).toBe(403);
});

it('the statuses of a request are listed with their dates, the newest first', async () => {
  const issue = site.request(ANNA, 'Статусы');
  hours(1);
  site.moves(issue, OLGA, 'Запросить уточнение');
  const path = `/rest/servicedeskapi/request/${issue.key}/status`;
  expect((await site.as(ANNA)('GET', path)).body).toMatchObject({
    values: [
      { status: 'Ожидает клиента', statusDate: { epochMillis: OPENED + HOUR } },
      { status: 'Ожидает поддержки', statusCategory: 'NEW', statusDate: { epochMillis: OPENED } },
    ],
  });
});
