import { describe, expect, test } from 'vitest';
import type { TellableHappening } from '#demo/jira-door.ts';
import { OrdinaryDay } from '#demo/ordinary-day.ts';

const CUSTOMER = { accountId: 'alla', name: 'Данилова Алла Геннадьевна', accountType: 'customer' };
const AGENT = { accountId: 'olga', name: 'Лебедева Ольга', accountType: 'atlassian' };

function happening(rest: Partial<TellableHappening>): TellableHappening {
  return { number: 1, at: 0, kind: 'created', key: 'SUP-9', by: CUSTOMER, ...rest };
}

describe('a day beside the stories', () => {
  test('on which nothing happened is not told', () => {
    expect(new OrdinaryDay().inWords('ru')).toBeUndefined();
  });

  test('is told by numbers, and by the tickets on which the policy acted', () => {
    const day = new OrdinaryDay();
    day.happened(happening({}));
    day.happened(happening({ kind: 'commented', public: true }));
    day.happened(happening({ kind: 'commented', public: true, by: AGENT }));
    day.happened(happening({ kind: 'commented', public: false, by: AGENT }));
    day.happened(
      happening({ kind: 'changed', by: AGENT, items: [{ field: 'resolution', from: null, to: 'Готово' }] }),
    );
    day.acted('Возврат в срок', 'SUP-9');
    day.acted('Возврат в срок', 'SUP-4');
    day.acted('Возврат в срок', 'SUP-9');

    expect(day.inWords('ru')).toBe(
      'Остальная служба – новых обращений: 1, писем от клиентов: 1, ответов сотрудников: 1, решено: 1. Регламент: Возврат в срок (SUP-9, SUP-4)',
    );
    expect(day.inWords('en')).toBe(
      'The rest of the desk – new requests: 1, letters from customers: 1, answers by agents: 1, solved: 1. Reglament: Возврат в срок (SUP-9, SUP-4)',
    );
  });
});
