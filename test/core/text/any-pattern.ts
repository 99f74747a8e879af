import fc from 'fast-check';

/** Patterns as admins write them, over few letters, so that they match often. */
export const anyPattern = fc.letrec<{ pattern: string; sequence: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('абв', 'вба', 'а', 'б', ' ', 'вв'),
    fc.constantFrom('[аб]', '\\p{L}', '\\d', '[^в\\n]', '.', '\\s', '\\w', '[\\w,]', '[^\\w]', 's', 'k'),
    fc.constantFrom('\\p{L}*', '\\p{L}+', '[^.\\n]{0,5}', '.?', 'а{2}', '(вб)*'),
    fc.constantFrom('^', '$', '\\b'),
    tie('pattern').map((pattern) => `(${pattern})`),
    tie('pattern').map((pattern) => `(${pattern})?`),
  ),
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((all) => all.join('|')),
})).pattern;
