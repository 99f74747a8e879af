import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which it is told where an error happens. */
export const placeWords: readonly WordListDefinition[] = [
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
    id: 'documentSigns',
    about: {
      ru: 'что ещё говорит о документе: проводится, реестр',
      en: 'what else tells of a document: posting, register',
    },
  },
  {
    id: 'directorySigns',
    about: { ru: 'что ещё говорит о справочнике', en: 'what else tells of a directory' },
  },
  {
    id: 'reportSigns',
    about: {
      ru: 'что ещё говорит об отчёте: формируется, сальдо, итоги',
      en: 'what else tells of a report: generated, balance, totals',
    },
  },
  {
    id: 'routeSigns',
    about: {
      ru: 'что ещё говорит о маршруте: этап, виза, подписант',
      en: 'what else tells of a route: stage, signatory',
    },
  },
  {
    id: 'systemSigns',
    about: {
      ru: 'что ещё говорит о программе целиком: вход, обмен, печать',
      en: 'what else tells of the program as a whole: login, exchange, printing',
    },
  },
  {
    id: 'systemHints',
    about: {
      ru: 'что говорит о программе целиком, если больше ничего не названо: печать, обмен',
      en: 'what tells of the program as a whole where nothing else is named: printing, exchange',
    },
  },
];
