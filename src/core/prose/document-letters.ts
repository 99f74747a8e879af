import type { Language } from '#core/calendar/bilingual.ts';
import { parseTimeSpan } from '#core/calendar/time-span.ts';
import {
  type Bindings,
  type CompiledEffect,
  type CompiledRule,
  type Condition,
  type Reglament,
  valueFor,
} from '#core/policy/language/reglament.ts';

/** A letter that a customer may get, with what changes from ticket to ticket in ‹marks›. */
export interface DocumentLetter {
  readonly rule: string;
  readonly name: string;
  readonly clauses: readonly string[];
  readonly text: string;
}

/** All letters to customers that the rules can send as they are set. */
export function lettersOf(reglament: Reglament, language: Language): readonly DocumentLetter[] {
  return reglament.rules.flatMap((rule) =>
    rule.effects
      .filter((effect) => isLetter(effect, reglament) && isChosen(rule, effect, reglament))
      .map((effect) => ({
        rule: rule.id,
        name: rule.name[language],
        clauses: rule.clauses,
        text: textOf(reglament, rule, effect, language),
      })),
  );
}

function isLetter({ kind }: CompiledEffect, { vocabulary }: Reglament): boolean {
  return vocabulary.effects.get(kind)?.letter === true;
}

/** Not switched off by a parameter: «refuse» is not written where late replies open a new request. */
function isChosen(rule: CompiledRule, effect: CompiledEffect, reglament: Reglament): boolean {
  const conditions = effect.condition === undefined ? [rule.condition] : [rule.condition, effect.condition];
  return conditions.every((condition) => canHold(condition, reglament) !== false);
}

/** Whether a condition holds by parameters alone; `undefined` where tickets decide. */
function canHold(condition: Condition, reglament: Reglament): boolean | undefined {
  switch (condition.kind) {
    case 'leaf': {
      const set = condition.fact.id === 'parameter' ? condition.fact.parameters.value : undefined;
      if (set === undefined) return undefined;
      const operator = reglament.vocabulary.operators.get(condition.operator);
      return operator?.holds(valueFor(set, 'unclear'), valueFor(condition.value, 'unclear'));
    }
    case 'not': {
      const inner = canHold(condition.of, reglament);
      return inner === undefined ? undefined : !inner;
    }
    default: {
      const parts = condition.of.map((part) => canHold(part, reglament));
      const deciding = condition.kind === 'any';
      if (parts.includes(deciding)) return deciding;
      return parts.includes(undefined) ? undefined : !deciding;
    }
  }
}

function textOf(
  reglament: Reglament,
  rule: CompiledRule,
  effect: CompiledEffect,
  language: Language,
): string {
  const message = String(effect.spec.message);
  const bindings = { ...rule.bindings, ...effect.bindings };
  const names = reglament.messages.placeholdersIn(message, language);
  const values = Object.fromEntries(
    names.map((name) => [name, standingFor(reglament, bindings, name, language)]),
  );
  return reglament.messages.render(message, language, values);
}

const GREETING = { ru: 'Здравствуйте!', en: 'Hello,' } as const;
const DAY = { ru: '‹день›', en: '‹day›' } as const;
const LIST = { ru: '‹чего не хватает›', en: '‹what is missing›' } as const;

function standingFor(
  { calendar, desk, deadlines, vocabulary }: Reglament,
  bindings: Bindings,
  name: string,
  language: Language,
): string | number {
  const binding = bindings[name];
  if (binding !== undefined && 'deadline' in binding) {
    const within = deadlines.get(binding.deadline)?.within;
    if (binding.as !== 'businessDays' || within === undefined) return DAY[language];
    const span = parseTimeSpan(String(valueFor(within, 'consultation')));
    return span?.unit === 'businessDays' ? span.count : DAY[language];
  }
  if (binding !== undefined) return LIST[language];
  switch (name) {
    case 'greeting':
      return GREETING[language];
    case 'zone':
      return calendar.zoneName[language];
    case 'address':
      return desk.address;
    default:
      return `‹${vocabulary.placeholders.get(name)?.about[language].split(/[,:(]/u)[0]?.trim() ?? name}›`;
  }
}
