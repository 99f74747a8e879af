import { isObject, type JsonObject, objectsAt, own } from '#core/issue/json.ts';
import { Fault } from '#faults.ts';

/**
 * The list that an answer of Jira has to hold. An answer without it says nothing about what is there: taken for an
 * empty one, a reply would be sent again and a second follow-up opened.
 *
 * @throws RGL9203
 */
export function listIn(answer: unknown, key: string): readonly JsonObject[] {
  if (!isObject(answer) || !Array.isArray(own(answer, key))) throw noList(key);
  return objectsAt(answer, key);
}

/** That Jira took a write and did not say what came of it: it has to be looked for. */
export function unconfirmed(call: string): Fault {
  const words = { ru: `Jira не подтвердила запись: ${call}`, en: `Jira did not confirm a write: ${call}` };
  return new Fault('RGL9204', words, { call });
}

/** That Jira's answer lacks what it always holds. */
export function noList(key: string): Fault {
  const words = { ru: `в ответе Jira нет «${key}»`, en: `Jira's answer has no "${key}"` };
  return new Fault('RGL9203', words, { key });
}
