/** Somebody on a ticket, as Jira names them on either flavour. */
export interface Person {
  /** The stable reference: `accountId` on Cloud, `key` (else `name`) on Data Center. */
  readonly id: string;
  /** Everything else by which configuration may name this person: account id, user name, key, e-mail address. */
  readonly aliases: readonly string[];
  readonly displayName: string;
  readonly accountType?: 'customer' | 'app' | 'atlassian';
  /** The account is switched off: nobody reads what is given to it. */
  readonly inactive?: true;
}

/**
 * The role in which somebody acts on one ticket. `unknown` may answer, but never asks or solves:
 * no public act and no closing rests on it.
 */
export type Actor = 'customer' | 'agent' | 'ourselves' | 'automation' | 'unknown';

/** Who is who on the whole site, as far as it was looked up; each list holds ids, names, keys or addresses. */
export interface People {
  /** Absent means that nobody looked: Cloud's account type then decides. */
  readonly agents?: readonly string[];
  readonly customers?: readonly string[];
  readonly ourselves: readonly string[];
  readonly automation?: readonly string[];
}

/** The people of one ticket who are customers on it, whatever their account: reporter, participants, approvers. */
export type TicketCustomers = readonly Person[];

/**
 * The role of an author on a ticket.
 *
 * An agent who is the reporter, a participant or an approver of a ticket is a customer there
 * (Atlassian: "Who can see and do what in a service project").
 */
export function actorOf(author: Person | undefined, people: People, customersHere: TicketCustomers): Actor {
  if (author === undefined) return 'unknown';
  if (isNamed(author, people.ourselves)) return 'ourselves';
  if (customersHere.some((customer) => isSame(customer, author))) return 'customer';
  if (isNamed(author, people.automation)) return 'automation';
  if (isNamed(author, people.customers)) return 'customer';
  if (isNamed(author, people.agents)) return 'agent';
  return actorByAccount(author, people.agents === undefined);
}

function actorByAccount(author: Person, agentsByAccount: boolean): Actor {
  if (author.accountType === 'customer') return 'customer';
  if (author.accountType === 'app') return 'automation';
  if (author.accountType === 'atlassian' && agentsByAccount) return 'agent';
  return 'unknown';
}

export function isSame(a: Person, b: Person): boolean {
  return a.id === b.id;
}

function isNamed(person: Person, names: readonly string[] | undefined): boolean {
  return names?.some((name) => person.id === name || person.aliases.includes(name)) ?? false;
}
