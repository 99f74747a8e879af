import { SERVICE_FIELDS } from '#simulator/site.ts';

/** Names and schemas of fields, as `/field` and `expand=names,schema` tell them. */
export const FIELD_LIST: readonly { readonly id: string; readonly name: string; readonly schema: object }[] =
  [
    { id: 'summary', name: 'Тема', schema: { type: 'string', system: 'summary' } },
    { id: 'description', name: 'Описание', schema: { type: 'string', system: 'description' } },
    { id: 'status', name: 'Статус', schema: { type: 'status', system: 'status' } },
    { id: 'resolution', name: 'Решение', schema: { type: 'resolution', system: 'resolution' } },
    { id: 'labels', name: 'Метки', schema: { type: 'array', items: 'string', system: 'labels' } },
    { id: 'priority', name: 'Приоритет', schema: { type: 'priority', system: 'priority' } },
    { id: 'reporter', name: 'Автор', schema: { type: 'user', system: 'reporter' } },
    { id: 'security', name: 'Уровень безопасности', schema: { type: 'securitylevel', system: 'security' } },
    {
      id: SERVICE_FIELDS.requestType,
      name: 'Тип запроса',
      schema: serviceSchema('sd-customerrequesttype', 'vp-origin', 10_010),
    },
    {
      id: SERVICE_FIELDS.organizations,
      name: 'Организации',
      schema: {
        ...serviceSchema('array', 'sd-customer-organizations', 10_002),
        items: 'sd-customerorganization',
      },
    },
    {
      id: SERVICE_FIELDS.participants,
      name: 'Участники запроса',
      schema: { ...serviceSchema('array', 'sd-request-participants', 10_026), items: 'user' },
    },
    { id: 'assignee', name: 'Исполнитель', schema: { type: 'user', system: 'assignee' } },
    {
      id: SERVICE_FIELDS.timeToFirstResponse,
      name: 'Time to first response',
      schema: serviceSchema('sd-servicelevelagreement', 'sd-sla-field', 10_030),
    },
    {
      id: SERVICE_FIELDS.timeToResolution,
      name: 'Time to resolution',
      schema: serviceSchema('sd-servicelevelagreement', 'sd-sla-field', 10_040),
    },
    {
      id: SERVICE_FIELDS.approvals,
      name: 'Approvals',
      schema: serviceSchema('sd-approvals', 'sd-approvals', 10_050),
    },
  ];

function serviceSchema(type: string, custom: string, customId: number) {
  return { type, custom: `com.atlassian.servicedesk:${custom}`, customId };
}
