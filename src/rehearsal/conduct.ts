import type { Bilingual } from '#core/calendar/bilingual.ts';

/**
 * What a good desk does whatever its regulation says: rules of conduct by number, and the ways in which Jira gets in
 * between, by name. Scenarios name what they prove.
 */
export const CONDUCT = {
  '1': { ru: 'Молчание считается только от вопроса', en: 'Silence is counted only from a question' },
  '2': {
    ru: 'Без предупреждения с датой, которому исполнился полный рабочий день, не закрывают',
    en: 'Nobody is closed without a dated public warning that is a full business day old',
  },
  '3': { ru: 'На людях время действует только в часы работы', en: 'Time acts publicly only in desk hours' },
  '4': { ru: 'Вопрос клиенту ждёт тишины', en: 'A public ask waits for quiet' },
  '5': { ru: 'Спрашивают только о том, без чего не решить', en: 'Only what is needed to solve is asked for' },
  '6': {
    ru: 'Письмо и файлы одной минуты – одно сообщение',
    en: 'A letter and the files of one minute are one message',
  },
  '7': { ru: 'Обещание и автоответ – ещё не ответ', en: 'A promise or an auto-reply is no answer yet' },
  '8': { ru: 'Ответ узнают и тогда, когда он пришёл иначе', en: 'An answer is known in any disguise' },
  '9': {
    ru: 'Ни одно письмо клиента не остаётся непрочитанным',
    en: 'Nothing a customer wrote is read by nobody',
  },
  '10': { ru: 'На одно закрытие – одно новое обращение', en: 'One follow-up for each closing' },
  '11': { ru: 'Возвращённое назад не начинает нового срока', en: 'A put-back starts no new window' },
  '12': { ru: 'Сроки толкуют в пользу клиента', en: 'Windows are kind' },
  '13': { ru: 'Ответ в срок возвращает всегда', en: 'A reply within the window always reopens' },
  '14': { ru: 'По имени – только того, кого знают наверняка', en: 'Names only where they are surely known' },
  '15': { ru: 'Подсказывают, а не мешают', en: 'Hints, not obstacles' },
  transitionOnComment: { ru: 'Наше письмо – не вопрос', en: 'Our letter is taken for a question by Jira' },
  reopenOnComment: { ru: 'Автоматизация сама открывает закрытое', en: 'Jira itself reopens on any comment' },
  oneMail: { ru: 'На один поступок – одно письмо', en: 'One mail for one act' },
  moved: { ru: 'Копии, переносы и массовые правки', en: 'Clones, moves and bulk edits' },
  unmapped: { ru: 'Незнакомый статус только наблюдают', en: 'An unmapped status is only observed' },
  actors: { ru: 'Кто есть кто', en: 'Who is who' },
  baseline: { ru: 'Что было до первого запуска', en: 'What was before the first start' },
  noCalendar: { ru: 'Год без календаря', en: 'A year without a calendar' },
  lostWebhooks: { ru: 'Вебхуки потерялись', en: 'Webhooks were lost' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Conduct = keyof typeof CONDUCT;
