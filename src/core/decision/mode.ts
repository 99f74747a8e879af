import type { CompiledRule } from '#core/policy/language/reglament.ts';
import type { Ticket } from '#core/ticket/ticket.ts';

/** From least to most: not evaluated, recorded only, proposed to the agent by a note, done. */
export const MODES = ['off', 'observe', 'suggest', 'enforce'] as const;

export type Mode = (typeof MODES)[number];

/** How far rules may go, set apart from the rules themselves in `config/reglament.json`. */
export interface ModeSettings {
  readonly default: Mode;
  readonly policies: Readonly<Record<string, Mode>>;
  readonly rules: Readonly<Record<string, Mode>>;
  readonly projects: Readonly<Record<string, Mode>>;
  readonly requestTypes: Readonly<Record<string, Mode>>;
}

/** What of a ticket its mode depends on. */
export type Place = Pick<Ticket, 'projectKey'> & {
  readonly requestType: { readonly name: string } | undefined;
};

/**
 * The mode of a rule on a ticket: what is said of the rule (else of its policy), and what is said of the
 * request type (else of the project); where both speak the lesser counts, where neither does the default.
 */
export function modeOf(
  settings: ModeSettings,
  rule: Pick<CompiledRule, 'id' | 'policy'>,
  ticket: Place,
): Mode {
  const ofRule = settings.rules[rule.id] ?? settings.policies[rule.policy];
  const { requestType } = ticket;
  const ofPlace =
    (requestType === undefined ? undefined : settings.requestTypes[requestType.name]) ??
    settings.projects[ticket.projectKey];
  if (ofRule === undefined || ofPlace === undefined) return ofRule ?? ofPlace ?? settings.default;
  return MODES.indexOf(ofRule) < MODES.indexOf(ofPlace) ? ofRule : ofPlace;
}
