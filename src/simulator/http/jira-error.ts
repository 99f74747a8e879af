import type { Response } from 'express';

/** An error in the form in which Jira's platform API tells it. */
export function jiraError(response: Response, status: number, message: string, errors: object = {}): void {
  response.status(status).json({ errorMessages: message === '' ? [] : [message], errors });
}

/** An error in the form of the service desk API. */
export function serviceDeskError(response: Response, status: number, message: string): void {
  response.status(status).json({ errorMessage: message, i18nErrorMessage: { i18nKey: '', parameters: [] } });
}

export const NOT_FOUND = 'Issue does not exist or you do not have permission to see it.';
