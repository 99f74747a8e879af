import type { Language } from '#core/calendar/bilingual.ts';
import { type EffectData, NEW_KEY, type NoteData } from '#core/policy/language/effect-data.ts';

/** Stands where a text will name the request that is still to be opened. */
const NOT_YET_KNOWN = { ru: '(номер нового обращения)', en: '(key of the new request)' } as const;

const MOVES = {
  ru: {
    open: 'вернуть в очередь',
    inProgress: 'взять в работу',
    waitingForCustomer: 'ждать клиента',
    closed: 'закрыть',
    unmapped: '—',
  },
  en: {
    open: 'put back into the queue',
    inProgress: 'move to In progress',
    waitingForCustomer: 'wait for the customer',
    closed: 'close',
    unmapped: '—',
  },
} as const;

const RESOLUTIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unanswered: { ru: 'нет ответа', en: 'unanswered' },
  outOfScope: { ru: 'вне рамок поддержки', en: 'out of scope' },
};

/** What an effect is, in a few words; the text of a letter or a note is not in them. */
export function effectHead(data: EffectData, language: Language): string {
  const ru = language === 'ru';
  switch (data.kind) {
    case 'reply':
      return ru ? 'письмо клиенту' : 'letter to the customer';
    case 'note':
      return noteHead(data, ru);
    case 'transition': {
      const { resolution } = data;
      const named =
        resolution === undefined ? undefined : (RESOLUTIONS[resolution]?.[language] ?? resolution);
      return named === undefined ? MOVES[language][data.to] : `${MOVES[language][data.to]} (${named})`;
    }
    case 'label':
      return `${ru ? 'метка' : 'label'}: ${[...data.add, ...data.remove.map((label) => `−${label}`)].join(', ')}`;
    case 'assign':
      return ru ? 'вернуть в очередь: снять исполнителя' : 'back to the queue: take the assignee off';
    case 'openTicket':
      return ru ? 'открыть новое связанное обращение' : 'open a new linked request';
  }
}

/** A note on the follow-up is told as such, with the files that go there. */
function noteHead({ onFollowUpOf, files = [] }: NoteData, ru: boolean): string {
  const head = ru ? 'заметка сотруднику' : 'note to the agent';
  if (onFollowUpOf === undefined) return head;
  const place = ru ? 'в новом обращении' : 'on the new request';
  const names = files.map(({ name }) => name).join(', ');
  return `${head} ${place}${names === '' ? '' : ` (+ ${names})`}`;
}

/** One effect as a person would tell it, with its whole text. */
export function effectInWords(data: EffectData, language: Language): string {
  const head = effectHead(data, language);
  if (data.kind !== 'reply' && data.kind !== 'note') return head;
  return `${head}: ${quoted(data.text.replaceAll(NEW_KEY, NOT_YET_KNOWN[language]))}`;
}

function quoted(text: string): string {
  return text.replace(/\n{2,}/g, '\n').replace(/\n/g, '\n    ');
}
