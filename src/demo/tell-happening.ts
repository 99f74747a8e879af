import type { Language } from '#core/calendar/bilingual.ts';
import { quotation } from '#core/policy/text/quotation.ts';
import type { TellableHappening } from './jira-door.ts';

/** A happening as a reader wants it: who did what, and the words that were said. */
export interface Telling {
  readonly who: string;
  /** Follows the name at once: it begins with a space or a colon. */
  readonly did: string;
  readonly said?: string;
}

const WORDS = {
  ru: {
    email: ': новое обращение по почте',
    portal: ': новое обращение на портале',
    phone: ' записывает звонок',
    jira: ': новое обращение',
    toCustomer: ' пишет клиенту',
    writes: ' пишет',
    notes: ' пишет коллегам',
    file: 'файл',
    labels: 'метка',
    links: 'связывает с',
  },
  en: {
    email: ': a new request by mail',
    portal: ': a new request on the portal',
    phone: ' writes down a call',
    jira: ': a new request',
    toCustomer: ' writes to the customer',
    writes: ' writes',
    notes: ' writes to colleagues',
    file: 'file',
    labels: 'label',
    links: 'links it to',
  },
} as const;

/** @returns `undefined` for what is not worth a line of its own */
export function tellHappening(happening: TellableHappening, language: Language): Telling | undefined {
  const words = WORDS[language];
  const who = happening.by.name;
  switch (happening.kind) {
    case 'created': {
      const { channel } = happening;
      const how = channel === 'email' || channel === 'portal' || channel === 'phone' ? channel : 'jira';
      const did = `${words[how]}, ${quotation(happening.summary ?? '', language)} (${happening.issueType})`;
      return { who, did, said: happening.text ?? '' };
    }
    case 'commented': {
      const toCustomer = happening.by.accountType === 'customer' ? words.writes : words.toCustomer;
      return { who, did: happening.public === true ? toCustomer : words.notes, said: happening.text ?? '' };
    }
    case 'changed':
      return tellChange(happening, language);
    case 'linked':
    case 'deleted':
      return undefined;
  }
}

function tellChange({ by, items = [] }: TellableHappening, language: Language): Telling | undefined {
  const words = WORDS[language];
  const resolution = items.find(({ field }) => field === 'resolution')?.to;
  const parts = items.flatMap(({ field, from, to }) => {
    switch (field) {
      case 'status':
        return [
          `${from} → ${to}${resolution === null || resolution === undefined ? '' : ` (${resolution})`}`,
        ];
      case 'labels':
        return [`${words.labels} ${to}`];
      case 'Attachment':
        return [`${words.file} ${to}`];
      default:
        return [];
    }
  });
  return parts.length === 0 ? undefined : { who: by.name, did: `: ${parts.join('; ')}` };
}
