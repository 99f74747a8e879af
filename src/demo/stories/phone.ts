import type { Story } from '#demo/act.ts';

export const phone: Story = {
  number: 8,
  title: { ru: 'Телефон', en: 'Phone' },
  about: {
    ru: 'Звонок записал сотрудник: Регламент никого ни о чём не просит. Клиентка перезвонила, сотрудник отметил это – и срок молчания остановлен.',
    en: 'A call that an agent wrote down: Reglament asks nobody anything. The caller rings back, the agent notes it, and the count of silence stops.',
  },
  acts: [
    {
      at: '2027-02-17 10:30',
      who: 'igor',
      ticket: 'call',
      does: 'registersCall',
      for: 'lyudmila',
      kind: 'error',
      subject: { ru: 'Путевой лист без пробега', en: 'A waybill without distance' },
      text: {
        ru: 'Звонила Смирнова Людмила Павловна, Дом творчества, тел. +7 (8352) 45-30-12. Путевой лист сохраняется, а пробега в нём нет.',
        en: 'Lyudmila Smirnova called, House of Arts, phone +7 (8352) 45-30-12. A waybill is saved, but without the distance.',
      },
    },
    {
      at: '2027-02-17 10:45',
      who: 'igor',
      ticket: 'call',
      does: 'answers',
      text: {
        ru: 'Людмила Павловна, посмотрите, пожалуйста: какой номер у путевого листа и какая машина? Можно ответить письмом или позвонить.',
        en: 'Could you please look: which number has the waybill, and which car is it? You may reply by mail or call.',
      },
    },
    { at: '2027-02-17 10:45:30', who: 'igor', ticket: 'call', does: 'moves', to: 'waiting' },
    {
      at: '2027-02-19 15:10',
      who: 'igor',
      ticket: 'call',
      does: 'notes',
      text: {
        ru: 'Перезвонила: лист № 204 от 16.02.2027, «Газель» 217. #ответ-клиента',
        en: 'She rang back: waybill No. 204 of 16.02.2027, van 217. #customer-answer',
      },
    },
    {
      at: '2027-02-20 11:40',
      who: 'igor',
      ticket: 'call',
      does: 'notes',
      text: {
        ru: 'У «Газели» сменили одометр, показание не внесли. Внёс, лист 204 пересчитан.',
        en: 'The van got a new odometer, and its reading was not entered. Entered; waybill 204 is recalculated.',
      },
    },
    { at: '2027-02-20 11:40:30', who: 'igor', ticket: 'call', does: 'moves', to: 'resolved' },
    {
      at: '2027-02-20 11:55',
      who: 'igor',
      ticket: 'call',
      does: 'notes',
      text: { ru: 'Позвонил, рассказал. Довольна.', en: 'Called her and told her. She is content.' },
    },
  ],
};
