import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Binding, Bindings, CompiledEffect, CompiledRule } from '#core/policy/language/reglament.ts';
import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import type { MessageCatalogue } from '#core/policy/text/messages.ts';

interface Scope {
  readonly document: JsonDocument;
  readonly messages: MessageCatalogue;
  readonly vocabulary: Vocabulary;
}

/** Every placeholder of every message that a rule uses must be filled, by the vocabulary or by the rule. */
export function checkPlaceholders(
  document: JsonDocument,
  rules: readonly CompiledRule[],
  messages: MessageCatalogue,
  vocabulary: Vocabulary,
): readonly Diagnostic[] {
  const scope = { document, messages, vocabulary };
  const { rules: written } = document.value as { readonly rules: readonly { readonly id: string }[] };
  return rules.flatMap((rule) => {
    const path = ['rules', written.findIndex(({ id }) => id === rule.id)];
    const why = rule.why === undefined ? [] : unfilled(scope, rule.why, rule.bindings, [...path, 'why']);
    return [
      ...why,
      ...rule.effects.flatMap((effect, index) => checkEffect(scope, effect, [...path, 'effects', index])),
    ];
  });
}

function checkEffect(scope: Scope, effect: CompiledEffect, path: JsonPath): readonly Diagnostic[] {
  const { message } = effect.spec;
  const found = (['message', 'draft'] as const).flatMap((name) => {
    const id = effect.spec[name];
    return typeof id === 'string' ? unfilled(scope, id, effect.bindings, [...path, name]) : [];
  });
  const { promises, asks, bindings } = effect;
  const isLetter = scope.vocabulary.effects.get(effect.kind)?.letter === true;
  if (asks !== undefined && !isList(bindings[asks])) found.push(noList(scope, asks, path));
  else if (asks !== undefined && !isLetter) found.push(asksNobody(scope, path));
  if (asks === undefined && isLetter) found.push(...unasked(scope, effect, path));
  if (promises === undefined) return found;
  const promised = bindings[promises];
  if (promised !== undefined && 'as' in promised && promised.as === 'lastDay')
    return [...found, ...unnamed(scope, message, promises, path)];
  const wrong = scope.document.diagnose(
    'RGL2010',
    [...path, 'promises'],
    {
      ru: `«${promises}» – не день, который заполняет это действие`,
      en: `"${promises}" is no day that this effect fills in`,
    },
    {
      hint: {
        ru: 'свяжите её под "with" с последним днём срока',
        en: 'bind it under "with" to the last day of a deadline',
      },
    },
  );
  return [...found, wrong];
}

function isList(binding: Binding | undefined): boolean {
  return binding !== undefined && 'fact' in binding;
}

/** A letter that lists what is missing asks for it: what is not marked as asked would be no question of ours. */
function unasked(
  { document, messages }: Scope,
  { spec, bindings }: CompiledEffect,
  path: JsonPath,
): readonly Diagnostic[] {
  const { message } = spec;
  if (typeof message !== 'string') return [];
  const list = messages.placeholdersOf(message).find((name) => isList(bindings[name]));
  if (list === undefined) return [];
  return [
    document.diagnose(
      'RGL2010',
      [...path, 'message'],
      {
        ru: `письмо перечисляет {${list}}, но не отмечает, что просит об этом`,
        en: `the letter lists {${list}} without marking that it asks for it`,
      },
      { hint: { ru: `добавьте "asks": "${list}"`, en: `add "asks": "${list}"` } },
    ),
  ];
}

function asksNobody({ document }: Scope, path: JsonPath): Diagnostic {
  return document.diagnose(
    'RGL2010',
    [...path, 'asks'],
    {
      ru: 'это не письмо клиенту: спрашивать здесь некого',
      en: 'this is no letter to the customer: nobody is asked',
    },
    { hint: { ru: 'уберите "asks"', en: 'leave "asks" out' } },
  );
}

function noList({ document }: Scope, asks: string, path: JsonPath): Diagnostic {
  return document.diagnose(
    'RGL2010',
    [...path, 'asks'],
    {
      ru: `«${asks}» – не список, который заполняет это действие`,
      en: `"${asks}" is no list that this effect fills in`,
    },
    {
      hint: {
        ru: 'свяжите её под "with" с фактом, который читает список, например "missingItems"',
        en: 'bind it under "with" to a fact that reads a list, for instance "missingItems"',
      },
    },
  );
}

/** A date that is promised is named in every language: nobody is closed on a letter that did not say when. */
function unnamed(
  { document, messages }: Scope,
  message: unknown,
  promised: string,
  path: JsonPath,
): readonly Diagnostic[] {
  if (typeof message !== 'string' || !messages.ids.has(message)) return [];
  return (['ru', 'en'] as const)
    .filter((language) => !messages.placeholdersIn(message, language).includes(promised))
    .map((language) =>
      document.diagnose(
        'RGL2010',
        [...path, 'promises'],
        {
          ru: `«${message}» на языке ${language} не называет {${promised}}`,
          en: `"${message}" does not name {${promised}} in ${language}`,
        },
        {
          hint: {
            ru: `впишите {${promised}} в rules/messages/${language}.json: эту дату клиент должен увидеть`,
            en: `write {${promised}} in rules/messages/${language}.json: the customer has to see this date`,
          },
        },
      ),
    );
}

function unfilled(scope: Scope, message: string, bindings: Bindings, path: JsonPath): readonly Diagnostic[] {
  const { document, messages, vocabulary } = scope;
  const known = new Set([...vocabulary.placeholders.keys(), ...Object.keys(bindings)]);
  return messages
    .placeholdersOf(message)
    .filter((name) => !known.has(name))
    .map((name) => document.diagnose('RGL1110', path, unfilledIn(message, name), didYouMean(name, known)));
}

function unfilledIn(message: string, name: string): Bilingual {
  return { ru: `нечем заполнить {${name}} в «${message}»`, en: `nothing fills {${name}} of "${message}"` };
}
