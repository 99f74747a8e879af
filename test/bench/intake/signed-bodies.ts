import { createHmac } from 'node:crypto';
import { ANNA, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

export const SECRET = 'a secret of the bench';

export interface SignedBody {
  readonly body: Buffer;
  readonly signature: string;
}

const LETTER =
  'Добрый день! После обновления документ не проводится: программа сообщает, что период закрыт, хотя он открыт. ' +
  'Проверили на двух рабочих местах, результат один и тот же. ';

/**
 * Webhooks of letters as Jira Cloud tells of them, about 5 kB each, no two alike.
 *
 * @param first number of the first letter: a later batch goes on behind the one before
 */
export function signedBodies(first: number, count: number): readonly SignedBody[] {
  return Array.from({ length: count }, (_, index) => {
    const body = Buffer.from(JSON.stringify(webhookOf(first + index)));
    const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
    return { body, signature };
  });
}

function webhookOf(number: number): object {
  const issue = new RawIssue('2027-02-16 14:00', { key: `SUP-${number}` })
    .ofKind('Ошибка')
    .field('environment', LETTER.repeat(8))
    .says(OLGA, '2027-02-16 14:20', 'Пришлите, пожалуйста, номер документа.')
    .toJson();
  return {
    timestamp: 1_803_000_000_000 + number,
    webhookEvent: 'comment_created',
    comment: {
      id: String(number),
      author: { accountId: ANNA.id, displayName: ANNA.name, accountType: 'customer' },
      body: LETTER.repeat(2),
      created: '2027-02-16T14:40:00.000+0300',
      jsdPublic: true,
    },
    issue: { ...issue, changelog: undefined },
  };
}
