import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TransitionData } from '#core/policy/language/effect-data.ts';
import type { Performed } from '#outbox/ports.ts';
import { altered, owed, performerOn, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

function move(key: string, data: Omit<TransitionData, 'kind'>): Promise<Performed> {
  return performerOn(site.client).perform(owed(key, { kind: 'transition', ...data }), undefined);
}

function solved() {
  const issue = site.request(ANNA, 'Решённое');
  site.moves(issue, OLGA, 'Решить', 'Готово');
  return issue;
}

describe('a transition', () => {
  it('closes with the resolution that the screen asks for, by its name on this site', async () => {
    const issue = site.request(ANNA, 'Молчание');
    site.moves(issue, OLGA, 'Запросить уточнение');

    const performed = await move(issue.key, {
      from: 'waitingForCustomer',
      to: 'closed',
      resolution: 'unanswered',
    });

    expect(performed).toEqual({ kind: 'done' });
    expect(issue).toMatchObject({ status: { name: 'Решено' }, resolution: { name: 'Нет ответа' } });
  });

  it('goes to the status that was named, where several mean the same state', async () => {
    const issue = site.request(ANNA, 'Отмена');
    await move(issue.key, { from: 'open', to: 'closed', status: 'отменено', resolution: 'unanswered' });
    expect(issue.status.name).toBe('Отменено');
  });

  it('takes a closed ticket back to work, and leaves its resolution to the workflow', async () => {
    const issue = solved();
    await move(issue.key, { from: 'closed', to: 'inProgress' });
    expect(issue).toMatchObject({ status: { name: 'В работе' }, resolution: null });
  });

  it('takes the way into work that the workflow has, where the wanted one is missing', async () => {
    const other = await openSite((made) => ({
      ...made,
      transitions: made.transitions.filter(({ name }) => name !== 'Вернуть в работу'),
    }));
    try {
      const issue = other.request(ANNA, 'Другой порядок');
      other.moves(issue, OLGA, 'Решить', 'Готово');
      const data = { kind: 'transition', from: 'closed', to: 'inProgress' } as const;

      expect(await performerOn(other.client).perform(owed(issue.key, data), undefined)).toEqual({
        kind: 'done',
      });
      expect(issue.status.name).toBe('Ожидает поддержки');
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['closed', 'inProgress', 'open'],
    ['open', 'inProgress', 'open'],
    ['closed', 'open', 'inProgress'],
  ] as const)('from %s to %s is done already where the ticket is in work (%s)', async (from, to, is) => {
    const issue = site.request(ANNA, 'Уже');
    if (is === 'inProgress') site.moves(issue, OLGA, 'Взять в работу');
    const { client, asked } = watched(site.client);

    const performed = await performerOn(client).perform(
      owed(issue.key, { kind: 'transition', from, to }),
      undefined,
    );

    expect(performed).toEqual({ kind: 'done' });
    expect(asked.map(({ call }) => call)).toEqual([`GET /rest/api/3/issue/${issue.key}`]);
  });

  it('is overtaken when somebody has moved the ticket since', async () => {
    const issue = site.request(ANNA, 'Опередили');
    site.moves(issue, OLGA, 'Взять в работу');

    const performed = await move(issue.key, {
      from: 'waitingForCustomer',
      to: 'closed',
      resolution: 'unanswered',
    });

    expect(performed.kind).toBe('overtaken');
    expect(issue.status.name).toBe('В работе');
  });

  it('is refused where the workflow offers no way', async () => {
    const issue = solved();
    expect(await move(issue.key, { from: 'closed', to: 'waitingForCustomer' })).toEqual({
      kind: 'refused',
      why: 'the workflow offers no way to waitingForCustomer from here',
    });
  });

  it('is refused where a resolution is required and none was decided', async () => {
    const issue = site.request(ANNA, 'Без решения');
    const performed = await move(issue.key, { from: 'open', to: 'closed' });
    expect(performed).toMatchObject({ kind: 'refused', why: expect.stringContaining('Нет ответа') });
    expect(issue.status.name).toBe('Ожидает поддержки');
  });

  it('is refused where the screen asks for a field that nobody can fill in', async () => {
    const issue = site.request(ANNA, 'С полем');
    const client = altered(site.client, /GET .*\/transitions$/, (answer) => {
      const { transitions } = answer as { transitions: readonly { fields: object }[] };
      const customfield_10500 = { required: true, hasDefaultValue: false, name: 'Причина' };
      return {
        transitions: transitions.map((one) => ({ ...one, fields: { ...one.fields, customfield_10500 } })),
      };
    });
    const data = { kind: 'transition', from: 'open', to: 'closed', resolution: 'unanswered' } as const;

    expect(await performerOn(client).perform(owed(issue.key, data), undefined)).toEqual({
      kind: 'refused',
      why: 'the transition wants the field customfield_10500',
    });
  });

  it('gives no resolution where the screen has none', async () => {
    const issue = solved();
    const { client, asked } = watched(site.client);
    const data = { kind: 'transition', from: 'closed', to: 'open', resolution: 'unanswered' } as const;

    await performerOn(client).perform(owed(issue.key, data), undefined);

    expect(asked.at(-1)?.body).toEqual({ transition: { id: '71' } });
    expect(issue.status.name).toBe('Ожидает поддержки');
  });
});

describe('whether a transition took place', () => {
  it('is read from the status alone', async () => {
    const issue = solved();
    const performer = performerOn(site.client);
    const to = (state: TransitionData['to']) =>
      owed(issue.key, { kind: 'transition', from: 'open', to: state });

    expect(await performer.readBack(to('closed'), undefined)).toEqual({ kind: 'found' });
    expect(await performer.readBack(to('inProgress'), undefined)).toEqual({ kind: 'absent' });
  });

  it('is not known of a status that is not mapped: then it is absent', async () => {
    const strange = await openSite((made) => ({
      ...made,
      statuses: made.statuses.map((status, index) =>
        index === 0 ? { ...status, name: 'Эскалация' } : status,
      ),
    }));
    try {
      const issue = strange.request(ANNA, 'Эскалация');
      const effect = owed(issue.key, { kind: 'transition', from: 'closed', to: 'open' });
      expect(await performerOn(strange.client).readBack(effect, undefined)).toEqual({ kind: 'absent' });
    } finally {
      await strange.stop();
    }
  });
});
