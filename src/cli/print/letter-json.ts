import type { Mail } from '#standard/letter/mail.ts';
import { placeOf } from '#standard/letter/place-of.ts';
import type { LetterReading } from '#standard/letter/read-letter.ts';

/** A reading as `commands.md` has it: of the evidence, the first words that told each thing, and where they stand. */
export function readingToJson(id: string | number | null, reading: LetterReading, mail: Mail) {
  const { event, kind, subtype, problems, outOfScope, present, missing, unsure, evidence } = reading;
  const places = Object.entries(evidence).flatMap(([told, [words]]) =>
    words === undefined ? [] : [[told, placeOf(words, mail)] as const],
  );
  return {
    id,
    event,
    kind,
    subtype,
    problems,
    outOfScope,
    present,
    missing,
    unsure,
    evidence: Object.fromEntries(places),
  };
}
