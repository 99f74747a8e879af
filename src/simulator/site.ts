import type {
  IssueType,
  Named,
  Organization,
  Project,
  SecurityLevel,
  Status,
  Transition,
  User,
} from './model.ts';

/** Everything about a Jira site that its administrators set up. */
export interface Site {
  /** In which Jira writes to customers. */
  readonly language: 'ru' | 'en';
  readonly users: readonly User[];
  readonly project: Project;
  /** The desk's own mailbox: notifications come from it. */
  readonly mailbox: string;
  readonly statuses: readonly Status[];
  readonly transitions: readonly Transition[];
  readonly issueTypes: readonly IssueType[];
  readonly priorities: readonly Named[];
  readonly resolutions: readonly Named[];
  readonly components: readonly Named[];
  readonly securityLevels: readonly SecurityLevel[];
  readonly organizations: readonly Organization[];
  /** Account that native automations act as. */
  readonly automation: string;
  readonly admin: string;
  /** A licensed account for integrations, in the team's role: it looks like an agent. */
  readonly technicalUser: string;
  /** Account of the service that is tried on this site. */
  readonly service: string;
}

/** Ids of the fields of Jira Service Management; they differ from site to site, these are the simulator's. */
export const SERVICE_FIELDS = {
  requestType: 'customfield_10010',
  organizations: 'customfield_10002',
  participants: 'customfield_10026',
} as const;

/** Statuses by their part in the workflow; their names differ from language to language. */
export const STATUS_ID = {
  open: '10201',
  inProgress: '10202',
  waiting: '10203',
  resolved: '10204',
  closed: '10205',
  canceled: '10206',
} as const;

const {
  open: OPEN,
  inProgress: IN_PROGRESS,
  waiting: WAITING,
  resolved: RESOLVED,
  closed: CLOSED,
  canceled: CANCELED,
} = STATUS_ID;

const TECHNICAL_USER = 'technical-user';

const STATUS_NAMES = {
  ru: ['Ожидает поддержки', 'В работе', 'Ожидает клиента', 'Решено', 'Закрыто', 'Отменено'],
  en: ['Waiting for support', 'In progress', 'Waiting for customer', 'Resolved', 'Closed', 'Canceled'],
} as const;

/** What an administrator names in the site's language. */
const NAMES = {
  ru: {
    project: 'Техническая поддержка',
    issueTypes: ['Консультация', 'Ошибка', 'Доработка'],
    resolutions: ['Готово', 'Нет ответа', 'Вне рамок поддержки'],
    components: ['Бюджет', 'Отчётность'],
    securityLevel: 'Только поддержка и заявитель',
    organization: 'МКУ «Центр учёта»',
    technicalUser: 'Служебная Учётная Запись',
  },
  en: {
    project: 'Technical support',
    issueTypes: ['Consultation', 'Error', 'Change request'],
    resolutions: ['Done', 'Unanswered', 'Out of scope'],
    components: ['Budget', 'Reports'],
    securityLevel: 'Support and reporter only',
    organization: 'Accounting Centre',
    technicalUser: 'Service Account',
  },
} as const;

const STATUS_IDS = [
  [OPEN, 'new'],
  [IN_PROGRESS, 'indeterminate'],
  [WAITING, 'indeterminate'],
  [RESOLVED, 'done'],
  [CLOSED, 'done'],
  [CANCELED, 'done'],
] as const;

/** The workflow of a service project: from everywhere in work to everywhere, and back from what is done. */
const TRANSITIONS: readonly Transition[] = [
  way('11', 'Взять в работу', [OPEN, WAITING], IN_PROGRESS, 'keeps'),
  way('12', 'Вернуть в очередь', [IN_PROGRESS, WAITING], OPEN, 'keeps'),
  way('21', 'Запросить уточнение', [OPEN, IN_PROGRESS], WAITING, 'keeps'),
  way('31', 'Решить', [OPEN, IN_PROGRESS, WAITING], RESOLVED, 'required'),
  way('41', 'Закрыть', [OPEN, IN_PROGRESS, WAITING], CLOSED, 'required'),
  way('42', 'Закрыть решённое', [RESOLVED], CLOSED, 'keeps'),
  way('51', 'Отменить', [OPEN, IN_PROGRESS, WAITING], CANCELED, 'optional', true),
  way('61', 'Вернуть в работу', [RESOLVED, CLOSED, CANCELED], IN_PROGRESS, 'clears'),
  way('71', 'Открыть заново', [RESOLVED, CLOSED, CANCELED], OPEN, 'clears', true),
];

function way(
  id: string,
  name: string,
  from: readonly string[],
  to: string,
  resolution: Transition['resolution'],
  byCustomer = false,
): Transition {
  return { id, name, from, to, resolution, byCustomer };
}

/**
 * A service project as many teams run it, with the people who use it.
 *
 * @param members of the site's one organisation
 */
export function serviceSite(
  users: readonly User[],
  language: 'ru' | 'en' = 'ru',
  members: readonly string[] = [],
): Site {
  const agents = users
    .filter(({ accountType }) => accountType === 'atlassian')
    .map(({ accountId }) => accountId)
    .concat(TECHNICAL_USER);
  const names = NAMES[language];
  return {
    language,
    users: [...users, technicalUser(names.technicalUser)],
    project: { id: '10000', key: 'SUP', name: names.project, serviceDeskId: '1', agents },
    mailbox: 'support@desk.example.org',
    statuses: STATUS_IDS.map(([id, category], index) => ({
      id,
      category,
      name: STATUS_NAMES[language][index] ?? id,
    })),
    transitions: TRANSITIONS,
    issueTypes: names.issueTypes.map((name, index) => ({
      id: String(10_301 + index),
      name,
      requestTypeId: String(1 + index),
    })),
    priorities: [
      { id: '2', name: 'High' },
      { id: '3', name: 'Medium' },
      { id: '4', name: 'Low' },
    ],
    resolutions: numbered(1, names.resolutions),
    components: numbered(101, names.components),
    securityLevels: [{ id: '201', name: names.securityLevel, seenBy: ['reporter'] }],
    organizations: [{ id: '301', name: names.organization, members }],
    automation: 'automation-for-jira',
    admin: 'admin',
    technicalUser: TECHNICAL_USER,
    service: 'reglament-bot',
  };
}

/** Nobody signs in as this one: it has no token. */
function technicalUser(displayName: string): User {
  return {
    accountId: TECHNICAL_USER,
    displayName,
    email: `${TECHNICAL_USER}@example.org`,
    accountType: 'atlassian',
    token: '',
  };
}

function numbered(first: number, names: readonly string[]): readonly Named[] {
  return names.map((name, index) => ({ id: String(first + index), name }));
}
