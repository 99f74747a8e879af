import { cutText } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { MISSING, present, type Recogniser } from '#standard/letter/request-letter.ts';

const ADDRESS = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;

/** An address at which the customer reads (5.3.1-2d): not a machine's, and not ours. */
export const email: Recogniser = ({ reporterAddress, reporterName, letters, words }) => {
  const written = letters.flatMap(({ own, signature, sender }) => [own, signature, sender]);
  const addresses = [reporterAddress ?? '', reporterName, ...written]
    .flatMap((text) => text.match(ADDRESS) ?? [])
    .filter((address) => isRead(address, words));
  return addresses.length > 0 ? present([...new Set(addresses)]) : MISSING;
};

/** Whether a person reads what is sent there. */
function isRead(address: string, words: WordLists): boolean {
  return ['gatewaySenders', 'supportMails'].every((list) => words(list).hits(cutText(address)).length === 0);
}
