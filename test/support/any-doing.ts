/* What somebody at random does on a desk, and what it surely means. */
import fc from 'fast-check';
import type { Item } from '#core/ticket/item.ts';
import type { Deed } from '#rehearsal/deed.ts';

/** What a deed surely means to whoever sees it; `none` proves nothing either way. */
export type Sense = 'asks' | 'solves' | 'answers' | 'none';

export interface Doing {
  readonly who: string;
  readonly deed: Deed;
  readonly sense: Sense;
  /** What of a request it surely holds. */
  readonly holds?: readonly Item[];
}

const CUSTOMERS = ['marina', 'kirill'];
const AGENTS = ['olga', 'igor'];
const ROBOT = 'automation-for-jira';
export const STRANGER = 'somebody';

export const both = (ru: string, en: string) => ({ ru, en });

const says = (
  does: 'answers' | 'notes' | 'mails' | 'writes',
  text: Words,
  sense: Sense,
): Omit<Doing, 'who'> => ({
  deed: { does, text },
  sense,
});

type Words = ReturnType<typeof both>;

export const AGENTS_WORDS: readonly Omit<Doing, 'who'>[] = [
  says(
    'answers',
    both('Добрый день! Пришлите, пожалуйста, журнал ошибок.', 'Good afternoon! Please send the error log.'),
    'asks',
  ),
  says('answers', both('Какой у вас номер документа?', 'What is the number of your document?'), 'asks'),
  says(
    'answers',
    both('Передали разработчикам, исправим в 5.12.', 'Passed on to the developers, the fix comes with 5.12.'),
    'none',
  ),
  says(
    'answers',
    both(
      'Итоги пересчитаны в ночном задании, документ теперь проводится.',
      'The totals were computed anew at night, the document can be posted now.',
    ),
    'solves',
  ),
  says('answers', both('Готово.', 'Done.'), 'none'),
  says('notes', both('Смотрю базу.', 'Looking at the database.'), 'none'),
  says(
    'notes',
    both('Перезвонила, номер 115. #ответ-клиента', 'She rang back, it is 115. #customer-answer'),
    'answers',
  ),
];

type Letter = readonly [text: Words, sense: Sense, holds?: readonly Item[]];

export const PLACE_TOLD: Letter = [
  both('Навигатор: Документы\\Авансовые отчёты', 'Navigator: Documents\\Advance reports'),
  'answers',
  ['entity'],
];
export const DOCUMENT_TOLD: Letter = [
  both('Это документ № 115 от 15.02.2027.', 'It is document No. 115 of 15.02.2027.'),
  'answers',
  ['documentIds'],
];
export const ERROR_TOLD: Letter = [
  both(
    'Программа пишет: «Не заполнено поле «Подотчётное лицо»».',
    'The program says: “The field Accountable person is empty”.',
  ),
  'answers',
  ['errorText'],
];

const LETTERS: readonly Letter[] = [
  PLACE_TOLD,
  DOCUMENT_TOLD,
  ERROR_TOLD,
  [
    both('Номер документа 115, версия клиента 7.', 'The document is 115, the version of the client is 7.'),
    'answers',
  ],
  [
    both(
      'Ошибка повторилась на другом документе, помогите.',
      'The error came again with another document, please help.',
    ),
    'answers',
  ],
  [both('Спасибо, но опять ошибка.', 'Thank you, but the error is back.'), 'answers'],
  [both('Спасибо!', 'Thank you!'), 'none'],
  [both('Пришлю в понедельник.', 'I will send it on Monday.'), 'none'],
  [
    both(
      'Автоматический ответ: я в отпуске до 9 сентября.',
      'Automatic reply: I am on vacation until 9 September.',
    ),
    'none',
  ],
  [
    both(
      'Сообщение не доставлено: почтовый ящик не существует.',
      'Undelivered mail: the mailbox does not exist.',
    ),
    'none',
  ],
  [both('Спасибо, передам бухгалтерам', 'Thanks, I will pass it on to the accountants'), 'none'],
];

export const move = (
  to: 'open' | 'inProgress' | 'waiting' | 'resolved' | 'closed' | 'canceled' | 'approval',
) => ({ deed: { does: 'moves', to }, sense: 'none' }) as const;

const LOG_FILE = { name: 'errors.zip', bytes: 900 };
export const SCREENSHOT = { name: 'screen.png', bytes: 84_000 };
const LOGO = { name: 'image001.png', bytes: 400 };

/** What a screenshot makes needless to ask for. */
export const SHOWN: readonly Item[] = ['screenshots', 'errorText'];

const byAgents: fc.Arbitrary<Doing> = fc
  .tuple(
    fc.constantFrom(...AGENTS),
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...AGENTS_WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(move('waiting'), move('resolved')) },
      fc.constantFrom(move('open'), move('inProgress'), move('closed'), move('approval')),
      fc.constantFrom<Omit<Doing, 'who'>>(
        { deed: { does: 'labels', labels: ['vip'] }, sense: 'none' },
        { deed: { does: 'labels', labels: ['#ответ-клиента'] }, sense: 'answers' },
      ),
    ),
  )
  .map(([who, doing]) => ({ who, ...doing }));

const letters: fc.Arbitrary<Omit<Doing, 'who'>> = fc
  .tuple(
    fc.constantFrom(...LETTERS),
    fc.constantFrom('mails' as const, 'writes' as const),
    fc.option(fc.constantFrom(LOG_FILE, LOGO, SCREENSHOT), { freq: 4 }),
    fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 }),
  )
  .map(([[text, sense, holds = []], does, file, delay]) => ({
    sense,
    // What is written on the portal brings no file.
    holds: file === SCREENSHOT && does === 'mails' ? [...holds, ...SHOWN] : holds,
    deed:
      does === 'writes'
        ? { does, text }
        : {
            does,
            text,
            ...(file === null ? {} : { files: [file] }),
            ...(delay === null ? {} : { shownMinutesLater: delay }),
          },
  }));

const byCustomers: fc.Arbitrary<Doing> = fc
  .tuple(
    fc.constantFrom(...CUSTOMERS, 'marina', STRANGER),
    fc.oneof(
      { weight: 6, arbitrary: letters },
      fc.constantFrom<Omit<Doing, 'who'>>(
        { deed: { does: 'sendsFiles', files: [LOG_FILE] }, sense: 'answers' },
        { deed: { does: 'sendsFiles', files: [SCREENSHOT] }, sense: 'answers', holds: SHOWN },
        { deed: { does: 'sendsFiles', files: [LOGO] }, sense: 'none' },
      ),
      fc.constantFrom(move('open'), move('canceled')),
    ),
  )
  .map(([who, doing]) => ({ who, ...doing }));

const byRobot: fc.Arbitrary<Doing> = fc
  .constantFrom<Omit<Doing, 'who'>>(
    says('answers', both('Ваше обращение в очереди.', 'Your request is in the queue.'), 'none'),
    move('waiting'),
    move('closed'),
  )
  .map((doing) => ({ who: ROBOT, ...doing }));

export const anyDoing = fc.oneof(
  { weight: 5, arbitrary: byAgents },
  { weight: 5, arbitrary: byCustomers },
  { weight: 1, arbitrary: byRobot },
);
