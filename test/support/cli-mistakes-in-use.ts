import type { Mistake } from './cli-mistakes.ts';

const REOPENING = 'reopening.policy.json';
const CLARIFICATION = 'clarification.policy.json';

/** What is well written and can hardly be meant so. */
export const MISTAKES_IN_USE: readonly Mistake[] = [
  {
    code: 'RGL2012',
    file: REOPENING,
    from: `        "all": [
          { "fact": "ticketState", "operator": "equal", "value": "closed" },
          { "fact": "eventBy", "operator": "in", "value": ["customer", "unknown"] },
          { "fact": "replyIntent", "operator": "in", "value": ["message", "promise", "unsure"] },`,
    to: `        "all": [
          { "fact": "ticketState", "operator": "equal", "value": "closed" },
          { "fact": "ticketState", "operator": "equal", "value": "inProgress" },
          { "fact": "replyIntent", "operator": "in", "value": ["message", "promise", "unsure"] },`,
    ru: 'правило «look-at-closed-requests» не сработает никогда: его условия исключают друг друга',
    en: 'the rule "look-at-closed-requests" can never fire: its conditions exclude each other',
  },
  {
    code: 'RGL2012',
    file: REOPENING,
    from: `          "conditions": { "fact": "customersReturn", "operator": "equal", "value": true }
        },
        {
          "kind": "openTicket",`,
    to: `          "conditions": ⟦{ "fact": "closedAsDuplicate", "operator": "equal", "value": true }⟧
        },
        {
          "kind": "openTicket",`,
    ru: 'этого действия не будет никогда: его условие исключает условия правила «late-return»',
    en: 'this effect can never be: its condition excludes those of the rule "late-return"',
  },
  {
    code: 'RGL2013',
    file: REOPENING,
    from: `    {
      "id": "look-at-thanks",`,
    to: `    {
      "id": ⟦"put-back-quietly"⟧,
      "name": { "ru": "Тихо назад", "en": "Quietly back" },
      "clauses": ["5.3.1-4a"],
      "on": ["transitioned"],
      "conditions": {
        "all": [
          { "fact": "customersReturn", "operator": "equal", "value": true },
          { "fact": "eventBy", "operator": "equal", "value": "agent" },
          { "fact": "returnIntent", "operator": "equal", "value": "thanks" }
        ]
      },
      "event": { "type": "put-back" },
      "effects": [{ "kind": "transition", "to": "inProgress" }]
    },
    {
      "id": "look-at-thanks",`,
    ru: 'правило «put-back-quietly» ничего не делает: раньше него обращение всегда переводит «thanks-reopen-nothing»',
    en: 'the rule "put-back-quietly" does nothing: "thanks-reopen-nothing" always moves the ticket before it',
  },
  {
    code: 'RGL2014',
    file: REOPENING,
    from: `      "on": ["transitioned"],
      "priority": 2,`,
    to: `      "on": ["transitioned"],`,
    ru: 'правило «restore-after-our-reply» может тогда же перевести обращение в другое состояние; у обоих приоритет 1',
    en: 'the rule "restore-after-our-reply" may move the ticket to another state at the same time; both have the priority 1',
  },
  {
    code: 'RGL2015',
    file: 'vocabulary/conversation.json',
    from: '"greetings": {\n      "ru": [',
    to: '"greetings": {\n      "ru": [\n        ⟦"/да+/"⟧,',
    ru: 'в образце нет ни одного слова от 3 букв: его пробуют на каждом месте каждого письма',
    en: 'no word of 3 letters or more stands in this pattern: it is tried at every place of every letter',
  },
  {
    code: 'RGL3001',
    file: 'regulation.json',
    from: '"clauses": {',
    to: '"clauses": {\n    ⟦"9.9-z"⟧: { "ru": "Отвечать стихами.", "en": "Answer in verse." },',
    ru: 'пункт 9.9-z не соблюдает ни одно правило',
    en: 'no rule keeps the clause 9.9-z',
  },
  {
    code: 'RGL3005',
    file: 'regulation.json',
    from: '"ru": "Рекомендуемый способ – электронная почта."',
    to: '"ru": ⟦"Рекомендуемый способ – почта: ответим за 2 рабочих дня."⟧',
    ru: 'пункт 5.2-a называет дни своим числом: параметр изменится, а текст – нет',
    en: 'the clause 5.2-a names days by a number of its own: the parameter may change, the text will not',
  },
  {
    code: 'RGL3002',
    file: CLARIFICATION,
    from: '"remindAfter": "3 business days"',
    to: '"remindAfter": "3 business days",\n    ⟦"remindTwice"⟧: true',
    ru: 'параметр «remindTwice» никем не используется: его изменение ничего не меняет',
    en: 'nothing uses the parameter "remindTwice": changing it changes nothing',
  },
  {
    code: 'RGL3003',
    file: CLARIFICATION,
    from: '"the-days-are-over": {',
    to: '⟦"nobody-asks"⟧: { "fact": "warned", "operator": "equal", "value": true },\n    "the-days-are-over": {',
    ru: 'на условие «nobody-asks» никто не ссылается',
    en: 'nothing refers to the condition "nobody-asks"',
  },
  {
    code: 'RGL3004',
    file: 'calendars/ru.calendar.json',
    from: '    "2027": {',
    to: '    "2037": {',
    ru: 'нет календаря на 2027 год: сроки, которые в него заходят, не считаются, и ничего не делается само',
    en: 'there is no calendar for 2027: deadlines that reach into it are not counted, and nothing is done by itself',
  },
];
