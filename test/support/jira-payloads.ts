/*
 * Recorded payloads and examples from Atlassian's documents. They lie beside the repository and are no part of it;
 * where they are not there, the tests that need them are skipped, and say so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject, type JsonObject, objectAt, textAt } from '#core/issue/json.ts';
import { PROJECT } from './desk.ts';

const FOLDER = path.resolve(PROJECT, '..', 'shared', 'jira', 'payloads');

export const payloadsAreThere = existsSync(FOLDER);

/** For the title of tests that are skipped without them. */
export const PAYLOADS_MISSING = payloadsAreThere
  ? ''
  : ' (skipped: the recorded payloads are not beside the repository)';

export interface Payload {
  /** `cloud/zulip--comment_created.json`. */
  readonly name: string;
  readonly text: string;
}

export function payloads(): readonly Payload[] {
  if (!payloadsAreThere) return [];
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|txt)$/.test(name))
    .map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The payload itself, if it is JSON at all. */
export function parsed({ text }: Payload): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Every value inside, the whole one first. */
export function valuesIn(value: unknown): readonly unknown[] {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [value, ...inner.flatMap(valuesIn)];
}

/** Whether it has what makes an issue: a key, a status, the time of its creation. */
export function isWholeIssue(value: unknown): value is JsonObject {
  if (!isObject(value) || textAt(value, 'key') === undefined) return false;
  const fields = objectAt(value, 'fields') ?? {};
  return objectAt(fields, 'status') !== undefined && textAt(fields, 'created') !== undefined;
}
