import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which requests are read: what they are about, and which information is there. */
export const requestWordLists: readonly WordListDefinition[] = [
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
  { id: 'desiredDates', about: { ru: 'слова о сроке', en: 'words of a date that is wished for' } },
  {
    id: 'datedPeriods',
    about: { ru: 'сроки: кварталы, недели, числа', en: 'dates: quarters, weeks, days of a month' },
  },
  { id: 'vagueDates', about: { ru: 'сроки, которые ничего не называют', en: 'dates that name nothing' } },
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
  {
    id: 'publicMail',
    about: {
      ru: 'почта для всех: адрес там ничего не говорит об организации',
      en: 'mail for everybody: an address there tells nothing of an organisation',
    },
  },
];
