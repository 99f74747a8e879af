import { addAttachment, getAttachmentContent, getIssue } from 'jira.js/cloud';
import type { Client } from 'jira.js/core';
import { isObject, objectAt } from '#core/issue/json.ts';
import { readAttachments } from '#core/issue/read-fields.ts';
import type { FileReference } from '#core/policy/language/effect-data.ts';
import { isFault } from '#faults.ts';
import { checkedKey } from './ticket-key.ts';

/**
 * Copies files to a ticket, each unless a file of that name and size is there already: a copy that was cut off is
 * completed, not repeated. Nothing in a file is ever looked at.
 *
 * @returns names of files that Jira would not give or take
 */
export async function copyFiles(
  client: Client,
  files: readonly FileReference[],
  ticketKey: string,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const issueIdOrKey = checkedKey(ticketKey);
  const issue = (await getIssue(client, { issueIdOrKey, fields: ['attachment'] })) as unknown;
  const there = isObject(issue) ? [...readAttachments(objectAt(issue, 'fields') ?? {})] : [];
  const leftBehind: string[] = [];
  for (const file of files) {
    // Two files may bear one name and size: each stands for one only.
    const known = there.findIndex(({ name, bytes }) => name === file.name && bytes === file.bytes);
    if (known !== -1) {
      there.splice(known, 1);
      continue;
    }
    if (!(await copied(client, file, issueIdOrKey))) leftBehind.push(file.name);
  }
  return leftBehind;
}

/** One file that is gone, or too large for the site, must not keep its customer from being answered. */
async function copied(client: Client, file: FileReference, issueIdOrKey: string): Promise<boolean> {
  try {
    const bytes = await getAttachmentContent(client, { id: file.id, redirect: false });
    const content = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: file.mimeType });
    await addAttachment(client, { issueIdOrKey, attachments: { filename: file.name, content } });
    return true;
  } catch (error) {
    if (isFault(error, 'RGL9206')) return false;
    throw error;
  }
}
