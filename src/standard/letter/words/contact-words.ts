import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read who writes, and from where. */
export const contactWords: readonly WordListDefinition[] = [
  {
    id: 'organizationWords',
    about: { ru: 'слова, которые называют организацию', en: 'words that name an organisation' },
  },
  {
    id: 'departmentWords',
    about: {
      ru: 'слова о подразделении: организация может быть не названа',
      en: 'words of a department: the organisation may not be named',
    },
  },
  { id: 'phoneWords', about: { ru: 'слова рядом с телефоном', en: 'words beside a telephone number' } },
  {
    id: 'supportPhones',
    about: {
      ru: 'телефоны самой поддержки: они не телефон клиента',
      en: "the desk's own numbers: not the customer's",
    },
  },
  {
    id: 'publicMail',
    about: {
      ru: 'почта для всех: адрес там ничего не говорит об организации',
      en: 'mail for everybody: an address there tells nothing of an organisation',
    },
  },
];
