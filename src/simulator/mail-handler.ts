import type { Later } from './later.ts';
import type { Issue, IssueType, Named } from './model.ts';
import { sees } from './who-sees.ts';
import { documentOf } from './wire/adf.ts';
import { userOf } from './wire/issue-json.ts';
import type { World } from './world.ts';

export interface Mail {
  /** Account id of whoever sent it. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly MailedFile[];
  /** How long after the words the files are there; large ones take their time. */
  readonly filesLaterSeconds?: number;
  /** Of a new request: whoever was in copy, whom it is shared with, who may see it. */
  readonly participants?: readonly string[];
  readonly organizations?: readonly Named[];
  readonly securityLevel?: Named;
}

export interface MailedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** The issue that a mail with this subject answers to. */
export function answeredIssue(world: World, subject: string): Issue | undefined {
  const named = /\b([A-Z][A-Z0-9]+-\d+)\b/.exec(subject)?.[1];
  return named === undefined ? undefined : world.find(named);
}

/**
 * A mail as Jira's mail handler takes it: a reply where the subject names an issue, else a new request.
 *
 * @param later where files wait that come after their words; without it they come at once
 */
export function receiveMail(world: World, mail: Mail, issueType: IssueType, later?: Later): Issue {
  const known = answeredIssue(world, mail.subject);
  const issue = known ?? newRequest(world, mail, issueType);
  if (known !== undefined && mail.text !== '') {
    const stranger = !sees(world.site, userOf(world, mail.from), known);
    world.comment(known, {
      by: mail.from,
      body: documentOf(mail.text),
      public: true,
      properties: [],
      ...(stranger ? { fromOutside: true } : {}),
    });
  }
  const attach = () => {
    for (const file of mail.files) world.attach(issue, mail.from, file.name, file.mimeType, file.content);
  };
  if (later === undefined || mail.filesLaterSeconds === undefined) attach();
  else later.add(world.clock.now() + mail.filesLaterSeconds * 1000, attach);
  return issue;
}

function newRequest(world: World, mail: Mail, issueType: IssueType): Issue {
  const { participants, organizations, securityLevel } = mail;
  return world.create({
    by: mail.from,
    reporter: mail.from,
    summary: mail.subject,
    description: documentOf(mail.text),
    issueType,
    channel: 'email',
    ...(participants === undefined ? {} : { participants }),
    ...(organizations === undefined ? {} : { organizations }),
    ...(securityLevel === undefined ? {} : { securityLevel }),
  });
}
