import {
  found,
  MISSING,
  matches,
  NOT_NEEDED,
  present,
  type Recogniser,
  unsure,
} from '#standard/letter/request-letter.ts';

const ARCHIVE = /\.(?:zip|rar|7z|gz|tgz|tar|log|evtx?)$/iu;
/** A journal that was not packed, or was pasted into another file. */
const LOG_NAMED = /журнал|лог(?!о)|ошиб|(?<![a-z])logs?(?![a-z])|err/iu;
const LINK = /https?:\/\/\S{1,300}/giu;
/** One archive that is named for several people. */
const OF_EVERYONE = /всех|участник|all[_ -]?(?:part|user|log)|\d[_ -]?(?:users|участ)/iu;
/** An archive with nothing in it. */
const EMPTY_BYTES = 50;

/** Journals of all who take part (5.3.2-5); how many those are, a letter seldom says. */
export const routeLogs: Recogniser = (letter) => {
  const filled = letter.files.filter(({ bytes }) => bytes > EMPTY_BYTES);
  const archives = filled.filter(({ name }) => ARCHIVE.test(name));
  const names = archives.map(({ name }) => name);
  if (archives.length > 1) return present(names);
  const isOfEveryone =
    found(letter, 'everyonesLogs').length > 0 || names.some((name) => OF_EVERYONE.test(name));
  if (archives.length === 1 && isOfEveryone) return present(names);
  if (letter.subtype === 'unclear') return unsure([]);
  if (letter.subtype !== 'route') return NOT_NEEDED;
  const others = filled.filter(({ name }) => LOG_NAMED.test(name)).map(({ name }) => name);
  const hinted = [...names, ...others, ...matches(letter, LINK)];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};
