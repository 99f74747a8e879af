import type { FactDefinition } from '#core/policy/language/vocabulary.ts';
import { clarificationOf } from './clarification.ts';

/** What stands between our question and the customer's answer: the question itself, its warnings, its reminder. */
export const clarificationFacts: readonly FactDefinition[] = [
  {
    id: 'questionOpen',
    about: {
      ru: 'есть ли публичный вопрос, на который ждём ответа',
      en: 'whether there is a public question that still waits for its answer',
    },
    result: { type: 'oneOf', values: ['yes', 'no', 'unsure'] },
    read(situation) {
      const clarification = clarificationOf(situation);
      if (clarification === undefined) return 'no';
      if (clarification.question !== undefined && clarification.answer === undefined) return 'yes';
      return clarification.maybeAsked ? 'unsure' : 'no';
    },
  },
  {
    id: 'questionBounced',
    about: { ru: 'наш вопрос не доставлен', en: 'our question came back undelivered' },
    result: { type: 'yesNo' },
    read: (situation) => clarificationOf(situation)?.bounce !== undefined,
  },
  {
    id: 'warned',
    about: {
      ru: 'было ли после вопроса публичное письмо с датой закрытия',
      en: 'whether a public letter since the question named the closing date',
    },
    result: { type: 'yesNo' },
    read: (situation) => (clarificationOf(situation)?.warnings.length ?? 0) > 0,
  },
  {
    id: 'reminded',
    about: {
      ru: 'напоминали ли о вопросе: письмо с датой после того, в котором вопрос задан',
      en: 'whether a reminder was sent: a letter with the date, after the one that asked',
    },
    result: { type: 'yesNo' },
    read(situation) {
      const { warnings = [], question } = clarificationOf(situation) ?? {};
      return warnings.some(({ entry }) => entry.id !== question?.entry.id);
    },
  },
  {
    id: 'warningSpoiled',
    about: {
      ru: 'названная клиенту дата истекла, пока мы были остановлены, а новой ещё не называли',
      en: 'the date that the customer was told ended while we were stopped, and no new one was named since',
    },
    result: { type: 'yesNo' },
    read(situation) {
      const clarification = clarificationOf(situation);
      if (clarification === undefined) return false;
      return clarification.spoiled.length > 0 && clarification.warnings.length === 0;
    },
  },
];
