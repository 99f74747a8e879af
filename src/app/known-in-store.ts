import type { Configuration } from '#configuration/configuration.ts';
import { type ActiveCap, activeCaps } from '#core/decision/cap.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { activationToLook } from '#store/facts.ts';
import { type OpenedStore, openStoreToLook } from '#store/open-store.ts';
import { rivalsIn } from '#store/sightings.ts';
import { stopsToLook } from './stops-to-look.ts';

/** A ticket as the service would judge it, and since when causes count. */
export interface KnownTicket {
  readonly ticket: Ticket;
  /** Absent: no service was ever started, and the configuration does not say. */
  readonly activatedAt?: Temporal.Instant;
}

type Asked = Pick<Configuration, 'caps' | 'store' | 'activation'>;

/** The caps that hold by what a service has written down; it may be running. */
export async function capsInStore(
  { caps, store, activation }: Asked,
  now: Temporal.Instant,
): Promise<readonly ActiveCap[]> {
  const opened = await openStoreToLook(store);
  if (opened === undefined) return activeCaps(caps, undefined, [], now);
  try {
    const watchedSince = await activationToLook(opened.db, activation);
    return activeCaps(caps, watchedSince, await rivalsIn(opened.db), now);
  } finally {
    await opened.close();
  }
}

/** The ticket with what the configured store tells beside it; as it is, where there is no store. */
export async function knownInStore(
  configuration: Asked,
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
): Promise<KnownTicket> {
  const opened = await openStoreToLook(configuration.store);
  if (opened === undefined) {
    const { activation } = configuration;
    return activation === 'firstStart' ? { ticket } : { ticket, activatedAt: activation };
  }
  try {
    return await knownIn(opened, configuration, reglament, ticket, now);
  } finally {
    await opened.close();
  }
}

/** The same of a store that is open. */
export async function knownIn(
  opened: OpenedStore,
  configuration: Asked,
  reglament: Reglament,
  ticket: Ticket,
  now: Temporal.Instant,
): Promise<KnownTicket> {
  const activatedAt = await activationToLook(opened.db, configuration.activation);
  const stops = await stopsToLook(opened, configuration, reglament)(ticket.createdAt, now);
  return {
    ticket: stops.length === 0 ? ticket : { ...ticket, context: { ...ticket.context, stops } },
    ...(activatedAt === undefined ? {} : { activatedAt }),
  };
}
