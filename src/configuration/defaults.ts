import type { JsonObject } from '#core/issue/json.ts';

/**
 * What counts where the configuration says nothing. The careful choice everywhere: observe, bind to this
 * machine only, start from now.
 */
export const DEFAULTS: JsonObject = {
  site: {
    name: 'jira',
    url: 'https://your-site.atlassian.net',
    flavour: 'cloud',
    credentials: { user: 'JIRA_USER', token: 'JIRA_TOKEN' },
    webhookSecrets: ['REGLAMENT_WEBHOOK_SECRET'],
  },
  projects: [],
  mapping: {
    statuses: {},
    kinds: {},
    channels: { phoneLabels: ['phone'] },
    fields: { requestType: [], participants: [], organizations: [], approvers: [] },
    items: {},
    priorities: { urgent: [] },
    duplicates: [],
    cloneLinks: ['Cloners'],
    resolutions: {},
    followUpLink: 'Relates',
  },
  people: { agentRoles: [], agents: [], customers: [], ourselves: [], automation: [] },
  modes: { default: 'observe', policies: {}, rules: {}, projects: {}, requestTypes: {} },
  activation: 'firstStart',
  caps: {},
  fuse: {
    effectsPerTicketPerHour: 12,
    effectsPerRun: 100,
    effectsPerHour: 300,
    likeTransitions: 20,
    likeTransitionMinutes: 10,
  },
  killSwitch: 'data/STOP',
  control: { stopLabel: 'reglament-stop', lookSeconds: 30 },
  service: { host: '127.0.0.1', port: 8080, bodyLimitBytes: 1_048_576 },
  store: 'data',
  sweep: { wake: '*/10 * * * * *', net: '*/5 * * * *', overlapMinutes: 10 },
  outbox: { requestTimeoutSeconds: 30, sendWindowSeconds: 10, quiesceSeconds: 120, attempts: 8 },
};
