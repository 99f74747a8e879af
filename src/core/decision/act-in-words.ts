import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';

/** An act towards the customer, as an agent would be told of it; `undefined` for what needs no telling. */
export function actInWords(data: EffectData): Bilingual | undefined {
  switch (data.kind) {
    case 'reply':
      return { ru: `ответить клиенту:\n\n${data.text}`, en: `reply to the customer:\n\n${data.text}` };
    case 'transition':
      return MOVES[data.to];
    case 'openTicket':
      return { ru: 'открыть новое связанное обращение', en: 'open a linked request' };
    case 'assign':
      return {
        ru: 'снять исполнителя: обращение вернётся в очередь',
        en: 'take the assignee off: the request goes back to the queue',
      };
    case 'note':
    case 'label':
      return undefined;
  }
}

const MOVES = {
  open: { ru: 'вернуть обращение в очередь', en: 'put the request back into the queue' },
  inProgress: { ru: 'вернуть обращение в работу', en: 'take the request back to work' },
  waitingForCustomer: {
    ru: 'перевести обращение в ожидание клиента',
    en: 'move the request to waiting for the customer',
  },
  closed: { ru: 'закрыть обращение', en: 'close the request' },
} as const;
