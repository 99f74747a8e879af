import { SUGGESTION_KEY } from '#core/decision/suggest.ts';
import { type Fault, isFault, reasonOf } from '#faults.ts';
import type { OwedEffect, Performed } from './ports.ts';
import type { RelayParts } from './relay-parts.ts';
import { readBackAfter, retryAfter } from './retry-schedule.ts';
import { stepBefore } from './step-before.ts';

/** An effect planned longer ago than this is judged again before anything is sent: much may have happened. */
const FRESH = Temporal.Duration.from({ minutes: 2 });

/** These end the keys of what the relay itself has to say about an effect. */
const FAILED_KEY = '/failed';
const FILES_KEY = '/files';

const MOST_OVERTAKINGS = 5;

/** After a reply that asks nothing: looks whether a native automation took it for a question. */
const RECHECK_AFTER = [Temporal.Duration.from({ seconds: 10 }), Temporal.Duration.from({ seconds: 60 })];

/**
 * Carries the effects of one ticket to Jira, in their order: what is not settled holds back what comes after it.
 */
export async function relayTicket(parts: RelayParts, ticketKey: string): Promise<void> {
  for (const effect of await parts.queue.owedTo(ticketKey)) {
    if (parts.isStopped() || effect.held) return;
    if (Temporal.Instant.compare(effect.notBefore, parts.machineClock.now()) > 0) return;
    const settled = effect.state === 'UNKNOWN' ? await readBack(parts, effect) : await carry(parts, effect);
    if (!settled) return;
  }
}

/** @returns whether the effect is settled, so that the next one may be looked at */
async function carry(parts: RelayParts, effect: OwedEffect): Promise<boolean> {
  const before = await stepBefore(parts.queue, effect);
  // The step before can stand behind: it was decided anew. Only what is on its way holds back the others.
  if (before.kind === 'wait') return true;
  if (before.kind === 'never') return fallAway(parts, effect, before.why);
  if (parts.modeOf(effect) !== 'enforce' && !isSuggestion(effect)) {
    await parts.queue.withhold(effect.id, 'mode');
    parts.onSettled(effect, 'withheld');
    return true;
  }
  // What tells of a step that was done is told as it was decided, whatever has changed since.
  if (!before.told) {
    if (await parts.isPartOfBulk(effect)) return fallAway(parts, effect, 'bulk');
    if (isStale(parts, effect)) {
      await parts.queue.judgeAgain(effect, parts.deskClock.now());
      parts.log.info('effect is not fresh any more, judging again', { effectKey: effect.key });
      parts.onSettled(effect, 'later');
      return true;
    }
  }
  return send(parts, effect, before.opened);
}

async function fallAway(parts: RelayParts, effect: OwedEffect, why: string): Promise<boolean> {
  await parts.queue.withhold(effect.id, why);
  parts.onSettled(effect, 'withheld');
  return true;
}

/** A proposal is the one thing that a rule in the mode `suggest` does do. */
function isSuggestion({ key }: OwedEffect): boolean {
  return key.endsWith(SUGGESTION_KEY);
}

/**
 * Planned too long ago, or by a policy that is not in force any more. What the relay itself has to say no event would
 * call for again.
 */
function isStale({ machineClock, policyVersion }: RelayParts, effect: OwedEffect): boolean {
  if (effect.key.endsWith(FAILED_KEY) || effect.key.endsWith(FILES_KEY)) return false;
  if (effect.policyVersion !== policyVersion()) return true;
  return Temporal.Instant.compare(effect.plannedOn.add(FRESH), machineClock.now()) < 0;
}

async function send(parts: RelayParts, effect: OwedEffect, opened: string | undefined): Promise<boolean> {
  const { queue, machineClock } = parts;
  const token = parts.newToken();
  const sentAt = machineClock.now();
  if (parts.isStopped()) return false;
  if (!(await queue.begin(effect.id, token, sentAt))) return false;
  try {
    return await settle(parts, effect, token, await parts.jira.perform(effect, opened));
  } catch (error) {
    return failed(parts, effect, token, error);
  }
}

async function settle(
  parts: RelayParts,
  effect: OwedEffect,
  token: string,
  performed: Performed,
): Promise<boolean> {
  switch (performed.kind) {
    case 'done':
      await finish(parts, effect, token, performed.remoteId);
      await tellOfFiles(parts, effect, performed.leftBehind ?? []);
      return true;
    case 'overtaken':
      return overtaken(parts, effect, performed.why);
    case 'refused':
      await giveUp(parts, effect, performed.why);
      return true;
  }
}

/**
 * Somebody was quicker: what the event calls for now is judged on the ticket as it is now. Where others keep
 * changing it under our hands, it is left to them.
 */
async function overtaken(parts: RelayParts, effect: OwedEffect, why: string): Promise<boolean> {
  if (effect.attempts + 1 < MOST_OVERTAKINGS) await parts.queue.judgeAgain(effect, parts.deskClock.now());
  else await parts.queue.withhold(effect.id, `overtaken: ${why}`);
  parts.log.info('effect was overtaken', { effectKey: effect.key, why });
  parts.onSettled(effect, 'later');
  return true;
}

async function finish(
  parts: RelayParts,
  effect: OwedEffect,
  token: string,
  remoteId: string | undefined,
): Promise<void> {
  const at = parts.deskClock.now();
  const asksNothing = effect.data.kind === 'reply' && (effect.data.asked?.length ?? 0) === 0;
  const recheckAt = asksNothing ? RECHECK_AFTER.map((after) => at.add(after)) : [];
  await parts.queue.done(effect.id, token, { remoteId, at, recheckAt });
  parts.log.info('effect done', { effectKey: effect.key, ticketKey: effect.ticketKey, remoteId });
  parts.onSettled(effect, 'done');
}

async function tellOfFiles(parts: RelayParts, effect: OwedEffect, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  parts.log.warn('files were left behind', { effectKey: effect.key, count: files.length });
  const note = parts.noteOfFiles(files);
  if (note !== undefined) await parts.queue.add(effect, `${effect.key}${FILES_KEY}`, note);
}

/** Jira will not do it: a person must look, and the agent on the ticket is told. */
async function giveUp(parts: RelayParts, effect: OwedEffect, why: string): Promise<void> {
  await parts.queue.park(effect.id, why);
  parts.log.warn('effect parked', { effectKey: effect.key, ticketKey: effect.ticketKey, why });
  parts.onSettled(effect, 'parked');
  const note = effect.data.kind === 'note' ? undefined : parts.noteOfFailure(effect, why);
  if (note !== undefined) await parts.queue.add(effect, `${effect.key}${FAILED_KEY}`, note);
}

async function failed(
  parts: RelayParts,
  effect: OwedEffect,
  token: string,
  error: unknown,
): Promise<boolean> {
  if (isFault(error, 'RGL9206')) {
    await giveUp(parts, effect, reasonOf(error));
    return true;
  }
  const now = parts.machineClock.now();
  const attempt = effect.attempts + 1;
  if (isFault(error, 'RGL9207')) {
    await parts.queue.postpone(effect.id, token, now, reasonOf(error));
    parts.onSettled(effect, 'later');
    return false;
  }
  if (isFault(error, 'RGL9201', 'RGL9202', 'RGL9205')) {
    await parts.queue.postpone(
      effect.id,
      token,
      now.add(retryAfter(attempt, delayIn(error))),
      reasonOf(error),
    );
    parts.log.warn('effect postponed', { effectKey: effect.key, attempt, why: reasonOf(error) });
    parts.onSettled(effect, 'later');
    return false;
  }
  // Whatever else went wrong, the request may have reached Jira; the last one began before now.
  const { requestTimeoutSeconds, quiesceSeconds } = parts.settings;
  const settledAt = now.add({ seconds: requestTimeoutSeconds + quiesceSeconds });
  await parts.queue.doubt(effect.id, token, settledAt, reasonOf(error));
  parts.log.warn('effect of unknown outcome', { effectKey: effect.key, attempt, why: reasonOf(error) });
  parts.onSettled(effect, 'unknown');
  return false;
}

function delayIn({ details }: Fault): Temporal.Duration | undefined {
  const { retryAfterMilliseconds } = details;
  return typeof retryAfterMilliseconds === 'number'
    ? Temporal.Duration.from({ milliseconds: Math.ceil(retryAfterMilliseconds) })
    : undefined;
}

/** Nothing is sent again before Jira was asked whether it is there already. */
async function readBack(parts: RelayParts, effect: OwedEffect): Promise<boolean> {
  const before = await stepBefore(parts.queue, effect);
  const opened = before.kind === 'go' ? before.opened : undefined;
  const token = parts.newToken();
  try {
    const found = await parts.jira.readBack(effect, opened);
    switch (found.kind) {
      case 'found':
        await parts.queue.adopt(effect.id, token);
        await finish(parts, effect, token, found.remoteId);
        return true;
      case 'gone':
        await parts.queue.park(effect.id, found.why);
        parts.onSettled(effect, 'parked');
        return true;
      case 'absent':
        if (effect.attempts >= parts.settings.attempts) {
          await giveUp(parts, effect, 'tried too often');
          return true;
        }
        await parts.queue.replan(effect.id);
        return false;
    }
  } catch (error) {
    const now = parts.machineClock.now();
    const later = now.add(readBackAfter(now.since(effect.sentAt ?? now)));
    await parts.queue.adopt(effect.id, token);
    await parts.queue.doubt(effect.id, token, later, `could not be read back: ${reasonOf(error)}`);
    return false;
  }
}
