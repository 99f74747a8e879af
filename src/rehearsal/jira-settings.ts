import { NO_RIVALS, type RivalSwitches } from '#simulator/rivals.ts';
import type { JiraSetting } from './scenario.ts';

const ALL_RIVALS: RivalSwitches = {
  transitionOnComment: true,
  reopenOnCustomerComment: true,
  delaySeconds: 0,
};

/** What Jira can be like, by the name that a scenario gives it. */
export const JIRA_SETTINGS: Readonly<Record<string, Omit<JiraSetting, 'name'>>> = {
  calm: { rivals: NO_RIVALS, webhooksLost: false },
  rivals: { rivals: ALL_RIVALS, webhooksLost: false },
  'slow rivals': { rivals: { ...ALL_RIVALS, delaySeconds: 3 }, webhooksLost: false },
  'lost webhooks': { rivals: NO_RIVALS, webhooksLost: true },
};

/** One's own choice of switches. */
export interface WrittenSwitches extends Partial<RivalSwitches> {
  readonly webhooksLost?: boolean;
}

export function jiraSetting(written: string | WrittenSwitches): JiraSetting {
  if (typeof written === 'string') return { name: written, ...(JIRA_SETTINGS[written] ?? CALM) };
  const { webhooksLost = false, ...rivals } = written;
  return { name: Object.keys(written).join(' + '), rivals: { ...NO_RIVALS, ...rivals }, webhooksLost };
}

const CALM: Omit<JiraSetting, 'name'> = { rivals: NO_RIVALS, webhooksLost: false };
