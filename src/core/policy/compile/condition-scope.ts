import type { Vocabulary } from '#core/policy/language/vocabulary.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import type { PolicyParameters } from './compile-parameters.ts';

/** What conditions of one policy file can refer to. */
export interface ConditionScope {
  readonly document: JsonDocument;
  readonly parameters: PolicyParameters;
  readonly vocabulary: Vocabulary;
  /** Named conditions of the file, as written. */
  readonly named: Readonly<Record<string, unknown>>;
  /** Names of deadlines in the whole reglament. */
  readonly deadlines: ReadonlySet<string>;
  readonly report: (diagnostic: Diagnostic) => void;
}
