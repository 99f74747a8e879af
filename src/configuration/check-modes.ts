import { isObject } from '#core/issue/json.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';

/** Modes for rules and policies that do not exist would be silently without effect. */
export function checkModes(document: JsonDocument, reglament: Reglament): readonly Diagnostic[] {
  const rules = reglament.rules.map(({ id }) => id);
  const policies = [...new Set(reglament.rules.map(({ policy }) => policy))];
  return [
    ...unknown(document, 'rules', rules),
    ...unknown(document, 'policies', policies),
    ...unknownCaps(document, [...policies, ...rules]),
  ];
}

/** A cap on what does not exist would hold nothing back. */
function unknownCaps(document: JsonDocument, known: readonly string[]): readonly Diagnostic[] {
  const caps = isObject(document.value) ? document.value.caps : undefined;
  return Object.keys(isObject(caps) ? caps : {})
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = {
        ru: `ни политики, ни правила «${name}» нет`,
        en: `there is neither a policy nor a rule "${name}"`,
      };
      return document.diagnose('RGL4001', ['caps', name], message, {
        ...didYouMean(name, known),
        atKey: true,
      });
    });
}

const NOT_THERE = {
  rules: (name: string) => ({ ru: `правила «${name}» нет`, en: `there is no rule "${name}"` }),
  policies: (name: string) => ({ ru: `политики «${name}» нет`, en: `there is no policy "${name}"` }),
};

function unknown(
  document: JsonDocument,
  what: 'rules' | 'policies',
  known: readonly string[],
): readonly Diagnostic[] {
  const modes = isObject(document.value) ? document.value.modes : undefined;
  const named = isObject(modes) && isObject(modes[what]) ? Object.keys(modes[what]) : [];
  return named
    .filter((name) => !known.includes(name))
    .map((name) =>
      document.diagnose('RGL4001', ['modes', what, name], NOT_THERE[what](name), {
        ...didYouMean(name, known),
        atKey: true,
      }),
    );
}
