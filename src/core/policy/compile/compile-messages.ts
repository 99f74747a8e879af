import type { Bilingual, Language } from '#core/calendar/bilingual.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import type { JsonDocument } from '#core/policy/source/document.ts';
import { compileMessage, type MessageTexts } from '#core/policy/text/messages.ts';

interface MessagesFile {
  readonly language: Language;
  readonly messages: Readonly<Record<string, string | readonly string[]>>;
}

export interface CompiledMessages {
  /** Ids of all messages, those with mistakes included: one mistake is not reported as another. */
  readonly ids: ReadonlySet<string>;
  /** Messages that can be formatted in both languages. */
  readonly texts: MessageTexts;
  readonly diagnostics: readonly Diagnostic[];
}

export function compileMessages(documents: readonly JsonDocument[]): CompiledMessages {
  const read = documents.flatMap((document) => messagesIn(document));
  const texts = new Map<string, Partial<Record<Language, string>>>();
  for (const { id, language, text, wrong } of read) {
    texts.set(id, { ...texts.get(id), ...(wrong === undefined ? { [language]: text } : {}) });
  }
  const diagnostics = read.flatMap(({ document, id, language, wrong }) => {
    if (wrong !== undefined) return [unformattable(document, id, wrong)];
    const other = language === 'ru' ? 'en' : 'ru';
    const translated = read.some((message) => message.id === id && message.language === other);
    return translated ? [] : [untranslated(document, id, other)];
  });
  const whole = [...texts].filter(([, text]) => text.ru !== undefined && text.en !== undefined);
  return {
    ids: new Set(texts.keys()),
    texts: Object.fromEntries(whole) as Readonly<Record<string, Bilingual>>,
    diagnostics,
  };
}

interface ReadMessage {
  readonly document: JsonDocument;
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly wrong?: string;
}

function messagesIn(document: JsonDocument): readonly ReadMessage[] {
  const { language, messages } = document.value as MessagesFile;
  return Object.entries(messages).map(([id, written]) => {
    const text = typeof written === 'string' ? written : written.join('\n\n');
    const compiled = compileMessage(text, language);
    return { document, id, language, text, ...('wrong' in compiled ? { wrong: compiled.wrong } : {}) };
  });
}

function unformattable(document: JsonDocument, id: string, why: string): Diagnostic {
  return document.diagnose(
    'RGL2006',
    ['messages', id],
    {
      ru: `сообщение «${id}» не составить: ${why}`,
      en: `the message "${id}" cannot be formatted: ${why}`,
    },
    {
      hint: {
        ru: 'ICU MessageFormat: {подстановка}, {число, plural, one {…} few {…} many {…} other {…}}',
        en: 'ICU MessageFormat: {placeholder}, {count, plural, one {…} few {…} many {…} other {…}}',
      },
    },
  );
}

function untranslated(document: JsonDocument, id: string, language: Language): Diagnostic {
  return document.diagnose(
    'RGL1105',
    ['messages', id],
    {
      ru: `сообщения «${id}» нет на языке ${language}`,
      en: `the message "${id}" is missing in ${language}`,
    },
    {
      hint: {
        ru: `напишите его и в rules/messages/${language}.json`,
        en: `write it in rules/messages/${language}.json too`,
      },
      atKey: true,
    },
  );
}
