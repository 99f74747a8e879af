import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { BusinessCalendar } from '#core/calendar/business-calendar.ts';
import type { MessageCatalogue } from '#core/policy/text/messages.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import type { EventKind } from '#core/ticket/event.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { FactValue, Vocabulary } from './vocabulary.ts';

/** A value in a policy file: written there, or a parameter of the file by name. */
export type ValueUse =
  | { readonly kind: 'written'; readonly value: FactValue }
  | { readonly kind: 'parameter'; readonly name: string; readonly value: ParameterValue };

/** A parameter: one value, or one for each kind of request. */
export type ParameterValue =
  | { readonly kind: 'one'; readonly value: FactValue }
  | { readonly kind: 'byKind'; readonly values: Readonly<Record<Kind, FactValue>> };

/** A fact with the parameters it is asked with: a fact of its own for the engine. */
export interface FactUse {
  /** `deadline {"name":"reopen"}`: equal uses have equal keys. */
  readonly key: string;
  readonly id: string;
  readonly parameters: Readonly<Record<string, ValueUse>>;
}

export interface Leaf {
  readonly kind: 'leaf';
  readonly fact: FactUse;
  readonly operator: string;
  readonly value: ValueUse;
  /** `rules/reopening.policy.json:41:9` */
  readonly place: string;
}

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | Leaf;

/**
 * What stands in a message for a deadline: its last day, its length, its ledger, a sentence that it was met only by
 * grace (else nothing), or the year whose calendar is missing.
 */
export interface DeadlineBinding {
  readonly deadline: string;
  readonly as: 'lastDay' | 'businessDays' | 'ledger' | 'grace' | 'missingYear';
}

/** What stands in a message for a list that a fact reads: each word of it said by a message of its own. */
export interface ListBinding {
  readonly fact: FactUse;
  /** Begins the ids of the messages that say the words: `item` for `item-phone`. */
  readonly saidAs: string;
}

export type Binding = DeadlineBinding | ListBinding;

export type Bindings = Readonly<Record<string, Binding>>;

export interface CompiledEffect {
  readonly kind: string;
  /** The effect as written, references replaced where they do not depend on the ticket. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly condition: Condition | undefined;
  /** The moment whose entry identifies the effect; without one it is the event itself. */
  readonly cause: string | undefined;
  readonly bindings: Bindings;
  /** The placeholder whose day the text thereby promises. */
  readonly promises: string | undefined;
  /** The placeholder whose list the text thereby asks the customer for. */
  readonly asks: string | undefined;
  readonly place: string;
}

export interface CompiledRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly policy: string;
  readonly clauses: readonly string[];
  readonly on: readonly EventKind[];
  /** Higher goes first, and wins where two effects cannot both be. */
  readonly priority: number;
  readonly condition: Condition;
  /** A span of clock time: nothing is done before the customer has been quiet for so long. */
  readonly quiet: ValueUse | undefined;
  readonly effects: readonly CompiledEffect[];
  /** Id of the message that tells why the rule fired. */
  readonly why: string | undefined;
  readonly bindings: Bindings;
  readonly place: string;
}

export interface DeadlineSpec {
  readonly name: string;
  readonly policy: string;
  readonly moment: string;
  readonly momentParameters: Readonly<Record<string, ValueUse>>;
  /** A time span in business days. */
  readonly within: ValueUse;
  readonly lowerBounds: readonly string[];
  /** Whether people are told of it; some only serve other computations. */
  readonly shown: boolean;
  readonly place: string;
}

export interface Clause {
  readonly id: string;
  readonly text: Bilingual;
  /** The one kind of request that it speaks of; absent: any. */
  readonly kind?: Kind;
  /** How people keep it, where no rule does. */
  readonly keptBy?: Bilingual;
  /** The business days that it names. */
  readonly businessDays?: number;
}

/** The whole set of policies in force: compiled, checked, of one version. */
export interface Reglament {
  /** `sha256:…` over the canonical content of every file in it. */
  readonly version: string;
  readonly desk: DeskSettings;
  readonly calendar: BusinessCalendar;
  /** By priority, then by id. */
  readonly rules: readonly CompiledRule[];
  readonly deadlines: ReadonlyMap<string, DeadlineSpec>;
  readonly messages: MessageCatalogue;
  readonly words: WordLists;
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly regulation: {
    readonly name: Bilingual;
    /** Headings by the number with which the clauses under them begin. */
    readonly sections: ReadonlyMap<string, Bilingual>;
  };
  readonly vocabulary: Vocabulary;
  /** Which placeholder of a message names the day that it promises. */
  readonly promises: ReadonlyMap<string, string>;
  /** Which placeholder of a message lists what it asks for, and how the words of the list are said. */
  readonly asks: ReadonlyMap<string, AskingPlaceholder>;
}

export interface AskingPlaceholder {
  readonly placeholder: string;
  readonly saidAs: string;
}

/** A value for one kind of request. */
export function valueFor(use: ValueUse, kind: Kind): FactValue {
  if (use.kind === 'written') return use.value;
  return use.value.kind === 'one' ? use.value.value : use.value.values[kind];
}

/** The clauses of a rule that speak of one kind of request; while the kind is unclear, all of them. */
export function clausesFor(reglament: Reglament, rule: CompiledRule, kind: Kind): readonly string[] {
  if (kind === 'unclear') return rule.clauses;
  return rule.clauses.filter((id) => (reglament.clauses.get(id)?.kind ?? kind) === kind);
}
