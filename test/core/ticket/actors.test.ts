import { describe, expect, test } from 'vitest';
import { actorOf, type People, type Person } from '#core/ticket/person.ts';
import { ticketOf } from '#test/support/desk.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT, type Someone } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

const somebody = (id: string, accountType?: Person['accountType']): Person => ({
  id,
  aliases: [id, `${id}@example.org`],
  displayName: id,
  ...(accountType === undefined ? {} : { accountType }),
});

const NOBODY_LISTED: People = { ourselves: ['bot'] };

describe('in which role somebody acts', () => {
  test.each([
    ['a portal account', somebody('anna', 'customer'), 'customer'],
    ['an app', somebody('robot', 'app'), 'automation'],
    ['a licensed account', somebody('olga', 'atlassian'), 'agent'],
    ['an account of Data Center that nobody listed', somebody('olga'), 'unknown'],
    ['our own account', somebody('bot', 'atlassian'), 'ourselves'],
    ['nobody that we can see', undefined, 'unknown'],
  ] as const)('%s', (_, author, actor) => {
    expect(actorOf(author, NOBODY_LISTED, [])).toBe(actor);
  });

  test('a licensed account that is in no agents’ role is surely no agent, once somebody looked', () => {
    const people = { ...NOBODY_LISTED, agents: ['olga'] };
    expect(actorOf(somebody('olga', 'atlassian'), people, [])).toBe('agent');
    expect(actorOf(somebody('guest', 'atlassian'), people, [])).toBe('unknown');
    expect(actorOf(somebody('olga', 'atlassian'), { ...people, agents: [] }, [])).toBe('unknown');
  });

  test('people may be listed by any of their names', () => {
    const people = { ...NOBODY_LISTED, automation: ['zapier@example.org'], customers: ['anna@example.org'] };
    expect(actorOf(somebody('zapier'), people, [])).toBe('automation');
    expect(actorOf(somebody('anna'), people, [])).toBe('customer');
  });

  test('who is a customer of the ticket is one there, whatever else they are', () => {
    const olga = somebody('olga', 'atlassian');
    const people = { ourselves: ['bot'], agents: ['olga'], automation: ['robot'] };
    expect(actorOf(olga, people, [olga])).toBe('customer');
    expect(actorOf(somebody('robot', 'app'), people, [somebody('robot')])).toBe('customer');
  });

  test('we stay ourselves, also on a ticket that we opened', () => {
    const bot = somebody('bot', 'app');
    expect(actorOf(bot, { ourselves: ['bot@example.org'] }, [bot])).toBe('ourselves');
  });
});

function actorsOn(raw: RawIssue): readonly string[] {
  return ticketOf(raw).entries.map(({ actor }) => actor);
}

const user = ({ id, name, accountType }: Someone) => ({ accountId: id, displayName: name, accountType });

describe('on a ticket', () => {
  test('customers, agents, automations and ourselves are told apart', () => {
    const raw = new RawIssue('2027-02-16 14:00');
    [ANNA, BORIS, OLGA, ROBOT, BOT].forEach((who, minute) => {
      raw.says(who, `2027-02-16 15:0${minute}`, 'Слова');
    });
    expect(actorsOn(raw)).toEqual(['customer', 'customer', 'agent', 'automation', 'ourselves']);
  });

  test('an agent who reported it is its customer', () => {
    const raw = new RawIssue('2027-02-16 14:00', { reporter: OLGA })
      .says(OLGA, '2027-02-16 15:00', 'У меня не печатает')
      .says(IVAN, '2027-02-16 15:10', 'Смотрю')
      .moves(OLGA, '2027-02-16 15:20', 'Resolved', 'Done');
    expect(actorsOn(raw)).toEqual(['customer', 'agent', 'customer']);
  });

  test.each([
    ['takes part in it', 'sd-request-participants', [user(OLGA)]],
    ['approves it', 'sd-approvals', [{ id: '1', approvers: [{ approver: user(OLGA) }] }]],
    ['is listed as approver', 'sd-approvals', [user(OLGA)]],
  ])('an agent who %s is its customer', (_, type, value) => {
    const raw = new RawIssue('2027-02-16 14:00')
      .field('customfield_10777', value)
      .says(OLGA, '2027-02-16 15:00', 'И у меня')
      .says(IVAN, '2027-02-16 15:10', 'Смотрю')
      .toJson();
    const schema = { customfield_10777: { type: 'array', custom: `com.atlassian.servicedesk:${type}` } };
    expect(ticketOf({ ...raw, schema }).entries.map(({ actor }) => actor)).toEqual(['customer', 'agent']);
  });

  test('of Data Center nobody is anybody until somebody is named', () => {
    const raw = () =>
      new RawIssue('2027-02-16 14:00', { flavour: 'data-center' })
        .says(ANNA, '2027-02-16 15:00', 'Заявитель')
        .says(BORIS, '2027-02-16 15:01', 'Коллега')
        .says(OLGA, '2027-02-16 15:02', 'Агент');
    expect(actorsOn(raw())).toEqual(['customer', 'unknown', 'unknown']);
    expect(actorsOn(raw().people({ agents: ['olga'], customers: ['JIRAUSER-boris'] }))).toEqual([
      'customer',
      'customer',
      'agent',
    ]);
  });
});
