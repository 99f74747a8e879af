import type { Issue } from '#simulator/model.ts';
import { SERVICE_FIELDS } from '#simulator/site.ts';
import { approvalFieldJson } from './approval-json.ts';
import { fieldsJson, type Wire } from './issue-json.ts';
import { slaFieldsJson } from './sla-json.ts';

/** Fields of the platform and of the service desk together, as an issue shows them. */
export function allFieldsJson(wire: Wire, issue: Issue): Readonly<Record<string, unknown>> {
  return {
    ...fieldsJson(wire, issue),
    ...slaFieldsJson(wire, issue),
    [SERVICE_FIELDS.approvals]: approvalFieldJson(wire, issue),
  };
}
