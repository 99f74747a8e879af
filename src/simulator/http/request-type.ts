import type { Response } from 'express';
import type { IssueType } from '#simulator/model.ts';
import type { Site } from '#simulator/site.ts';
import { jiraError } from './jira-error.ts';

/** The kind of request with this id, else the desk's first; answers itself if there is none. */
export function requestTypeOf(site: Site, id: string | undefined, response: Response): IssueType | undefined {
  const [first] = site.issueTypes;
  const found = site.issueTypes.find(({ requestTypeId }) => requestTypeId === id) ?? first;
  if (found === undefined) jiraError(response, 400, 'no issue type');
  return found;
}
