import { isObject, type JsonObject, objectsAt, own } from '#core/issue/json.ts';

/** All users of a group, page by page. */
export async function membersOf(page: (startAt: number) => Promise<unknown>): Promise<readonly JsonObject[]> {
  const members: JsonObject[] = [];
  for (let last = false, startAt = 0; !last; ) {
    const answer = await page(startAt);
    const users = isObject(answer) ? objectsAt(answer, 'values') : [];
    members.push(...users);
    startAt += users.length;
    last = users.length === 0 || !isObject(answer) || own(answer, 'isLast') !== false;
  }
  return members;
}
