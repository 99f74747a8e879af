/* Randomly told lives of a ticket, for laws that hold in every one of them. */
import fc from 'fast-check';
import { msk } from './moscow-time.ts';
import { ANNA, BORIS, BOT, IVAN, OLGA, ROBOT, type Someone } from './people.ts';
import type { Flavour } from './raw-issue.ts';
import type { Act, Deed, Story } from './told-story.ts';

const STRANGER: Someone = { id: 'stranger', name: 'Кто-то', accountType: 'atlassian' };
const AGENTS: readonly Someone[] = [OLGA, IVAN];
/** The stranger may answer, but is nobody's customer for sure. */
const CUSTOMERS: readonly Someone[] = [ANNA, BORIS, STRANGER];

const ASKS: Deed = { does: 'says', text: 'Добрый день! Пришлите, пожалуйста, журнал ошибок.', means: 'asks' };
const SOLVES: Deed = {
  does: 'says',
  text: 'Итоги пересчитаны в ночном задании, документ теперь проводится.',
  means: 'states',
};
const STATES: Deed = { does: 'says', text: 'Передали разработчикам, исправим в 5.12.', means: 'states' };
const TAG: Deed = {
  does: 'says',
  text: 'Перезвонила, номер 115. #ответ-клиента',
  means: 'answers',
  with: { internal: true },
};
const THOUGHT: Deed = { does: 'says', text: 'Смотрю базу.', means: 'none', with: { internal: true } };

const CUSTOMERS_WORDS: readonly Deed[] = [
  ...[
    'Номер документа 115, версия клиента 7.',
    'Ошибка повторилась на другом документе, помогите.',
    'Спасибо, но опять ошибка',
  ].map((text): Deed => ({ does: 'says', text, means: 'answers' })),
  ...[
    'Спасибо!',
    'Пришлю в понедельник.',
    'Спасибо, передам бухгалтерам',
    'Автоматический ответ: я в отпуске до 9 сентября.',
    'Undelivered Mail Returned to Sender: mailbox full',
    'Номер документа',
    '',
  ].map((text): Deed => ({ does: 'says', text, means: 'none' })),
];

const STATUSES = [
  'Waiting for support',
  'In progress',
  'Waiting for customer',
  'Resolved',
  'Closed',
  'Escalated',
];
const KINDS = ['Консультация', 'Ошибка', 'Доработка', 'Задача'];

const move = (status: string): Deed => ({ does: 'moves', status });
const moves = fc.constantFrom(...STATUSES).map(move);
const files = fc.constantFrom(
  ...[['errors.zip', 90_000] as const, ['image001.png', 4000] as const].map(
    ([name, bytes]): Deed => ({ does: 'attaches', name, bytes }),
  ),
);
const labels = fc.subarray(['vip', '#ответ-клиента']).map((list): Deed => ({ does: 'labels', labels: list }));
const kinds = fc.constantFrom(...KINDS).map((kind): Deed => ({ does: 'becomes', kind }));

/** A letter of ours, as an earlier decision would have left it. */
function ourLetter(message: string, promisedInDays?: number): fc.Arbitrary<Deed> {
  return fc.integer({ min: 0, max: 999 }).map((n) => ({
    does: 'says',
    text: `Наше письмо ${message}`,
    means: 'none',
    ...(promisedInDays === undefined ? {} : { warns: true }),
    with: { marker: { v: 1, key: `told/${n}`, rule: 'told', message, promisedInDays } },
  }));
}

/** Most reminders leave days to answer; those of an earlier, stricter policy may have left none. */
const ourReminder = fc.oneof(ourLetter('reminder', 4), ourLetter('reminder', 1), ourLetter('reminder', 0));

const doings: fc.Arbitrary<{ readonly who: Someone; readonly deed: Deed }> = fc.oneof(
  fc.record({
    who: fc.constantFrom(...AGENTS),
    deed: fc.oneof(fc.constantFrom(ASKS, STATES, SOLVES, TAG, THOUGHT), moves, files, labels, kinds),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      who: fc.constantFrom(...CUSTOMERS),
      deed: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...CUSTOMERS_WORDS) }, files, moves),
    }),
  },
  fc.record({ who: fc.constant(ROBOT), deed: fc.oneof(fc.constant(STATES), moves) }),
  fc.record({
    who: fc.constant(BOT),
    deed: fc.oneof(ourReminder, ourLetter('returned'), moves),
  }),
);

const seconds = fc.oneof(
  fc.integer({ min: 1, max: 180 }),
  fc.integer({ min: 180, max: 12 * 3600 }),
  fc.integer({ min: 12 * 3600, max: 9 * 86_400 }),
);

interface Step {
  readonly after: number;
  readonly who: Someone;
  readonly deed: Deed;
}

const step = fc.tuple(seconds, doings).map(([after, doing]): Step => ({ after, ...doing }));

/** Beginnings without which few stories would come to anything. */
const beginnings = fc.oneof(
  fc.constant<readonly Step[]>([]),
  fc.tuple(seconds, fc.constantFrom(ASKS, STATES)).map(([after, deed]): readonly Step[] => [
    { after, who: OLGA, deed },
    { after: 30, who: OLGA, deed: move('Waiting for customer') },
  ]),
  fc
    .tuple(seconds, fc.integer({ min: 4, max: 12 }), ourReminder)
    .map(([after, days, deed]): readonly Step[] => [
      { after, who: OLGA, deed: ASKS },
      { after: 30, who: OLGA, deed: move('Waiting for customer') },
      { after: days * 86_400, who: BOT, deed },
    ]),
  fc.tuple(seconds, fc.constantFrom(OLGA, ROBOT, ANNA)).map(([after, who]): readonly Step[] => [
    { after, who: OLGA, deed: SOLVES },
    { after: 60, who, deed: move('Resolved') },
  ]),
);

/** Stories of 2027, the year that has a calendar, and of its end, after which there is none. */
export const anyStory: fc.Arbitrary<Story> = fc
  .record({
    flavour: fc.constantFrom<Flavour>('cloud-v3', 'cloud-v2', 'data-center'),
    channel: fc.constantFrom('email', 'portal'),
    kind: fc.constantFrom(...KINDS),
    minute: fc.integer({ min: 0, max: 360 * 24 * 60 }),
    beginning: beginnings,
    rest: fc.oneof(fc.array(step, { maxLength: 2 }), fc.array(step, { maxLength: 8 })),
  })
  .map(({ minute, beginning, rest, ...head }) => {
    const startsAt = msk('2027-01-01 00:00').add({ minutes: minute });
    let at = startsAt.add({ minutes: 2 });
    const acts = [...beginning, ...rest].map(({ after, who, deed }): Act => {
      at = at.add({ seconds: after });
      return { at, who, deed };
    });
    return { ...head, startsAt, acts };
  });

/** An instant at which somebody looks at the ticket: soon after its beginning, or long after its end. */
export const anyLook: fc.Arbitrary<(story: Story) => Temporal.Instant> = fc
  .tuple(
    fc.nat({ max: 12 }),
    fc.oneof(fc.integer({ min: 1, max: 7200 }), fc.integer({ min: 0, max: 40 * 86_400 })),
  )
  .map(([index, later]) => ({ startsAt, acts }: Story) => {
    const act = acts.at(Math.min(index, acts.length - 1));
    return (act?.at ?? startsAt).add({ seconds: later });
  });
