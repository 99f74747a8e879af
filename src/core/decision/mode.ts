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
  /** By rule or policy, what holds them down for the time being. */
  readonly caps?: Readonly<Record<string, Mode>>;
}

type ModedRule = Pick<CompiledRule, 'id' | 'policy'>;

/** What of a ticket its mode depends on. */
export type Place = Pick<Ticket, 'projectKey'> & {
  readonly requestType: { readonly name: string } | undefined;
};

/**
 * The mode of a rule on a ticket: what is said of the rule (else of its policy), and what is said of the
 * request type (else of the project); where both speak the lesser counts, where neither does the default. A cap lowers it.
 */
export function modeOf(settings: ModeSettings, rule: ModedRule, ticket: Place): Mode {
  return lesser(chosenMode(settings, rule, ticket), capOf(settings, rule) ?? 'enforce');
}

/** Whether a cap alone keeps a rule from going as far as its settings say. */
export function isCapped(settings: ModeSettings, rule: ModedRule, ticket: Place): boolean {
  return modeOf(settings, rule, ticket) !== chosenMode(settings, rule, ticket);
}

function capOf({ caps = {} }: ModeSettings, { id, policy }: ModedRule): Mode | undefined {
  return caps[id] ?? caps[policy];
}

function chosenMode(settings: ModeSettings, rule: ModedRule, ticket: Place): Mode {
  const ofRule = settings.rules[rule.id] ?? settings.policies[rule.policy];
  const { requestType } = ticket;
  const ofPlace =
    (requestType === undefined ? undefined : settings.requestTypes[requestType.name]) ??
    settings.projects[ticket.projectKey];
  if (ofRule === undefined || ofPlace === undefined) return ofRule ?? ofPlace ?? settings.default;
  return lesser(ofRule, ofPlace);
}

function lesser(a: Mode, b: Mode): Mode {
  return MODES.indexOf(a) < MODES.indexOf(b) ? a : b;
}
