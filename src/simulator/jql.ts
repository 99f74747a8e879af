import type { Issue } from './model.ts';

/** A search that the simulator understands: conditions joined by AND, an order at the end. */
export interface Query {
  readonly fits: (issue: Issue) => boolean;
  readonly order: (a: Issue, b: Issue) => number;
}

type Value = string | number;

interface Field {
  readonly read: (issue: Issue) => readonly Value[];
  /** Instants compare by size, names as words. */
  readonly kind: 'name' | 'instant';
}

const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['project', { kind: 'name', read: ({ project }) => [project.key, project.name, project.id] }],
  ['key', { kind: 'name', read: ({ key }) => [key] }],
  ['status', { kind: 'name', read: ({ status }) => [status.name, status.id] }],
  [
    'statuscategory',
    { kind: 'name', read: ({ status }) => [status.category, CATEGORY_NAMES[status.category]] },
  ],
  ['labels', { kind: 'name', read: ({ labels }) => labels }],
  ['issuetype', { kind: 'name', read: ({ issueType }) => [issueType.name, issueType.id] }],
  ['updated', { kind: 'instant', read: ({ updatedAt }) => [updatedAt] }],
  ['created', { kind: 'instant', read: ({ createdAt }) => [createdAt] }],
]);

const CATEGORY_NAMES = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' } as const;

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|!=|>=|<=|[=<>(),]|[^\s=<>!(),"']+)/gy;

/** @returns the query, or what Jira would complain of */
export function parseJql(jql: string): Query | { readonly wrong: string } {
  const tokens = tokensOf(jql);
  if (tokens === undefined) return { wrong: `Error in the JQL Query: ${jql.slice(0, 60)}` };
  const by = tokens.findIndex(
    (token, index) => lower(token) === 'order' && lower(tokens[index + 1]) === 'by',
  );
  const conditions = splitByAnd(by === -1 ? tokens : tokens.slice(0, by));
  // Jira refuses a search without any restriction.
  if (conditions.length === 0) return { wrong: 'Unbounded JQL queries are not allowed here.' };
  const fits: ((issue: Issue) => boolean)[] = [];
  for (const condition of conditions) {
    const parsed = parseCondition(condition);
    if ('wrong' in parsed) return parsed;
    fits.push(parsed.fits);
  }
  return {
    fits: (issue) => fits.every((test) => test(issue)),
    order: orderOf(by === -1 ? [] : tokens.slice(by + 2)),
  };
}

function tokensOf(jql: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < jql.trimEnd().length) {
    const match = TOKEN.exec(jql);
    if (match?.[1] === undefined) return undefined;
    tokens.push(match[1]);
  }
  return tokens;
}

function splitByAnd(tokens: readonly string[]): readonly (readonly string[])[] {
  const conditions: string[][] = [[]];
  for (const token of tokens) {
    if (lower(token) === 'and') conditions.push([]);
    else conditions.at(-1)?.push(token);
  }
  return conditions.filter((condition) => condition.length > 0);
}

function parseCondition(
  tokens: readonly string[],
): { readonly fits: (issue: Issue) => boolean } | { readonly wrong: string } {
  const [name, ...rest] = tokens;
  const field = FIELDS.get(lower(name));
  if (field === undefined) {
    return { wrong: `Field '${name}' does not exist or you do not have permission to view it.` };
  }
  const operator = lower(rest[0]) === 'not' ? 'not in' : lower(rest[0]);
  const values = rest
    .slice(operator === 'not in' ? 2 : 1)
    .filter((token) => !['(', ')', ','].includes(token))
    .map(unquoted);
  return { fits: (issue) => compare(field, issue, operator, values) };
}

function compare(field: Field, issue: Issue, operator: string, values: readonly string[]): boolean {
  const own = field.read(issue);
  if (field.kind === 'instant') {
    const [at] = own;
    const wanted = Number(values[0]);
    if (operator === '>=') return Number(at) >= wanted;
    if (operator === '>') return Number(at) > wanted;
    return operator === '<=' ? Number(at) <= wanted : Number(at) < wanted;
  }
  const names = own.map((value) => lower(String(value)));
  const found = values.some((value) => names.includes(lower(value)));
  return operator === '=' || operator === 'in' ? found : !found;
}

function orderOf(tokens: readonly string[]): Query['order'] {
  const field = FIELDS.get(lower(tokens[0]));
  const direction = lower(tokens[1]) === 'desc' ? -1 : 1;
  if (field === undefined) return (a, b) => Number(b.id) - Number(a.id);
  const value = (issue: Issue) => Number(field.read(issue)[0] ?? 0);
  return (a, b) => direction * (value(a) - value(b)) || Number(a.id) - Number(b.id);
}

function unquoted(token: string): string {
  return /^["']/.test(token) ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
}

function lower(token: string | undefined): string {
  return (token ?? '').toLowerCase();
}
