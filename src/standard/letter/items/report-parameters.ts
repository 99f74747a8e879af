import {
  found,
  MISSING,
  NOT_NEEDED,
  present,
  type Recogniser,
  unsure,
} from '#standard/letter/request-letter.ts';
import { isPicture } from './screenshots.ts';

/** Each list knows one parameter; two words for a period are one parameter still. */
const PARAMETERS = [
  'parameterPeriods',
  'parameterInstitutions',
  'parameterAccounts',
  'parameterSources',
  'parameterSettings',
];

const PICTURED_PARAMETERS = /парам|param|настройк|settings/iu;

/** Two parameters of the report, or a picture of them (5.3.2-4b). */
export const reportParameters: Recogniser = (letter) => {
  const story = { ...letter, cut: letter.told };
  const told = PARAMETERS.map((list) => found(story, list)).filter((hits) => hits.length > 0);
  const pictures = letter.files.filter(isPicture);
  const named = pictures.filter(({ name }) => PICTURED_PARAMETERS.test(name)).map(({ name }) => name);
  const pictured = named.length > 0 || (pictures.length > 0 && found(story, 'parameterWords').length > 0);
  if (told.length >= 2 || (pictured && letter.subtype === 'report'))
    return present([...told.flat(), ...named]);
  if (letter.subtype === 'unclear') return unsure([]);
  if (letter.subtype !== 'report') return NOT_NEEDED;
  const hinted = [...told.flat(), ...found(story, 'parameterWords'), ...pictures.map(({ name }) => name)];
  return hinted.length > 0 ? unsure(hinted) : MISSING;
};
