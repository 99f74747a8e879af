import type { Circle, Issue, User } from './model.ts';
import type { Site } from './site.ts';

/** Customers of a request by the circle through which they belong to it. */
function circles(site: Site, issue: Issue): Readonly<Record<Circle, readonly string[]>> {
  const shared = issue.organizations.map(({ id }) => id);
  return {
    reporter: [issue.reporter],
    participants: issue.participants,
    organizations: site.organizations
      .filter(({ id }) => shared.includes(id))
      .flatMap(({ members }) => members),
  };
}

/** Reporter, participants and members of the organisations it is shared with, as far as its level lets them see it. */
export function customersOf(site: Site, issue: Issue): readonly string[] {
  const level = site.securityLevels.find(({ id }) => id === issue.securityLevel?.id);
  const all: readonly Circle[] = ['reporter', 'participants', 'organizations'];
  const people = circles(site, issue);
  return [...new Set((level?.seenBy ?? all).flatMap((circle) => people[circle]))];
}

/** Whether a request is shown to somebody: to the team always, to customers if it is theirs. */
export function sees(site: Site, user: Pick<User, 'accountId' | 'accountType'>, issue: Issue): boolean {
  return user.accountType !== 'customer' || customersOf(site, issue).includes(user.accountId);
}

/** Whether somebody is a customer on this request, whatever their account. */
export function isCustomerOn(site: Site, issue: Issue, accountId: string): boolean {
  const user = site.users.find((known) => known.accountId === accountId);
  return user?.accountType === 'customer' || issue.reporter === accountId;
}
