import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read where an error is, and what is told of it. */
export const errorWords: readonly WordListDefinition[] = [
  {
    id: 'stepWords',
    about: { ru: 'слова о действиях в программе', en: 'words of what somebody did in the program' },
  },
  {
    id: 'entityPaths',
    about: { ru: 'пути навигатора, названные прямо', en: 'navigator paths that are named as such' },
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
    about: { ru: 'любой документ, все документы', en: 'any document, all documents' },
  },
  { id: 'reportParameterWords', about: { ru: 'параметры отчётов', en: 'parameters of reports' } },
  {
    id: 'parameterWords',
    about: {
      ru: 'слово «параметры»: на картинке могут быть они',
      en: 'the word "parameters": a picture may show them',
    },
  },
  {
    id: 'messageShown',
    about: {
      ru: 'слова о том, что система показала сообщение',
      en: 'words that tell of a message that the system showed',
    },
  },
  {
    id: 'messageWords',
    about: {
      ru: 'сам текст сообщения, пересказанный в письме',
      en: 'the message itself, as a letter tells it',
    },
  },
  { id: 'errorTexts', about: { ru: 'коды и тексты ошибок', en: 'codes and texts of errors' } },
  { id: 'wrongDataWords', about: { ru: 'слова о неверных данных', en: 'words of wrong data' } },
  { id: 'attachedWords', about: { ru: 'слова о вложениях', en: 'words of attachments' } },
];
