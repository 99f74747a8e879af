import type { Item } from '#core/ticket/item.ts';
import { changeDescription } from './items/change-description.ts';
import { changeFiles } from './items/change-files.ts';
import { email, name, organization, phone } from './items/contacts.ts';
import { desiredDate } from './items/desired-date.ts';
import { documentIds, entity, reportParameters, routeLogs } from './items/error-place.ts';
import { errorText, screenshots, steps, wrongData } from './items/error-story.ts';
import { question } from './items/question.ts';
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
