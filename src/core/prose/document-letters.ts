import type { Language } from '#core/calendar/bilingual.ts';
import { parseTimeSpan } from '#core/calendar/time-span.ts';
import { conditionsOf, holdsBy } from '#core/policy/language/conditions.ts';
import {
  type Bindings,
  type CompiledEffect,
  type CompiledRule,
  type Leaf,
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
  const bySetting = (leaf: Leaf) => holdsAsSet(leaf, reglament);
  return conditionsOf(rule, effect).every((condition) => holdsBy(condition, bySetting) !== false);
}

/** Whether a parameter is set so; `undefined` of what tickets decide. */
function holdsAsSet({ fact, operator, value }: Leaf, { vocabulary }: Reglament): boolean | undefined {
  const set = fact.id === 'parameter' ? fact.parameters.value : undefined;
  if (set === undefined) return undefined;
  return vocabulary.operators.get(operator)?.holds(valueFor(set, 'unclear'), valueFor(value, 'unclear'));
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
