/* What people do in the room's Jira, in ticket language. */

import { adfText } from '#core/issue/adf-text.ts';
import type { Issue } from '#simulator/model.ts';
import type { RunningSimulator } from '#simulator/start-simulator.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { msk } from './moscow-time.ts';
import type { Room } from './service-room.ts';

export const COMPLAINT = 'Добрый вечер. Отметила, но последние графы по-прежнему уходят на второй лист.';
const SOLUTION = 'Откройте «Отчёты → Настройка» и отметьте «Переносить строки».';
const QUESTION = 'Добрый день! Пришлите, пожалуйста, номер документа и журнал ошибок.';

const RESOLVED = '10204';
const WAITING = '10203';

type Jira = RunningSimulator;

function at(jira: Jira, time: string): void {
  jira.world.clock.move(msk(time).epochMilliseconds);
}

export function customerOpens(jira: Jira, time: string, who = 'elena'): Issue {
  const [issueType] = jira.world.site.issueTypes;
  if (issueType === undefined) throw new Error('the site has no issue type');
  at(jira, time);
  return jira.world.create({
    by: who,
    reporter: who,
    summary: 'Отчёт не помещается на страницу',
    description: documentOf('Подскажите, как сделать, чтобы ведомость печаталась на одной странице?'),
    issueType,
    channel: 'email',
  });
}

/** A consultation that an agent has solved on Friday, 19.02, 17:30: it can be returned until Wed 24.02. */
export function solvedConsultation(jira: Jira, who = 'elena'): Issue {
  const issue = customerOpens(jira, '2027-02-18 10:10', who);
  at(jira, '2027-02-19 17:29');
  says(jira, issue, 'igor', SOLUTION);
  at(jira, '2027-02-19 17:30');
  moves(jira, issue, 'igor', RESOLVED, 'Готово');
  return issue;
}

/** A request on which an agent asked, and which waits for its customer since. */
export async function askedCustomer(
  room: Room,
  opened: string,
  asked: string,
  who = 'marina',
): Promise<Issue> {
  const { simulator: jira } = room;
  const issue = customerOpens(jira, opened, who);
  await room.moveTo(asked);
  says(jira, issue, 'olga', QUESTION);
  moves(jira, issue, 'olga', WAITING);
  await room.rest();
  return issue;
}

export function says(jira: Jira, issue: Issue, who: string, text: string): void {
  jira.world.comment(issue, { by: who, body: documentOf(text), public: true, properties: [] });
}

function moves(jira: Jira, issue: Issue, who: string, to: string, resolution?: string): void {
  const { world } = jira;
  const transition = world.transitionsOf(issue).find((offered) => offered.to === to);
  if (transition === undefined) throw new Error(`no way to ${to}`);
  world.transition(
    issue,
    who,
    transition,
    world.site.resolutions.find(({ name }) => name === resolution),
  );
}

/** The customer's letter of Wed 24.02, 17:40: in time, so the request returns to work and the customer is told. */
export async function customerWritesInTime({ simulator, moveTo }: Room, issue: Issue): Promise<void> {
  await moveTo('2027-02-24 17:40');
  says(simulator, issue, issue.reporter, COMPLAINT);
}

/** Letters and notes of ours on a ticket, as they stand in Jira. */
export function ourWords(issue: Issue): readonly string[] {
  return issue.comments
    .filter(({ author }) => author === 'reglament-bot')
    .map((comment) => `${comment.public ? 'letter' : 'note'}: ${adfText(comment.body)}`);
}

export function ourLetters(issue: Issue): number {
  return issue.comments.filter((comment) => comment.author === 'reglament-bot' && comment.public).length;
}

export function ourNotes(issue: Issue): number {
  return issue.comments.filter((comment) => comment.author === 'reglament-bot' && !comment.public).length;
}
