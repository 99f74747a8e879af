import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read where an error is, what is told of it, and whether a question is. */
export const errorWords: readonly WordListDefinition[] = [
  {
    id: 'stepWords',
    about: { ru: 'слова о действиях в программе', en: 'words of what somebody did in the program' },
  },
  {
    id: 'businessActs',
    about: {
      ru: 'слова о делах, которые в программе лишь заканчиваются: шаги рядом с другими',
      en: 'words of business that is only finished in the program: steps beside others',
    },
  },
  {
    id: 'stepHeadings',
    about: { ru: 'слова, за которыми идут шаги', en: 'words behind which steps are told' },
  },
  {
    id: 'stepHints',
    about: { ru: 'слова, которые шаги лишь намечают', en: 'words that only hint at steps' },
  },
  {
    id: 'entityPaths',
    about: { ru: 'пути навигатора, названные прямо', en: 'navigator paths that are named as such' },
  },
  {
    id: 'navigatorWords',
    about: { ru: 'названия мест в навигаторе', en: 'names of places in the navigator' },
  },
  {
    id: 'participantWords',
    about: {
      ru: 'участники маршрута и состояния документа: ряд таких – не путь',
      en: 'participants of a route and states of a document: a row of them is no path',
    },
  },
  {
    id: 'menuWords',
    about: { ru: 'меню, путь по которому – не сущность', en: 'menus, whose paths are no entity' },
  },
  {
    id: 'placeWords',
    about: {
      ru: 'слова, которые намекают на место в системе',
      en: 'words that hint at a place in the system',
    },
  },
  {
    id: 'anyDocumentWords',
    about: {
      ru: 'любой документ, все документы, новый документ',
      en: 'any document, all documents, a new document',
    },
  },
  {
    id: 'parameterPeriods',
    about: { ru: 'параметры отчёта: период, дата', en: 'parameters of a report: period, date' },
  },
  {
    id: 'parameterInstitutions',
    about: {
      ru: 'параметры отчёта: учреждение, подразделение, уровень',
      en: 'parameters of a report: institution, department, level',
    },
  },
  { id: 'parameterAccounts', about: { ru: 'параметры отчёта: счёт', en: 'parameters of a report: account' } },
  {
    id: 'parameterSources',
    about: {
      ru: 'параметры отчёта: КФО, вид деятельности, КБК',
      en: 'parameters of a report: source of funds, code of budget',
    },
  },
  {
    id: 'parameterSettings',
    about: {
      ru: 'параметры отчёта: единица, группировка, отборы',
      en: 'parameters of a report: unit, grouping, filters',
    },
  },
  {
    id: 'parameterWords',
    about: {
      ru: 'слово «параметры»: на картинке могут быть они',
      en: 'the word "parameters": a picture may show them',
    },
  },
  { id: 'everyonesLogs', about: { ru: 'журналы всех участников', en: 'logs of every participant' } },
  {
    id: 'messageShown',
    about: {
      ru: 'слова о том, что система показала сообщение',
      en: 'words that tell of a message that the system showed',
    },
  },
  {
    id: 'messageSays',
    about: { ru: 'слова, за которыми пересказано сообщение', en: 'words behind which a message is told' },
  },
  {
    id: 'messageNouns',
    about: {
      ru: 'слова о сообщении, которые сами о показе не говорят',
      en: 'words of a message that do not say that one was shown',
    },
  },
  {
    id: 'messageWords',
    about: {
      ru: 'слова, какими пишут сообщения программ',
      en: 'words that programs write their messages with',
    },
  },
  { id: 'errorTexts', about: { ru: 'коды и тексты ошибок', en: 'codes and texts of errors' } },
  { id: 'wrongDataWords', about: { ru: 'слова о неверных данных', en: 'words of wrong data' } },
  {
    id: 'namedWrongWords',
    about: {
      ru: 'слова, которые говорят, чем данные неверны',
      en: 'words that tell in what way data are wrong',
    },
  },
  {
    id: 'expectedDataWords',
    about: { ru: 'слова о том, какими данные должны быть', en: 'words of what data should be' },
  },
  {
    id: 'dataWords',
    about: { ru: 'слова о данных: суммы, остатки, показатели', en: 'words of data: sums, balances, figures' },
  },
  {
    id: 'callMeWords',
    about: { ru: 'просьбы позвонить вместо вопроса', en: 'words that ask to be called instead of asking' },
  },
  { id: 'askWords', about: { ru: 'вопросительные слова', en: 'words that ask' } },
  {
    id: 'questionAnnounced',
    about: {
      ru: 'слова, которые сами вопроса не составляют',
      en: 'words that make no question by themselves',
    },
  },
  { id: 'attachedWords', about: { ru: 'слова о вложениях', en: 'words of attachments' } },
];
