import { userJson, type Wire } from './issue-json.ts';

/** A user as the service desk API tells of them. */
export function personJson(wire: Wire, accountId: string): object {
  const {
    self,
    accountType: _type,
    avatarUrls: _avatars,
    ...person
  } = userJson(wire, accountId) as {
    self: string;
    accountType: string;
    avatarUrls: object;
  };
  return { ...person, _links: { self, jiraRest: self, avatarUrls: {} } };
}
