import { isHeld } from '#core/policy/language/desk-settings.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import {
  type CompiledEffect,
  type CompiledRule,
  clausesFor,
  type Reglament,
} from '#core/policy/language/reglament.ts';
import type { Situation } from '#core/policy/language/situation.ts';
import type { NoEffect } from '#core/policy/language/vocabulary.ts';
import { ourWordsOn } from '#core/policy/text/our-words.ts';
import { isAsGoodAs } from '#core/ticket/ticket.ts';
import { isOpened, isSaid, isSo } from './already.ts';
import type { DroppedEffect, DropReason, PlannedEffect } from './decision.ts';
import { isOvertaken } from './overtaken.ts';
import { say } from './say.ts';
import { isStaleAnswer } from './stale-answer.ts';
import { whenToAct } from './when-to-act.ts';

/** What one fired rule comes to. */
export interface RulePlan {
  readonly effects: readonly PlannedEffect[];
  readonly dropped: readonly DroppedEffect[];
  /** A year whose calendar one of the effects would need. */
  readonly missingYear?: number;
}

/** After these the ticket is not what the following steps of the rule speak of. */
const BREAKS_THE_CHAIN: ReadonlySet<DropReason> = new Set<DropReason>([
  'overtaken',
  'conflict',
  'calendarMissing',
]);

/**
 * Plans the effects of a fired rule, in its order: each is done after the one before it, and where one falls
 * away because the ticket has moved on, those after it fall away too.
 *
 * @param effects the effects whose own conditions hold
 * @param transitionTaken whether a rule of higher priority already moves the ticket
 */
export function planRule(
  reglament: Reglament,
  situation: Situation,
  rule: CompiledRule,
  effects: readonly CompiledEffect[],
  transitionTaken: boolean,
): RulePlan {
  const planned: PlannedEffect[] = [];
  const dropped: DroppedEffect[] = [];
  let missingYear: number | undefined;
  let broken = false;
  const context = openContext(reglament, situation, rule);
  for (const effect of effects) {
    if (broken) {
      dropped.push({ rule: rule.id, kind: effect.kind, why: 'stepDropped' });
      continue;
    }
    const outcome = planEffect(context, effect, transitionTaken, planned);
    if ('key' in outcome && 'data' in outcome) {
      const before = planned.at(-1);
      planned.push(before === undefined ? outcome : { ...outcome, after: before.key });
      continue;
    }
    dropped.push(outcome.dropped);
    missingYear ??= outcome.missingYear;
    broken = BREAKS_THE_CHAIN.has(outcome.dropped.why);
  }
  if (missingYear !== undefined) return withheldFor(missingYear, rule, planned, dropped);
  const timed = whenToAct(reglament, situation, rule, planned);
  if ('year' in timed) return withheldFor(timed.year, rule, planned, dropped);
  return { effects: timed, dropped };
}

/** A rule whose date cannot be computed does nothing at all: a move without its letter would tell nobody. */
function withheldFor(
  missingYear: number,
  rule: CompiledRule,
  planned: readonly PlannedEffect[],
  dropped: readonly DroppedEffect[],
): RulePlan {
  const withheld = planned.map(
    ({ key, data }): DroppedEffect => ({ rule: rule.id, kind: data.kind, why: 'calendarMissing', key }),
  );
  return { effects: [], dropped: [...dropped, ...withheld], missingYear };
}

interface Context {
  readonly reglament: Reglament;
  readonly situation: Situation;
  readonly rule: CompiledRule;
  readonly overtaken: boolean;
  readonly saidByNow: ReturnType<typeof ourWordsOn>;
}

function openContext(reglament: Reglament, situation: Situation, rule: CompiledRule): Context {
  return {
    reglament,
    situation,
    rule,
    overtaken: situation.derived(isOvertaken, () => isOvertaken(situation)),
    saidByNow: situation.derived(ourWordsOn, () => ourWordsOn(situation.present, reglament)),
  };
}

type Dropped = { readonly dropped: DroppedEffect; readonly missingYear?: number };

function planEffect(
  context: Context,
  effect: CompiledEffect,
  transitionTaken: boolean,
  before: readonly PlannedEffect[],
): PlannedEffect | Dropped {
  const { reglament, situation, rule } = context;
  const drop = (why: DropReason, key?: string): Dropped => ({
    dropped: { rule: rule.id, kind: effect.kind, why, ...(key === undefined ? {} : { key }) },
  });
  if (situation.present.state === 'unmapped') return drop('unmapped');
  if (situation.present.approvalPending) return drop('approvalPending');
  if (isHeld(situation.present, reglament.desk)) return drop('held');
  const cause = causeOf(context, effect);
  if (cause === undefined) return drop('nothingToDo');
  const data = dataOf(context, effect);
  if (data.kind === 'none') return drop('nothingToDo');
  if (data.kind === 'calendarMissing') return { ...drop('calendarMissing'), missingYear: data.year };
  const key = effectKey(situation, rule.id, data, cause.id);
  const why =
    reasonToDrop(context, data, key, cause.at, transitionTaken) ?? reasonOfAge(context, data, before);
  if (why !== undefined) return drop(why, key);
  return {
    key,
    rule: rule.id,
    policy: rule.policy,
    clauses: clausesFor(reglament, rule, situation.ticket.kind),
    data,
    causedAt: cause.at,
    policyVersion: reglament.version,
  };
}

function reasonToDrop(
  context: Context,
  data: EffectData,
  key: string,
  causedAt: Temporal.Instant,
  transitionTaken: boolean,
): DropReason | undefined {
  const { situation, overtaken, saidByNow } = context;
  const says = data.kind === 'reply' || data.kind === 'note';
  if (says && isSaid(saidByNow, key, data.message, causedAt)) return 'alreadySaid';
  if (isSo(data, situation.present)) return 'alreadySo';
  if (data.kind === 'openTicket' && isOpened(saidByNow, causedAt)) return 'alreadySo';
  if (overtaken) return 'overtaken';
  if (data.kind !== 'transition') return undefined;
  if (!isAsGoodAs(situation.present.state, situation.ticket.state)) return 'overtaken';
  return transitionTaken ? 'conflict' : undefined;
}

function reasonOfAge(
  { reglament, situation }: Context,
  { kind }: EffectData,
  before: readonly PlannedEffect[],
): DropReason | undefined {
  const isLetter = reglament.vocabulary.effects.get(kind)?.letter === true;
  return isLetter && isStaleAnswer(situation, before) ? 'stale' : undefined;
}

function causeOf(
  { reglament, situation }: Context,
  effect: CompiledEffect,
): { readonly id: string; readonly at: Temporal.Instant } | undefined {
  if (effect.cause === undefined) return { id: situation.event.id, at: situation.event.at };
  const moment = reglament.vocabulary.moments.get(effect.cause)?.find(situation, {});
  return moment === undefined ? undefined : { id: moment.cause, at: moment.at };
}

function dataOf({ reglament, situation }: Context, effect: CompiledEffect): EffectData | NoEffect {
  const definition = reglament.vocabulary.effects.get(effect.kind);
  if (definition === undefined) return { kind: 'none', why: 'unknown kind of effect' };
  return definition.plan(situation, {
    spec: effect.spec,
    say: (message, language) => say(reglament, situation, message, language, effect.bindings, effect),
  });
}

/** @see PlannedEffect.key */
function effectKey(situation: Situation, rule: string, data: EffectData, cause: string): string {
  const slot = data.kind === 'label' ? `:${[...data.add, ...data.remove].join('+')}` : '';
  return `${situation.ticket.site}/${situation.ticket.id}/${rule}/${data.kind}${slot}/${cause}`;
}
