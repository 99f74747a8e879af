import type { Issue, IssueType } from './model.ts';
import { documentOf } from './wire/adf.ts';
import type { World } from './world.ts';

export interface Mail {
  /** Account id of whoever sent it. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly files: readonly MailedFile[];
}

export interface MailedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** A mail as Jira's mail handler takes it: a reply where the subject names an issue, else a new request. */
export function receiveMail(world: World, mail: Mail, issueType: IssueType): Issue {
  const named = /\b([A-Z][A-Z0-9]+-\d+)\b/.exec(mail.subject)?.[1];
  const known = named === undefined ? undefined : world.find(named);
  const body = documentOf(mail.text);
  const issue =
    known ??
    world.create({
      by: mail.from,
      reporter: mail.from,
      summary: mail.subject,
      description: body,
      issueType,
      channel: 'email',
    });
  if (known !== undefined && mail.text !== '') {
    world.comment(known, { by: mail.from, body, public: true, properties: [] });
  }
  for (const file of mail.files) world.attach(issue, mail.from, file.name, file.mimeType, file.content);
  return issue;
}
