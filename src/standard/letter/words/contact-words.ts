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
  {
    id: 'mailProgramLines',
    about: {
      ru: 'строки, которые добавляет почтовая программа: в них никто не подписывается',
      en: 'lines that mail programs add: nobody signs there',
    },
  },
  {
    id: 'commercialForms',
    about: {
      ru: 'формы коммерческих организаций: посреди письма – чаще чужая',
      en: 'forms of firms: inside a letter mostly somebody else’s',
    },
  },
  {
    id: 'givenNames',
    about: {
      ru: 'имена людей, полные и краткие',
      en: 'given names of people, in full and in short',
    },
  },
  {
    id: 'roleWords',
    about: {
      ru: 'должности: не имя человека',
      en: 'offices that people hold: no name',
    },
  },
  {
    id: 'notNames',
    about: {
      ru: 'слова с большой буквы, которые не имя человека',
      en: 'words with a capital that are no name of a person',
    },
  },
  {
    id: 'namedAfter',
    about: {
      ru: 'слова, за которыми имя – улицы, города или того, в чью честь названо',
      en: 'words behind which a name is a street’s or a town’s',
    },
  },
  {
    id: 'othersWords',
    about: {
      ru: 'слова, за которыми имя или организация – те, о ком письмо, а не кто пишет',
      en: 'words behind which a name or an organisation is whom the letter is about',
    },
  },
  {
    id: 'parameterPlaces',
    about: {
      ru: 'слова, за которыми организация – параметр или обслуживаемое учреждение',
      en: 'words behind which an organisation is a parameter, or one that is served',
    },
  },
  {
    id: 'nameFields',
    about: {
      ru: 'подписи полей формы, в которых стоит имя обратившегося',
      en: 'labels of form fields that hold the name of whoever asks',
    },
  },
  {
    id: 'organizationFields',
    about: {
      ru: 'подписи полей формы, в которых стоит организация',
      en: 'labels of form fields that hold the organisation',
    },
  },
  {
    id: 'emptyFields',
    about: { ru: 'что пишут в пустом поле формы', en: 'what is put into a form field that stays empty' },
  },
  {
    id: 'introductions',
    about: {
      ru: 'слова, которыми пишущий называет себя, а оператор – звонившего',
      en: 'words by which a writer, or an operator a caller, is introduced',
    },
  },
  {
    id: 'supportMails',
    about: {
      ru: 'почта самой поддержки: не почта клиента',
      en: "the desk's own addresses: not the customer's",
    },
  },
  {
    id: 'supportNames',
    about: {
      ru: 'как поддержка подписывает письма',
      en: 'how the desk signs letters',
    },
  },
  {
    id: 'gatewaySenders',
    about: {
      ru: 'отправители-машины: ответ туда никто не прочтёт',
      en: 'senders that are machines: nobody reads what is sent there',
    },
  },
];
