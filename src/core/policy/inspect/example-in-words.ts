import type { FactUse, Leaf } from '#core/policy/language/reglament.ts';
import type { FactValue } from '#core/policy/language/vocabulary.ts';
import type { Example } from './satisfy.ts';

/** `ticketState "closed", deadline "reopen" passed`: a ticket as an admin can imagine it. */
export function exampleInWords(example: Example): string {
  return example.map(({ use, seen }) => `${factInWords(use)} ${seenInWords(seen)}`).join(', ');
}

/** `eventBy in ["customer","unknown"]`: a comparison as it is written. */
export function leafInWords({ fact, operator, value }: Leaf): string {
  const compared = value.kind === 'parameter' ? value.name : JSON.stringify(value.value);
  return `${factInWords(fact)} ${operator} ${compared}`;
}

/** `deadline "reopen"`: a fact with what it is asked about. */
function factInWords({ id, parameters }: FactUse): string {
  const asked = Object.values(parameters).map((value) =>
    value.kind === 'parameter' ? value.name : JSON.stringify(value.value),
  );
  return [id, ...asked].join(' ');
}

function seenInWords(seen: FactValue): string {
  if (!isRecord(seen)) return JSON.stringify(seen);
  if ('missingYear' in seen) return 'calendar missing';
  return typeof seen.state === 'string' ? seen.state : 'none';
}

function isRecord(seen: FactValue): seen is { readonly [key: string]: FactValue } {
  return typeof seen === 'object' && seen !== null && !Array.isArray(seen);
}
