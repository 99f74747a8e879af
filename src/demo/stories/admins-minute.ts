import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Act, AskedKind, Story } from '#demo/act.ts';
import type { CastId } from '#demo/cast.ts';

const FILE = 'reopening.policy.json';
const TWO_DAYS = '"consultation": "2 business days"';
const THREE_DAYS = '"consultation": "3 business days"';

function opened(who: CastId, ticket: string, at: string, subject: Bilingual, text: Bilingual): Act {
  const kind: AskedKind = 'consultation';
  return { at, who, ticket, does: 'mails', kind, subject, text };
}

function solved(ticket: string, at: string, text: Bilingual): readonly Act[] {
  return [
    { at, who: 'olga', ticket, does: 'answers', text },
    { at: `${at}:20`, who: 'olga', ticket, does: 'moves', to: 'resolved' },
  ];
}

export const adminsMinute: Story = {
  number: 10,
  title: { ru: 'Минута администратора', en: "An admin's minute" },
  about: {
    ru: 'Два дня на возврат становятся тремя и обратно: сроки и письма меняются сразу, обещанное письмом остаётся. Jira мешает, службу убивают на полуслове и останавливают меткой – ничего не сказано дважды, никто не закрыт без предупреждения.',
    en: 'Two days for a return become three and two again: dates and letters follow at once, what a letter promised stays. Jira interferes, the service is killed in mid-word and stopped by a label: nothing is said twice, nobody is closed without warning.',
  },
  admin: [
    { at: '2027-03-03 12:00', does: 'editsPolicy', file: FILE, from: TWO_DAYS, to: THREE_DAYS },
    { at: '2027-03-09 09:30', does: 'switchesReopening', on: true },
    { at: '2027-03-09 10:30', does: 'switchesReopening', on: false },
    { at: '2027-03-09 12:00', does: 'editsPolicy', file: FILE, from: THREE_DAYS, to: TWO_DAYS },
    { at: '2027-03-10 08:50', does: 'stopsEverything', on: true },
    { at: '2027-03-10 09:30', does: 'stopsEverything', on: false },
  ],
  acts: [
    opened(
      'arkady',
      'promised',
      '2027-02-25 09:40',
      { ru: 'Счета по аренде', en: 'Rent invoices' },
      {
        ru: 'Можно ли выставлять счета по аренде сразу на год?',
        en: 'Can rent invoices be made for a whole year at once?',
      },
    ),
    {
      at: '2027-02-25 10:10',
      who: 'olga',
      ticket: 'promised',
      does: 'answers',
      text: {
        ru: 'Добрый день! Подскажите, пожалуйста, договоры у вас с индексацией или без?',
        en: 'Good morning! Are your contracts with indexation or without? Please tell us.',
      },
    },
    { at: '2027-02-25 10:10:30', who: 'olga', ticket: 'promised', does: 'moves', to: 'waiting' },
    opened(
      'vasily',
      'stopped',
      '2027-03-01 11:05',
      { ru: 'Сверка с поставщиком', en: 'Reconciling with a supplier' },
      {
        ru: 'Как распечатать акт сверки сразу по всем договорам поставщика?',
        en: 'How do I print a reconciliation for all contracts of a supplier at once?',
      },
    ),
    {
      at: '2027-03-01 11:40',
      who: 'igor',
      ticket: 'stopped',
      does: 'answers',
      text: {
        ru: 'Добрый день! Подскажите, пожалуйста, вам нужен один общий акт или отдельный по каждому договору?',
        en: 'Good morning! Please tell us: do you need one paper for all, or one for each contract?',
      },
    },
    { at: '2027-03-01 11:40:30', who: 'igor', ticket: 'stopped', does: 'moves', to: 'waiting' },
    opened(
      'nadezhda',
      'third day',
      '2027-03-02 10:05',
      { ru: 'Номер в журнале', en: 'A number in the register' },
      {
        ru: 'Как начать нумерацию журнала заново с нового года?',
        en: 'How do I start the numbers of the register anew with the new year?',
      },
    ),
    opened(
      'semyon',
      'reopened by Jira',
      '2027-03-02 10:25',
      { ru: 'Цвет строк', en: 'The colour of lines' },
      {
        ru: 'Что значат жёлтые строки в списке заявок?',
        en: 'What do yellow lines in the list of requests mean?',
      },
    ),
    ...solved('third day', '2027-03-02 15:00', {
      ru: 'Журнал → Настройка → «Начать с номера»: поставьте 1 и дату 1 января.',
      en: 'Register → Setup → “Start at number”: enter 1 and the date 1 January.',
    }),
    ...solved('reopened by Jira', '2027-03-02 15:20', {
      ru: 'Жёлтые – с истекающим сроком согласования, меньше двух дней.',
      en: 'Yellow lines are close to their approval date: less than two days.',
    }),
    {
      at: '2027-03-05 10:30',
      who: 'nadezhda',
      ticket: 'third day',
      does: 'mails',
      text: {
        ru: 'Поставила 1, а программа пишет, что номер занят.',
        en: 'I entered 1, and the program says that the number is taken.',
      },
      struck: true,
    },
    {
      at: '2027-03-09 10:15',
      who: 'semyon',
      ticket: 'reopened by Jira',
      does: 'mails',
      text: {
        ru: 'А почему тогда жёлтая заявка, у которой срок в мае?',
        en: 'Then why is a request yellow whose date is in May?',
      },
    },
  ],
};
