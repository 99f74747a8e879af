import { readFileSync } from 'node:fs';
import type { Mail } from '#standard/letter/mail.ts';
import { mailOf } from '#standard/letter/mail-of-json.ts';
import type { Field } from '#standard/letter/needed-fields.ts';
import type { LetterReading } from '#standard/letter/read-letter.ts';

/** What a careful person reads in a letter; a list holds every answer that such people would accept. */
export interface Labels {
  readonly event: LetterReading['event'];
  readonly kind: readonly LetterReading['kind'][];
  readonly subtype: readonly LetterReading['subtype'][];
  readonly problems: readonly number[];
  readonly outOfScope: readonly LetterReading['outOfScope'][];
  readonly present: readonly Field[];
  readonly missing: readonly Field[];
  /** Careful people would disagree. */
  readonly either: readonly Field[];
}

export interface LabelledLetter {
  readonly id: string;
  readonly mail: Mail;
  readonly labels: Labels;
}

/** @throws when a line is no letter */
export function lettersIn(file: string): readonly LabelledLetter[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const json = JSON.parse(line) as { readonly id: string; readonly expect: Labels };
    const mail = mailOf(json);
    if ('wrong' in mail) throw new Error(`${file}: ${json.id}: ${mail.wrong.en}`);
    return { id: json.id, mail: mail.mail, labels: json.expect };
  });
}
