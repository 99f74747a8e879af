import type { Language } from '#core/calendar/bilingual.ts';
import { answerApproval, askApproval } from '#simulator/acts/approve.ts';
import { moveIssue } from '#simulator/acts/move-issue.ts';
import { changedItem } from '#simulator/changed-item.ts';
import type { Issue } from '#simulator/model.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import type { World } from '#simulator/world.ts';
import { type ByWhom, type LaterDeed, PLACES, type SentFile, type Words } from './deed.ts';

/** Plays what is done to a ticket that is there. */
export function actOnTicket(world: World, issue: Issue, act: LaterDeed & ByWhom, language: Language): void {
  const { who } = act;
  switch (act.does) {
    case 'writes':
    case 'answers':
    case 'notes':
      world.comment(issue, {
        by: who,
        body: documentOf(spokenIn(act.text, language)),
        public: act.does !== 'notes',
        properties: [],
      });
      if (act.does === 'answers') sendFiles(world, issue, who, act.files);
      return;
    case 'sendsFiles':
      sendFiles(world, issue, who, act.files);
      return;
    case 'labels':
      world.label(issue, who, act.labels, []);
      return;
    case 'removesLabels':
      world.label(issue, who, [], act.labels);
      return;
    case 'moves':
      move(world, issue, who, PLACES.indexOf(act.to));
      return;
    case 'raisesPriority':
      raisePriority(world, issue, who);
      return;
    case 'asksApproval':
      askApproval(world, issue, 'Approval', act.with);
      return;
    case 'approves':
      approve(world, issue, who);
      return;
    case 'movesAway':
      moveIssue(world, issue, who, world.site.otherProject);
      return;
    case 'movesHere':
      moveIssue(world, issue, who, world.site.project);
  }
}

export function spokenIn(words: Words, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}

export function mailedFile({ name, mimeType, bytes }: SentFile) {
  return { name, mimeType: mimeType ?? mimeTypeOf(name), content: new Uint8Array(bytes) };
}

export function sendFiles(world: World, issue: Issue, who: string, files: readonly SentFile[] = []): void {
  for (const file of files) {
    const { name, mimeType, content } = mailedFile(file);
    world.attach(issue, who, name, mimeType, content);
  }
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  zip: 'application/zip',
  pdf: 'application/pdf',
  txt: 'text/plain',
};

function mimeTypeOf(name: string): string {
  return MIME_TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** Takes the transition that leads there, with the first resolution where its screen asks for one. */
function move(world: World, issue: Issue, who: string, index: number): void {
  const status = world.site.statuses[index];
  const transition = world.transitionsOf(issue).find(({ to }) => to === status?.id);
  // Jira's own automation may have moved it there already.
  if (transition === undefined) return;
  const [resolution] = world.site.resolutions;
  world.transition(issue, who, transition, transition.resolution === 'required' ? resolution : undefined);
}

function raisePriority(world: World, issue: Issue, who: string): void {
  const highest = world.site.priorities.find(({ name }) => name === 'Highest');
  if (highest === undefined) throw new Error('the site has no highest priority');
  world.change(issue, who, [changedItem('priority', issue.priority, highest)], () => {
    issue.priority = highest;
  });
}

function approve(world: World, issue: Issue, who: string): void {
  const pending = issue.approvals.find(({ finalDecision }) => finalDecision === 'pending');
  if (pending !== undefined) answerApproval(world, issue, pending, who, 'approved');
}
