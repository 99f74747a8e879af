import type { CapSetting } from '#core/decision/cap.ts';
import type { ModeSettings } from '#core/decision/mode.ts';
import type { SiteMapping } from '#core/issue/site-mapping.ts';

/** What an operator sets, from `config/reglament.json`: complete, checked, without a secret in it. */
export interface Configuration {
  readonly site: {
    /** Short name of the Jira site; part of effect keys, so it never changes once used. */
    readonly name: string;
    readonly url: string;
    readonly flavour: 'cloud' | 'data-center';
    /**
     * Environment variables that hold the credentials and the webhook secrets; several secrets at once for rotation.
     * Without a user (Data Center only) the token is a personal access token.
     */
    readonly credentials: { readonly user?: string; readonly token: string };
    readonly webhookSecrets: readonly string[];
  };
  /** Keys of the projects that are looked after. */
  readonly projects: readonly string[];
  readonly mapping: SiteMapping & {
    /** Names of resolutions on the site, the first that exists is used. */
    readonly resolutions: Readonly<Record<string, readonly string[]>>;
    /** Name of the link type between a request and its follow-up. */
    readonly followUpLink: string;
  };
  readonly people: {
    /** Roles of the project whose members are agents; looked up. */
    readonly agentRoles: readonly string[];
    readonly agents: readonly string[];
    readonly customers: readonly string[];
    readonly ourselves: readonly string[];
    readonly automation: readonly string[];
  };
  readonly modes: ModeSettings;
  /** Only what was caused after this counts: an instant, or the first start. */
  readonly activation: 'firstStart' | Temporal.Instant;
  /** How far rules may go until something has shown itself; by rule or policy. */
  readonly caps: Readonly<Record<string, CapSetting>>;
  readonly fuse: {
    readonly effectsPerTicketPerHour: number;
    readonly effectsPerRun: number;
    /** Of the whole service, whatever set them off. */
    readonly effectsPerHour: number;
    /** More moves than this, by one account to one status, are a bulk change. */
    readonly likeTransitions: number;
    readonly likeTransitionMinutes: number;
  };
  /** While this file exists, nothing is done in Jira. */
  readonly killSwitch: string;
  readonly control: {
    /** While this ticket bears the label, nothing is done in Jira. */
    readonly ticket?: string;
    readonly stopLabel: string;
    /** It is looked at no more often than this. */
    readonly lookSeconds: number;
  };
  readonly service: {
    readonly host: string;
    readonly port: number;
    readonly bodyLimitBytes: number;
  };
  /** Folder of the embedded store. */
  readonly store: string;
  readonly sweep: {
    /** When due wake-ups are looked for; cron, UTC. */
    readonly wake: string;
    /** When Jira is asked for changes that no webhook told of; cron, UTC. */
    readonly net: string;
    readonly overlapMinutes: number;
  };
  readonly outbox: OutboxSettings;
}

/** All by the machine's clock. */
export interface OutboxSettings {
  readonly requestTimeoutSeconds: number;
  /** A write recorded longer ago than this is not begun any more. */
  readonly sendWindowSeconds: number;
  /** How long after an unknown outcome a write may still take effect in Jira; nothing is read back before. */
  readonly quiesceSeconds: number;
  /** After so many tries a person must look. */
  readonly attempts: number;
}
