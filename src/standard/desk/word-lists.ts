import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which letters are read; `rules/vocabulary/` fills them. */
export const wordLists: readonly WordListDefinition[] = [
  list(
    'letterHeads',
    'начало чужого или прежнего письма внутри письма',
    'the head of another or an earlier letter inside a letter',
  ),
  list(
    'headerFields',
    'строки заголовка письма: две подряд начинают чужое письмо',
    'header lines of a letter: two in a row begin another one',
  ),
  list(
    'senderFields',
    'строка заголовка, по которой видно, что это заголовок письма',
    'the header line without which there is no head of a letter',
  ),
  list('forwardHeads', 'начало пересланного письма', 'the head of a letter that is passed on'),
  list(
    'disclaimers',
    'то, что почтовые серверы добавляют к письму: оговорки, предупреждения',
    'what mail servers add to a letter: disclaimers, warnings',
  ),
  list('signatureStarts', 'начало подписи', 'the beginning of a signature'),
  list('greetings', 'приветствия', 'greetings'),
  list('pleasantries', 'вежливые слова, которые ничего не меняют', 'polite words that change nothing'),
  list('thanks', 'благодарности', 'thanks'),
  list(
    'affirmations',
    'согласие: при открытом вопросе может быть ответом',
    'assent: while a question is open it can be the answer',
  ),
  list('contentment', 'слова о том, что всё получилось', 'words that say all is well'),
  list(
    'objections',
    'слова, после которых благодарность – не только благодарность',
    'words after which thanks are not only thanks',
  ),
  list('promises', 'обещания ответить позже', 'promises to answer later'),
  list('autoReplies', 'слова автоответов', 'words of auto-replies'),
  list('absences', 'слова об отсутствии', 'words of absence'),
  list('troubles', 'неполадки: о них автоответ не пишет', 'troubles, of which no auto-reply speaks'),
  list('bounces', 'слова уведомлений о недоставке', 'words of undelivered mail'),
  list('requests', 'просьбы сотрудника к клиенту', "an agent's requests to the customer"),
  list('weakRequests', 'просьбы, без ответа на которые работа не стоит', 'requests that no work waits for'),
  list(
    'forUs',
    'слова, с которыми указание – просьба к клиенту',
    'words with which an instruction is a request to the customer',
  ),
  list('askedOfOthers', 'просьбы, обращённые не к клиенту', 'what is to be asked of others'),
  list('conditions', 'условия: просьба только на случай', 'conditions: a request only in case'),
  list('courtesies', 'вежливые обороты, которые ничего не спрашивают', 'courtesies that ask nothing'),
  list('secondPerson', 'обращение к собеседнику', 'words that address somebody'),
  list('questionWords', 'вопросительные слова', 'question words'),
  list('hollowAnswers', 'ответы без содержания', 'answers without content'),
  list(
    'answerTags',
    'пометки сотрудника о том, что клиент ответил',
    "an agent's tags that the customer has answered",
  ),
];

function list(id: string, ru: string, en: string): WordListDefinition {
  return { id, about: { ru, en } };
}
