/** More than this are told by their sections. */
const MOST_TOLD = 3;

/** Clauses as a line has room for: few as they are, many by the sections they stand in: `4.3, 5.3.2`. */
export function clausesInWords(clauses: readonly string[]): string {
  if (clauses.length <= MOST_TOLD) return clauses.join(', ');
  const sections = [...new Set(clauses.map((clause) => clause.replace(/-.*$/, '')))];
  const finest = sections.filter(
    (section) => !sections.some((other) => other !== section && other.startsWith(`${section}.`)),
  );
  return finest.join(', ');
}
