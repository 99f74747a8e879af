import { afterEach, beforeEach, expect, it } from 'vitest';
import { ADMIN, type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BORIS, OLGA } from '#test/support/people.ts';

let site: JiraSite;

beforeEach(async () => {
  site = await openSite();
});

afterEach(() => site.stop());

async function asked(): Promise<{ readonly key: string; readonly path: string }> {
  const { key } = site.request(ANNA, 'Доступ');
  await site.as(ADMIN)('POST', '/sim/approval', {
    key,
    name: 'Согласование руководителя',
    approvers: [BORIS.id, OLGA.id],
  });
  return { key, path: `/rest/servicedeskapi/request/${key}/approval` };
}

it('a pending approval stands in the issue’s field and in the list of those who are asked', async () => {
  const { key, path } = await asked();
  expect((await site.as(OLGA)('GET', path)).body).toMatchObject({
    values: [{ name: 'Согласование руководителя', finalDecision: 'pending', canAnswerApproval: true }],
  });
  const { body } = await site.as(OLGA)('GET', `/rest/api/3/issue/${key}`);
  expect(body).toMatchObject({
    fields: {
      customfield_10050: [
        {
          finalDecision: 'pending',
          approvers: [
            { approver: { accountId: BORIS.id }, approverDecision: 'pending' },
            { approver: { accountId: OLGA.id }, approverDecision: 'pending' },
          ],
        },
      ],
    },
  });
});

it('an approver sees the request and is a customer on it', async () => {
  const { key, path } = await asked();
  expect((await site.as(BORIS)('GET', `/rest/servicedeskapi/request/${key}`)).status).toBe(200);
  expect((await site.as(BORIS)('POST', `${path}/1`, { decision: 'approve' })).body).toMatchObject({
    finalDecision: 'pending',
    approvers: [{ approverDecision: 'approved' }, { approverDecision: 'pending' }],
  });
  site.says(site.world.find(key) ?? site.request(ANNA, ''), BORIS, 'Я согласен');
  const { entries } = await site.ticket(key);
  expect(entries.at(-1)).toMatchObject({ actor: 'customer', text: 'Я согласен' });
});

it('an approval is granted by all, and refused by one', async () => {
  const granted = await asked();
  await site.as(BORIS)('POST', `${granted.path}/1`, { decision: 'approve' });
  expect((await site.as(OLGA)('POST', `${granted.path}/1`, { decision: 'approve' })).body).toMatchObject({
    finalDecision: 'approved',
    canAnswerApproval: false,
  });
  const refused = await asked();
  expect((await site.as(BORIS)('POST', `${refused.path}/1`, { decision: 'decline' })).body).toMatchObject({
    finalDecision: 'declined',
  });
  expect((await site.as(OLGA)('POST', `${refused.path}/1`, { decision: 'approve' })).status).toBe(409);
});

it('nobody else may answer, and nobody with other words', async () => {
  const { path } = await asked();
  expect((await site.as(ANNA)('POST', `${path}/1`, { decision: 'approve' })).status).toBe(403);
  expect((await site.as(BORIS)('POST', `${path}/1`, { decision: 'maybe' })).status).toBe(400);
  expect((await site.as(OLGA)('GET', `${path}/7`)).status).toBe(404);
});
