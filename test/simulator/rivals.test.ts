import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adfText } from '#core/issue/adf-text.ts';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { movesOf } from '#core/ticket/status-history.ts';
import type { Issue } from '#simulator/model.ts';
import { NO_RIVALS, type RivalSwitches } from '#simulator/rivals.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA, ROBOT } from '#test/support/people.ts';

let site: JiraSite;

beforeEach(async () => {
  site = await openSite();
});

afterEach(() => site.stop());

async function switchOn(switches: Partial<RivalSwitches>): Promise<void> {
  await site.as(ADMIN)('PUT', '/sim/rivals', { ...NO_RIVALS, ...switches });
}

async function later(seconds: number): Promise<void> {
  const now = msk('2027-02-16 10:00').add({ seconds }).epochMilliseconds;
  await site.as(ADMIN)('POST', '/sim/clock', { now });
}

describe('"Transition on comment"', () => {
  it('parks a request after any public comment of the team, also after ours', async () => {
    await switchOn({ transitionOnComment: true });
    for (const who of [OLGA, BOT]) {
      const issue = site.request(ANNA, 'Парковка');
      site.says(issue, who, 'Передали разработчикам');
      expect(issue.status.name).toBe('Ожидает клиента');
    }
  });

  it('does nothing after a note', async () => {
    await switchOn({ transitionOnComment: true });
    const issue = site.request(ANNA, 'Заметка');
    site.says(issue, OLGA, 'Между нами', { internal: true });
    expect(issue.status.name).toBe('Ожидает поддержки');
  });

  it('takes a parked request back after the customer’s comment, and leaves others where they are', async () => {
    await switchOn({ transitionOnComment: true });
    const issue = site.request(ANNA, 'Обратно');
    site.says(issue, ANNA, 'Добавлю');
    expect(issue.histories).toEqual([]);
    site.moves(issue, OLGA, 'Запросить уточнение');
    site.says(issue, ANNA, 'Вот');
    expect(issue.status.name).toBe('Ожидает поддержки');
  });

  it('does not reopen what is closed', async () => {
    await switchOn({ transitionOnComment: true });
    const issue = site.request(ANNA, 'Закрыто');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, ANNA, 'Опять');
    site.says(issue, OLGA, 'Да');
    expect(issue.status.name).toBe('Решено');
  });

  it('acts only on requests with its label, where it has one', async () => {
    await switchOn({ transitionOnCommentFor: 'разработка' });
    const [with_, without] = [site.request(ANNA, 'С меткой'), site.request(ANNA, 'Без метки')];
    site.world.label(with_, OLGA.id, ['разработка'], []);
    for (const issue of [with_, without]) site.says(issue, OLGA, 'Передали');
    expect([with_.status.name, without.status.name]).toEqual(['Ожидает клиента', 'Ожидает поддержки']);
  });
});

describe('"Reopen on customer comment"', () => {
  it('reopens as an app, which the ticket tells as the customer’s return', async () => {
    await switchOn({ reopenOnCustomerComment: true });
    const issue = site.request(ANNA, 'Возврат');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, ANNA, 'Опять ошибка');

    expect(issue).toMatchObject({ status: { name: 'Ожидает поддержки' }, resolution: null });
    const ticket = await site.ticket(issue.key);
    const reopening = movesOf(ticket).at(-1)?.entry;
    expect(reopening?.actor).toBe('automation');
    expect(reopening && customersReturn(ticket, reopening)?.message?.text).toBe('Опять ошибка');
  });

  it('does nothing after an agent’s comment', async () => {
    await switchOn({ reopenOnCustomerComment: true });
    const issue = site.request(ANNA, 'Агент');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, OLGA, 'Кстати');
    expect(issue.status.name).toBe('Решено');
  });
});

describe('an automation that takes its time', () => {
  it('acts when its time has come by the site’s clock, and the site tells when that is', async () => {
    await switchOn({ reopenOnCustomerComment: true, delaySeconds: 5 });
    const issue = site.request(ANNA, 'Подождём');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, ANNA, 'Опять');
    const written = issue.updatedAt;

    expect((await site.as(ADMIN)('GET', '/sim/idle')).body).toMatchObject({ nextAt: written + 5000 });
    await later(4);
    expect(issue.status.name).toBe('Решено');
    await later(6);
    expect(issue.status.name).toBe('Ожидает поддержки');
    expect(issue.statusSince).toBeGreaterThanOrEqual(written + 5000);
    expect((await site.as(ADMIN)('GET', '/sim/idle')).body).not.toHaveProperty('nextAt');
  });

  it('looks at the request as it is then', async () => {
    await switchOn({ transitionOnComment: true, delaySeconds: 5 });
    const issue = site.request(ANNA, 'Успели');
    site.says(issue, OLGA, 'Готово');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    await later(10);
    expect(issue.status.name).toBe('Решено');
  });
});

/** The clock is moved in one leap; the automation acts when its time came. */
async function daysLater(days: number): Promise<void> {
  const now = msk('2027-02-16 10:00').add({
    minutes: Math.round(24 * 60 * days),
    seconds: 1,
  }).epochMilliseconds;
  await site.as(ADMIN)('POST', '/sim/clock', { now });
}

const DAY = 86_400_000;
const wordsOf = (issue: Issue) => issue.comments.map(({ body, author }) => `${author}: ${adfText(body)}`);

describe('"Prompt customer"', () => {
  it('asks in public after five days of waiting, once, and the site tells when', async () => {
    await switchOn({ promptCustomer: true });
    const issue = site.request(ANNA, 'Напоминание');
    site.moves(issue, OLGA, 'Запросить уточнение');
    const dueAt = issue.statusSince + 5 * DAY;
    expect((await site.as(ADMIN)('GET', '/sim/idle')).body).toMatchObject({ nextAt: dueAt });

    await daysLater(4.9);
    expect(issue.comments).toEqual([]);
    await daysLater(8);
    expect(issue.comments).toMatchObject([{ author: ROBOT.id, public: true, at: dueAt }]);
    await daysLater(30);
    expect(issue.comments).toHaveLength(1);
  });

  it('does not ask who has answered meanwhile, and counts anew when the request waits again', async () => {
    await switchOn({ promptCustomer: { days: 2 } });
    const issue = site.request(ANNA, 'Ответила');
    site.moves(issue, OLGA, 'Запросить уточнение');
    await daysLater(1);
    site.moves(issue, OLGA, 'Вернуть в очередь');
    site.moves(issue, OLGA, 'Запросить уточнение');
    await daysLater(2.5);
    expect(issue.comments).toEqual([]);
    await daysLater(3.5);
    expect(issue.comments).toHaveLength(1);
  });

  it('switched on later, it also asks on what waits already, and never twice in one stay', async () => {
    const issue = site.request(ANNA, 'Уже ждёт');
    site.moves(issue, OLGA, 'Запросить уточнение');
    await switchOn({ promptCustomer: true });
    await daysLater(6);
    await switchOn({ promptCustomer: { days: 1 } });
    await daysLater(9);
    expect(issue.comments).toHaveLength(1);
  });
});

describe('"Close resolved"', () => {
  it('closes what has stood resolved for ten days, and keeps its resolution', async () => {
    await switchOn({ closeResolved: true });
    const issue = site.request(ANNA, 'Решено и забыто');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    await daysLater(9.9);
    expect(issue.status.name).toBe('Решено');
    await daysLater(11);
    expect(issue).toMatchObject({ status: { name: 'Закрыто' }, resolution: { name: 'Готово' } });
    expect(issue.histories.at(-1)?.author).toBe(ROBOT.id);
  });

  it('leaves alone what was opened again', async () => {
    await switchOn({ closeResolved: { days: 3 } });
    const issue = site.request(ANNA, 'Опять открыто');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.moves(issue, ANNA, 'Открыть заново');
    await daysLater(20);
    expect(issue.status.name).toBe('Ожидает поддержки');
  });
});

describe('"Set customer expectations"', () => {
  it('writes in public on every new request, which parks nothing', async () => {
    await switchOn({ setCustomerExpectations: true, transitionOnComment: true });
    const issue = site.request(ANNA, 'Новая');
    expect(wordsOf(issue)).toEqual([
      `${ROBOT.id}: Спасибо за обращение! Мы ответим вам в течение одного рабочего дня.`,
    ]);
    expect(issue.status.name).toBe('Ожидает поддержки');
  });
});

describe('a rule with conditions on whoever sets it off', () => {
  it('does not park after our words when our account is left out; after an agent’s it does', async () => {
    await switchOn({ transitionOnComment: true, exceptInitiatedBy: [BOT.id] });
    const issue = site.request(ANNA, 'Исключение');
    site.says(issue, BOT, 'Мы ждём сборку');
    expect(issue.status.name).toBe('Ожидает поддержки');
    site.says(issue, OLGA, 'Мы ждём сборку');
    expect(issue.status.name).toBe('Ожидает клиента');
  });

  it('neither reopens nor greets after the acts of an account that is left out', async () => {
    await switchOn({
      reopenOnCustomerComment: true,
      setCustomerExpectations: true,
      exceptInitiatedBy: [ANNA.id],
    });
    const issue = site.request(ANNA, 'Тишина');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, ANNA, 'Опять');
    expect([issue.comments.length, issue.status.name]).toEqual([1, 'Решено']);
  });
});

describe('a rule that runs as a technical user', () => {
  it('looks like an agent, is in the team’s role, and its reopening is still the customer’s return', async () => {
    await switchOn({ reopenOnCustomerComment: true, actsAs: 'technicalUser' });
    const issue = site.request(ANNA, 'Кто открыл');
    site.moves(issue, OLGA, 'Решить', 'Готово');
    site.says(issue, ANNA, 'Опять ошибка');
    expect(issue.histories.at(-1)?.author).toBe('technical-user');
    expect(site.world.site.project.agents).toContain('technical-user');

    const ticket = await site.ticket(issue.key);
    const reopening = movesOf(ticket).at(-1)?.entry;
    expect(reopening?.actor).toBe('agent');
    expect(reopening && customersReturn(ticket, reopening)?.message?.text).toBe('Опять ошибка');
  });

  it('cannot be signed in as', async () => {
    const authorization = `Basic ${Buffer.from('technical-user@example.org:').toString('base64')}`;
    const response = await fetch(`${site.url}/rest/api/3/myself`, { headers: { authorization } });
    expect(response.status).toBe(401);
  });
});

it('no automation acts unless it is switched on', () => {
  const issue = site.request(ANNA, 'Сама');
  site.says(issue, OLGA, 'Ответ');
  site.moves(issue, OLGA, 'Решить', 'Готово');
  site.says(issue, ANNA, 'Опять');
  expect(issue.status.name).toBe('Решено');
});
