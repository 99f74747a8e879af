import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read whether a request is ours to solve (2.4). */
export const scopeWords: readonly WordListDefinition[] = [
  {
    id: 'workstationTroubles',
    about: { ru: 'неполадки рабочего места (2.4)', en: 'troubles of the workstation (2.4)' },
  },
  {
    id: 'internetTroubles',
    about: { ru: 'неполадки интернета (2.4)', en: 'troubles of the internet (2.4)' },
  },
  {
    id: 'closedNetworkTroubles',
    about: { ru: 'неполадки закрытой сети (2.4)', en: 'troubles of a closed network (2.4)' },
  },
  {
    id: 'thirdPartyTroubles',
    about: { ru: 'неполадки чужих программ (2.4)', en: "troubles of other vendors' programs (2.4)" },
  },
  {
    id: 'ourProduct',
    about: {
      ru: 'слова о нашем продукте: тогда вопрос может быть к нам',
      en: 'words of our product: then it may be ours to solve',
    },
  },
  {
    id: 'scopeClearings',
    about: {
      ru: 'слова, которые снимают подозрение: принтер исправен, печатает не ту форму',
      en: 'words that clear the suspicion: the printer works, the wrong form is printed',
    },
  },
];
