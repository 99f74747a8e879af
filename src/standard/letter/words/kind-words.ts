import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which a request is told to be of a kind, and a letter to have its part in a conversation. */
export const kindWords: readonly WordListDefinition[] = [
  {
    id: 'administrationWords',
    about: {
      ru: 'слова об администрировании: пароли, доступы, роли',
      en: 'words of administration: passwords, access, roles',
    },
  },
  {
    id: 'faults',
    about: {
      ru: 'слова о неисправности: не проводится, ошибка, пустой',
      en: 'words of a fault: does not post, error, empty',
    },
  },
  {
    id: 'faultHints',
    about: {
      ru: 'намёки на неисправность: пишет, раньше, опять',
      en: 'hints at a fault: it says, used to, again',
    },
  },
  {
    id: 'noFaults',
    about: {
      ru: 'похоже на неисправность, но не она: не требуется, не могу найти',
      en: 'like a fault, but none: not required, cannot find out',
    },
  },
  {
    id: 'questions',
    about: {
      ru: 'вопросы: как сделать, где найти, что означает, можно ли',
      en: 'questions: how to, where is, what does it mean, is it possible',
    },
  },
  {
    id: 'questionHints',
    about: { ru: 'намёки на вопрос: подскажите, помогите', en: 'hints at a question: please tell, help' },
  },
  {
    id: 'noQuestions',
    about: {
      ru: 'похоже на вопрос, но не он: так как, как обычно, когда исправите',
      en: 'like a question, but none: how long will, what is wrong',
    },
  },
  {
    id: 'wishes',
    about: {
      ru: 'пожелания: просим доработать, было бы удобно, добавить поле',
      en: 'wishes: feature request, it would be nice, add a column',
    },
  },
  {
    id: 'wishHints',
    about: { ru: 'намёки на пожелание: вручную, неудобно', en: 'hints at a wish: manually, inconvenient' },
  },
  {
    id: 'noWishes',
    about: {
      ru: 'похоже на пожелание, но не оно: хотелось бы уточнить',
      en: 'like a wish, but none: I would like to know',
    },
  },
  {
    id: 'recordRequests',
    about: {
      ru: 'просьбы завести запись: добавьте контрагента, КБК',
      en: 'requests to enter a record: add a counterparty, a code',
    },
  },
  {
    id: 'administrationRequests',
    about: {
      ru: 'просьбы к администратору: сбросьте пароль, добавьте роль',
      en: 'requests to an administrator: reset a password, add a role',
    },
  },
  {
    id: 'ownMistakes',
    about: {
      ru: 'собственные ошибки пользователя: ввели не ту сумму, удалили случайно',
      en: "the user's own mistakes: entered a wrong sum, deleted by accident",
    },
  },
  {
    id: 'installUpdateWords',
    about: {
      ru: 'установка, обновление, перенос программы',
      en: 'installing, updating and moving the program',
    },
  },
  {
    id: 'faultNames',
    about: {
      ru: 'названия неисправностей: ошибка, сбой, проблема',
      en: 'names of faults: error, bug, problem',
    },
  },
  {
    id: 'wishNames',
    about: {
      ru: 'названия пожеланий: доработка, улучшение',
      en: 'names of wishes: feature request, improvement',
    },
  },
  {
    id: 'callMe',
    about: {
      ru: 'просьбы без содержания: перезвоните, помогите, см. файл',
      en: 'requests that tell nothing: call me, please help, see attached',
    },
  },
  {
    id: 'severalProblems',
    about: { ru: 'слова о том, что вопросов несколько', en: 'words that announce several questions' },
  },
  {
    id: 'problemStarts',
    about: {
      ru: 'с чего начинается другая проблема: второй вопрос, во-вторых',
      en: 'how another problem begins: second question, unrelated',
    },
  },
  {
    id: 'problemAdditions',
    about: {
      ru: 'с чего может начинаться другая проблема: также, кроме того, P.S.',
      en: 'how another problem may begin: also, besides, P.S.',
    },
  },
  {
    id: 'awayHints',
    about: {
      ru: 'слова об отсутствии: вернусь, по срочным вопросам',
      en: 'words of an absence: back on, for urgent matters',
    },
  },
  {
    id: 'acknowledgements',
    about: {
      ru: 'подтверждения роботов: ваше обращение принято',
      en: 'acknowledgements by robots: we have received your message',
    },
  },
  {
    id: 'answerWords',
    about: {
      ru: 'слова ответа: как вы просили, не помогло, верните в работу',
      en: 'words of an answer: as you asked, did not help, please reopen',
    },
  },
  {
    id: 'anewWords',
    about: {
      ru: 'слова о новом вопросе в старой переписке',
      en: 'words of a new question in an old conversation',
    },
  },
  {
    id: 'newThings',
    about: {
      ru: 'слова о том, чего в программе никогда не было: это пожелание, как бы его ни назвали',
      en: 'words of what the program never had: a wish, whatever it is called',
    },
  },
  {
    id: 'footers',
    about: {
      ru: 'приписки внизу писем и подписи полей формы: они ничего не говорят',
      en: 'footers of letters and labels of forms: they say nothing',
    },
  },
  {
    id: 'surelyAnswers',
    about: { ru: 'слова ответа в письме без «Re:»', en: 'words of an answer in a letter without "Re:"' },
  },
  {
    id: 'whyWords',
    about: {
      ru: 'почему: спрашивают о том, что выглядит неверным',
      en: 'why: asked about what looks wrong',
    },
  },
  {
    id: 'someoneWanted',
    about: {
      ru: 'поиски собеседника вместо вопроса: кто может ответить, велели обратиться',
      en: 'looking for somebody to talk to instead of asking: who can answer, told to write to you',
    },
  },
  {
    id: 'nuisances',
    about: {
      ru: 'как неудобно сейчас: сейчас не видно, приходится открывать каждый',
      en: 'how things are a nuisance today: at the moment it is not shown, we have to open each',
    },
  },
  {
    id: 'lostAccess',
    about: {
      ru: 'утраченный доступ: пароль забыт или истёк, вход заблокирован',
      en: 'lost access: a password forgotten or expired, locked out',
    },
  },
  {
    id: 'noAdministration',
    about: {
      ru: 'права, о которых говорит сообщение или догадка, а не просьба',
      en: 'rights of which a message or a guess speaks, not a request',
    },
  },
  {
    id: 'noInstallUpdate',
    about: {
      ru: 'слова о будущих версиях: в каком релизе ждать',
      en: 'words of versions to come: in which release',
    },
  },
  {
    id: 'sameAgain',
    about: {
      ru: 'слова о том же самом: та же ошибка, тоже, пробовали',
      en: 'words of the same thing again: the same, likewise, tried',
    },
  },
];
