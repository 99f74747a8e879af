import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersReturn } from '#core/ticket/customers-return.ts';
import { movesOf } from '#core/ticket/status-history.ts';
import { NO_RIVALS, type RivalSwitches } from '#simulator/rivals.ts';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { msk } from '#test/support/moscow-time.ts';
import { ANNA, BOT, OLGA } from '#test/support/people.ts';

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

it('no automation acts unless it is switched on', () => {
  const issue = site.request(ANNA, 'Сама');
  site.says(issue, OLGA, 'Ответ');
  site.moves(issue, OLGA, 'Решить', 'Готово');
  site.says(issue, ANNA, 'Опять');
  expect(issue.status.name).toBe('Решено');
});
