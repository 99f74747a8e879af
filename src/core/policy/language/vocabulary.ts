import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { DayCount } from '#core/calendar/count-business-days.ts';
import type { Kind } from '#core/ticket/ticket.ts';
import type { EffectData } from './effect-data.ts';
import type { Situation } from './situation.ts';

/** A plain value that a condition can compare; `undefined` never occurs. */
export type FactValue =
  | string
  | number
  | boolean
  | null
  | readonly FactValue[]
  | { readonly [key: string]: FactValue };

/** JSON Schema of the parameters that a contribution takes from a policy file. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

interface Contributed {
  readonly id: string;
  /** What it means, for the handbook, the editor and `explain`. */
  readonly about: Bilingual;
  /** Absent: it takes none. */
  readonly parameters?: ParameterSchema;
}

/** What kind of value a fact has; operators say which kinds they compare. */
export type FactType =
  | { readonly type: 'text' | 'number' | 'yesNo' | 'deadline' | 'any' }
  /** A list; with `values`, of these words only, each said to people by the message `<saidAs>-<word>`. */
  | { readonly type: 'texts'; readonly values?: readonly string[]; readonly saidAs?: string }
  /** One of a few words; `unsure` among them makes it three-valued. */
  | { readonly type: 'oneOf'; readonly values: readonly string[] };

export interface FactDefinition extends Contributed {
  readonly result: FactType;
  /** Pure and synchronous. */
  readonly read: (situation: Situation, parameters: Parameters) => FactValue;
}

/** Parameters as a policy file gives them, references already replaced by values. */
export type Parameters = Readonly<Record<string, unknown>>;

export interface OperatorDefinition extends Contributed {
  /** Kinds of fact that it compares. */
  readonly compares: readonly FactType['type'][];
  /** What it compares them with. */
  readonly with: 'sameKind' | 'listOfSameKind' | 'yesNo' | 'number' | 'text';
  readonly holds: (seen: FactValue, value: FactValue) => boolean;
}

/** A moment on a ticket from which time is counted, and which identifies what it caused. */
export interface Moment {
  readonly at: Temporal.Instant;
  /** Id of the entry that is the moment: part of effect keys, so the same cause never acts twice. */
  readonly cause: string;
  /** Id of the entry that met what was awaited since; the count no longer runs. */
  readonly metBy?: string;
  /** The kind of request that counts for what starts here; absent: the present one. */
  readonly kind?: Kind;
}

export interface MomentDefinition extends Contributed {
  /**
   * @param count counts the deadline that asks, from an instant, for a kind of request; absent when none asks
   * @returns `undefined` when the ticket has no such moment
   */
  readonly find: (situation: Situation, parameters: Parameters, count?: CountFrom) => Moment | undefined;
}

/** How long a period from `from` would last. */
export type CountFrom = (from: Temporal.Instant, kind: Kind) => DayCount;

/** The least last day of a deadline: something that was promised or said holds it back. */
export interface LowerBoundDefinition extends Contributed {
  /**
   * The deadline's last day is not before this day.
   *
   * @returns `undefined` when nothing holds it; `unknown` when a calendar is missing for the answer
   */
  readonly day: (situation: Situation, moment: Moment) => Temporal.PlainDate | 'unknown' | undefined;
}

/** A placeholder of messages, such as `{greeting}`. */
export interface PlaceholderDefinition extends Contributed {
  readonly value: (situation: Situation, language: Language) => string | number;
}

/** What an effect's place in a policy file gives to its plan. */
export interface EffectPlan {
  /** The effect as the policy file has it. */
  readonly spec: Parameters;
  /** Renders a message for this effect, its own placeholders included. */
  readonly say: (message: string, language: Language) => SaidWords | NoEffect;
}

/** Words that are ready to be sent. */
export interface SaidWords {
  readonly message: string;
  readonly language: Language;
  readonly text: string;
  /** ISO date that the text promises. */
  readonly promisedLastDay?: string;
  /** What the text asks the customer for. */
  readonly asked?: readonly string[];
}

/** Why a plan came to nothing: in words, or because the calendar of a year is missing. */
export type NoEffect =
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'calendarMissing'; readonly year: number };

export interface EffectDefinition extends Contributed {
  /** Whether customers see it: such effects wait for desk hours when only time caused them. */
  readonly public: (spec: Parameters) => boolean;
  /** Whether it is a letter to the customer: letters keep desk hours, whatever caused them. */
  readonly letter?: boolean;
  readonly plan: (situation: Situation, plan: EffectPlan) => EffectData | NoEffect;
}

/** A list of words and patterns that recognisers read letters with, filled in `rules/vocabulary/`. */
export type WordListDefinition = Contributed;

/** What the product itself, or an extension, contributes to the language of policies. */
export interface Contribution {
  readonly facts?: readonly FactDefinition[];
  readonly operators?: readonly OperatorDefinition[];
  readonly moments?: readonly MomentDefinition[];
  readonly lowerBounds?: readonly LowerBoundDefinition[];
  readonly placeholders?: readonly PlaceholderDefinition[];
  readonly effects?: readonly EffectDefinition[];
  readonly wordLists?: readonly WordListDefinition[];
}

/** Everything that policies can speak of. The core never learns where a word came from. */
export type Vocabulary = {
  readonly [Part in keyof Required<Contribution>]: ReadonlyMap<
    string,
    NonNullable<Contribution[Part]>[number]
  >;
};

const PARTS = [
  'facts',
  'operators',
  'moments',
  'lowerBounds',
  'placeholders',
  'effects',
  'wordLists',
] as const satisfies readonly (keyof Contribution)[];

/** @throws TypeError when two contributions use one id: a mistake of the program, not of an author */
export function openVocabulary(contributions: readonly Contribution[]): Vocabulary {
  const parts = PARTS.map((part) => {
    const definitions = new Map<string, Contributed>();
    for (const definition of contributions.flatMap(
      (contribution): readonly Contributed[] => contribution[part] ?? [],
    )) {
      if (definitions.has(definition.id))
        throw new TypeError(`${part}: "${definition.id}" is contributed twice`);
      definitions.set(definition.id, definition);
    }
    return [part, definitions];
  });
  return Object.fromEntries(parts);
}
