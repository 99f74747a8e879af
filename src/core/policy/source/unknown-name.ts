import { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode } from './diagnostic.ts';
import type { JsonDocument, JsonPath } from './document.ts';
import { didYouMean } from './near-miss.ts';

/** A finding about a name that means nothing, with the known name that was surely meant. */
export function unknownName(
  document: JsonDocument,
  code: DiagnosticCode,
  path: JsonPath,
  name: string,
  known: Iterable<string>,
): Diagnostic {
  const { ru, en } = DIAGNOSTIC_CODES[code];
  return document.diagnose(
    code,
    path,
    { ru: `${ru} «${name}»`, en: `${en} "${name}"` },
    didYouMean(name, known),
  );
}
