import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which a request is told to be of a kind, and what it is about. */
export const kindWords: readonly WordListDefinition[] = [
  { id: 'documentWords', about: { ru: 'слова о документах', en: 'words of documents' } },
  { id: 'directoryWords', about: { ru: 'слова о справочниках', en: 'words of directories' } },
  { id: 'reportWords', about: { ru: 'слова об отчётах', en: 'words of reports' } },
  { id: 'routeWords', about: { ru: 'слова о маршрутах согласования', en: 'words of approval routes' } },
  {
    id: 'systemWords',
    about: {
      ru: 'слова о программе целиком: не запускается, зависает',
      en: 'words of the program as a whole: it does not start, it hangs',
    },
  },
  {
    id: 'administrationWords',
    about: {
      ru: 'слова об администрировании: пароли, доступы, роли',
      en: 'words of administration: passwords, access, roles',
    },
  },
];
