import type { Happening, Issue } from '#simulator/model.ts';
import { allFieldsJson } from './all-fields.ts';
import { commentJson, historyJson, userJson, type Wire } from './issue-json.ts';

/** A webhook's body; `undefined` for what Jira tells no webhook of. */
export function webhookJson(wire: Wire, happening: Happening, issue: Issue): object | undefined {
  const body = bodyOf(wire, happening, issue);
  const { bulk } = happening;
  return body === undefined || bulk === undefined ? body : { ...body, bulkOperationMetaData: bulk };
}

function bodyOf(wire: Wire, happening: Happening, issue: Issue): object | undefined {
  const { at: timestamp } = happening;
  const user = userJson(wire, happening.by);
  switch (happening.kind) {
    case 'created':
      return {
        timestamp,
        webhookEvent: 'jira:issue_created',
        issue_event_type_name: 'issue_created',
        user,
        issue: issueJson(wire, issue),
      };
    case 'deleted':
      return { timestamp, webhookEvent: 'jira:issue_deleted', user, issue: issueJson(wire, issue) };
    case 'linked':
      return {
        timestamp,
        webhookEvent: 'issuelink_created',
        issueLink: { id: Number(happening.linkId), sourceIssueId: Number(issue.id) },
      };
    case 'changed': {
      const history = issue.histories.find(({ id }) => id === happening.historyId);
      if (history === undefined) return undefined;
      const { id, items } = historyJson(wire, history) as { id: string; items: unknown };
      return {
        timestamp,
        webhookEvent: 'jira:issue_updated',
        issue_event_type_name: 'issue_generic',
        user,
        issue: issueJson(wire, issue),
        changelog: { id, items },
      };
    }
    case 'commented': {
      const comment = issue.comments.find(({ id }) => id === happening.commentId);
      if (comment === undefined) return undefined;
      return {
        timestamp,
        webhookEvent: 'comment_created',
        comment: commentJson(wire, issue, comment, false),
        issue: briefIssue(wire, issue),
      };
    }
  }
}

function issueJson(wire: Wire, issue: Issue): object {
  const { comment: _, ...fields } = allFieldsJson(wire, issue);
  return { id: issue.id, key: issue.key, self: `${wire.base}/rest/api/2/issue/${issue.id}`, fields };
}

/** A comment's webhook shows only these fields of the issue. */
function briefIssue(wire: Wire, issue: Issue): object {
  const { summary, issuetype, project, assignee, priority, status } = allFieldsJson(wire, issue);
  return {
    id: issue.id,
    key: issue.key,
    self: `${wire.base}/rest/api/2/issue/${issue.id}`,
    fields: { summary, issuetype, project, assignee, priority, status },
  };
}
