import type { Bindings, CompiledEffect, Condition } from '#core/policy/language/reglament.ts';
import type { EffectDefinition } from '#core/policy/language/vocabulary.ts';
import type { JsonPath } from '#core/policy/source/document.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import { checkTaken } from './check-taken.ts';
import { compileBindings } from './compile-bindings.ts';
import { compileCondition } from './compile-conditions.ts';
import { compileValue } from './compile-parameters.ts';
import type { ConditionScope } from './condition-scope.ts';
import { passesOnUnsure } from './passes-on-unsure.ts';

/** What an effect's compilation needs of its rule and of the whole reglament. */
export interface EffectScope {
  readonly scope: ConditionScope;
  /** Ids of all messages. */
  readonly messages: ReadonlySet<string>;
  /** The rule's own condition; `undefined` when it did not compile. */
  readonly condition: Condition | undefined;
  /** The rule's own bindings, which its effects share. */
  readonly bindings: Bindings;
}

type WrittenEffect = Readonly<Record<string, unknown>>;

/** @returns `undefined` when something in the effect was reported */
export function compileEffect(
  of: EffectScope,
  written: WrittenEffect,
  path: JsonPath,
): CompiledEffect | undefined {
  const { scope } = of;
  const effect = scope.vocabulary.effects.get(String(written.kind));
  if (effect === undefined) return undefined;
  const { kind: _, conditions, cause, with: bound, promises, asks, ...rest } = written;
  const spec = resolveSpec(scope, effect, rest, path);
  if (spec === undefined) return undefined;
  const condition =
    conditions === undefined ? undefined : compileCondition(scope, conditions, [...path, 'conditions']);
  if (conditions !== undefined && condition === undefined) return undefined;
  const bindings = { ...of.bindings, ...compileBindings(scope, bound, [...path, 'with'], of.messages) };
  if (!namesAMessage(of, spec, path)) return undefined;
  refuseOnUnsure(of, effect.public(spec), condition, path);
  return {
    kind: effect.id,
    spec,
    condition,
    cause: typeof cause === 'string' ? cause : undefined,
    bindings,
    promises: typeof promises === 'string' ? promises : undefined,
    asks: typeof asks === 'string' ? asks : undefined,
    place: scope.document.placeOf(path),
  };
}

/** Replaces references to parameters; what an effect does cannot depend on the kind of request but by conditions. */
function resolveSpec(
  scope: ConditionScope,
  effect: EffectDefinition,
  written: WrittenEffect,
  path: JsonPath,
): WrittenEffect | undefined {
  const spec: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const compiled = compileValue(scope.document, [...path, name], value, scope.parameters);
    if ('diagnostic' in compiled) {
      scope.report(compiled.diagnostic);
      return undefined;
    }
    const { use } = compiled;
    if (use.kind === 'parameter' && use.value.kind === 'byKind') {
      const hint = {
        ru: 'задайте действию условия по "kind"',
        en: 'give the effect conditions on "kind" instead',
      };
      const message = {
        ru: `«${use.name}» зависит от вида обращения, а здесь так нельзя`,
        en: `"${use.name}" differs by kind, and this cannot`,
      };
      scope.report(scope.document.diagnose('RGL1007', [...path, name], message, { hint }));
      return undefined;
    }
    spec[name] = use.kind === 'written' ? use.value : (use.value as { readonly value: unknown }).value;
    const wrong = checkTaken(scope, effect, name, use, path);
    for (const diagnostic of wrong) scope.report(diagnostic);
    if (wrong.length > 0) return undefined;
  }
  return spec;
}

/** Where an effect names a message: what it says, and what it proposes to be said. */
const NAMES_OF_MESSAGES = ['message', 'draft'] as const;

function namesAMessage(of: EffectScope, spec: WrittenEffect, path: JsonPath): boolean {
  const { document, report } = of.scope;
  const unknown = NAMES_OF_MESSAGES.filter((name) => {
    const id = spec[name];
    return typeof id === 'string' && !of.messages.has(id);
  });
  for (const name of unknown) {
    report(unknownName(document, 'RGL1105', [...path, name], String(spec[name]), of.messages));
  }
  return unknown.length === 0;
}

function refuseOnUnsure(
  of: EffectScope,
  isPublic: boolean,
  condition: Condition | undefined,
  path: JsonPath,
): void {
  if (!isPublic || of.condition === undefined) return;
  const whole: Condition =
    condition === undefined ? of.condition : { kind: 'all', of: [of.condition, condition] };
  const leaf = passesOnUnsure(whole, of.scope.vocabulary);
  if (leaf === undefined) return;
  const { document, report } = of.scope;
  report(
    document.diagnose(
      'RGL2003',
      path,
      {
        ru: `правило побеспокоит клиента, хотя «${leaf.fact.id}» может быть не ясно`,
        en: `a customer would be bothered although "${leaf.fact.id}" is unsure`,
      },
      {
        hint: {
          ru: `пусть "unsure" не проходит условие ${leaf.place}, или сделайте это заметкой`,
          en: `let "unsure" fail the condition at ${leaf.place}, or make this a note`,
        },
      },
    ),
  );
}
