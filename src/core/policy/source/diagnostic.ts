import type { Bilingual } from '#core/calendar/bilingual.ts';

/** A finding about a file that an author wrote: positioned, explained, collected; never thrown. */
export interface Diagnostic {
  /** `RGL1101`; see {@link DIAGNOSTIC_CODES}. A code is never given another meaning. */
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** The file as it was named to the program, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units as editors count. */
  readonly column: number;
  /** Column after the last character, on the same line. */
  readonly endColumn: number;
  readonly message: Bilingual;
  /** What to do about it. */
  readonly hint?: Bilingual;
  /** The text that would stand there rightly, where one is surely meant. */
  readonly fix?: string;
}

/** Every code and what it says: 1xxx form and names, 2xxx meaning, 3xxx coverage, 4xxx settings. */
export const DIAGNOSTIC_CODES = {
  RGL1001: { ru: 'файл – не JSON', en: 'the file is not JSON' },
  RGL1002: { ru: 'ключ указан дважды', en: 'a key is given twice' },
  RGL1003: { ru: 'такого ключа здесь нет', en: 'a key is not known here' },
  RGL1004: { ru: 'не хватает ключа', en: 'a key is missing' },
  RGL1005: { ru: 'значение не того типа', en: 'a value is of the wrong type' },
  RGL1006: { ru: 'значение не из допустимых', en: 'a value is none of those allowed' },
  RGL1007: { ru: 'значение записано неверно', en: 'a value has the wrong form' },
  RGL1008: { ru: 'нет файла', en: 'a file is missing' },
  RGL1101: { ru: 'неизвестный факт', en: 'unknown fact' },
  RGL1102: { ru: 'неизвестный оператор', en: 'unknown operator' },
  RGL1103: { ru: 'неизвестный вид действия', en: 'unknown kind of effect' },
  RGL1104: { ru: 'неизвестный параметр', en: 'unknown parameter' },
  RGL1105: { ru: 'неизвестное сообщение', en: 'unknown message' },
  RGL1106: { ru: 'неизвестный пункт правил', en: 'unknown clause' },
  RGL1107: { ru: 'неизвестный срок', en: 'unknown deadline' },
  RGL1108: { ru: 'неизвестный момент', en: 'unknown moment' },
  RGL1109: { ru: 'неизвестная нижняя граница срока', en: 'unknown lower bound of a deadline' },
  RGL1110: { ru: 'неизвестная подстановка в сообщении', en: 'unknown placeholder in a message' },
  RGL1111: { ru: 'неизвестное условие', en: 'unknown condition' },
  RGL1112: { ru: 'неизвестный список слов', en: 'unknown list of words' },
  RGL1113: { ru: 'неизвестное название дня в календаре', en: 'unknown day name in a calendar' },
  RGL1201: { ru: 'неизвестный человек', en: 'unknown person' },
  RGL1202: { ru: 'неизвестное обращение', en: 'unknown ticket' },
  RGL1203: { ru: 'неизвестное правило', en: 'unknown rule' },
  RGL2001: { ru: 'имя уже занято', en: 'a name is taken already' },
  RGL2002: {
    ru: 'этот оператор не сравнивает этот факт с таким значением',
    en: 'an operator cannot compare this fact with this value',
  },
  RGL2003: {
    ru: 'правило побеспокоило бы клиента, хотя уверенности нет',
    en: 'a rule would act towards a customer on something that is not sure',
  },
  RGL2004: { ru: 'промежуток времени, который нельзя отсчитать', en: 'a time span that cannot be counted' },
  RGL2005: {
    ru: 'образец, который нельзя искать за линейное время',
    en: 'a pattern that cannot be compiled, or not in linear time',
  },
  RGL2006: { ru: 'сообщение, которое нельзя составить', en: 'a message that cannot be formatted' },
  RGL2007: {
    ru: 'условия ссылаются друг на друга по кругу',
    en: 'conditions refer to each other in a circle',
  },
  RGL2008: {
    ru: 'нет такого календаря, часового пояса или региона',
    en: 'a calendar, zone or region that does not exist',
  },
  RGL2009: { ru: 'параметры, которых факт не принимает', en: 'parameters that a fact does not take' },
  RGL2011: {
    ru: 'значение параметра, которого не ждёт ни одно условие',
    en: 'a parameter has a value that no condition expects',
  },
  RGL2010: {
    ru: 'подстановка, которую это действие не заполняет',
    en: 'a placeholder that this effect does not fill',
  },
  RGL2012: {
    ru: 'условия, которые исключают друг друга',
    en: 'conditions that exclude each other',
  },
  RGL2013: {
    ru: 'правило, которое ничего не делает: раньше него всегда срабатывает другое',
    en: 'a rule that does nothing, for another one always goes before it',
  },
  RGL2014: {
    ru: 'два правила одного приоритета хотят разного',
    en: 'two rules of the same priority want different things',
  },
  RGL2015: {
    ru: 'образец, который пробуют на каждом месте каждого письма',
    en: 'a pattern that is tried at every place of every letter',
  },
  RGL2101: {
    ru: 'шаг сценария раньше предыдущего',
    en: 'a step of a scenario is earlier than the one before it',
  },
  RGL2102: { ru: 'время в сценарии, которого нет', en: 'a time in a scenario that does not exist' },
  RGL3001: { ru: 'пункт правил, который никто не соблюдает', en: 'a clause that nobody keeps' },
  RGL3002: { ru: 'параметр, который никто не использует', en: 'a parameter that nothing uses' },
  RGL3003: { ru: 'условие, на которое никто не ссылается', en: 'a condition that nothing refers to' },
  RGL3004: { ru: 'календарь, который скоро кончится', en: 'a calendar that ends soon' },
  RGL3005: { ru: 'пункт называет дни своим числом', en: 'a clause names days by a number of its own' },
  RGL4001: { ru: 'режим для того, чего нет', en: 'a mode for something that does not exist' },
  RGL4002: { ru: 'одно название означает две вещи', en: 'one name mapped to two things' },
  RGL4003: { ru: 'настройка, которая не может работать', en: 'a setting that cannot work' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** By file, line, column, code: the same findings always print in the same order. */
export function inFileOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message.en, b.message.en)
  );
}

/** Findings in file order, each once. */
export function tidyDiagnostics(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...found].sort(inFileOrder);
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === undefined || inFileOrder(before, diagnostic) !== 0;
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
