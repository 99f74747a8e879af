import { cutText } from '#core/policy/text/cut-text.ts';
import { MISSING, present, type Recogniser } from '#standard/letter/request-letter.ts';

const ADDRESS = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;

/** An address at which the customer reads (5.3.1-2d): not a machine's, and not ours. */
export const email: Recogniser = ({ reporterAddress, reporterName, letters, words }) => {
  const written = letters.flatMap(({ own, signature, sender }) => [own, signature, sender]);
  const isNone = (list: string) => (address: string) => words(list).hits(cutText(address)).length === 0;
  // Whoever writes from a help desk reads there; one that is only named may be ours.
  const from = addressesIn([reporterAddress ?? '']);
  const named = addressesIn([reporterName, ...written]).filter(isNone('supportMails'));
  const addresses = [...from, ...named].filter(isNone('gatewaySenders'));
  return addresses.length > 0 ? present([...new Set(addresses)]) : MISSING;
};

function addressesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.match(ADDRESS) ?? []);
}
