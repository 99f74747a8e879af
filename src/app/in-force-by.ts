import type { Configuration } from '#configuration/configuration.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { InForce } from '#evaluation/ports.ts';

/** What is in force by the configuration, with the modes as they are now. */
export function inForceBy(
  { fuse, projects, control }: Pick<Configuration, 'fuse' | 'projects' | 'control'>,
  reglament: Reglament,
  modes: ModeSettings,
  activatedAt: Temporal.Instant,
): InForce {
  return {
    reglament,
    modes,
    activatedAt,
    effectsPerTicketPerHour: fuse.effectsPerTicketPerHour,
    projects,
    ...(control.ticket === undefined ? {} : { controlTicket: control.ticket }),
  };
}
