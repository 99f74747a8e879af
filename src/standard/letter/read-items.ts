import type { Item } from '#core/ticket/item.ts';
import { changeDescription } from './items/change-description.ts';
import { changeFiles } from './items/change-files.ts';
import { desiredDate } from './items/desired-date.ts';
import { documentIds } from './items/document-ids.ts';
import { email } from './items/email.ts';
import { entity } from './items/entity.ts';
import { errorText } from './items/error-text.ts';
import { name } from './items/name.ts';
import { organization } from './items/organization.ts';
import { phone } from './items/phone.ts';
import { question } from './items/question.ts';
import { reportParameters } from './items/report-parameters.ts';
import { routeLogs } from './items/route-logs.ts';
import { screenshots } from './items/screenshots.ts';
import { steps } from './items/steps.ts';
import { wrongData } from './items/wrong-data.ts';
import type { ItemReading, Recogniser, RequestLetter } from './request-letter.ts';

const RECOGNISERS: Readonly<Record<Item, Recogniser>> = {
  name,
  organization,
  phone,
  email,
  question,
  steps,
  screenshots,
  entity,
  documentIds,
  reportParameters,
  routeLogs,
  errorText,
  wrongData,
  changeDescription,
  changeFiles,
  desiredDate,
};

/** Where one piece of information stands in a letter. */
export function readItem(letter: RequestLetter, item: Item): ItemReading {
  return RECOGNISERS[item](letter);
}
