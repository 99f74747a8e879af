import type { Language } from '#core/calendar/bilingual.ts';
import type { DocumentPoint, RegulationDocument } from '#core/prose/regulation-document.ts';

const WORDS = {
  ru: { letters: 'Письма, которые вы можете получить', of: 'п.', note: 'Важно.' },
  en: { letters: 'Letters that you may get', of: 'rules', note: 'Please note.' },
} as const;

/** The regulation as a Markdown file, to be published where customers look. */
export function documentMarkdown(document: RegulationDocument, language: Language): string {
  const words = WORDS[language];
  const sections = document.sections.map(({ number, heading, points }) => {
    const title = [`${number}.`, heading].filter(Boolean).join(' ');
    const paragraphs = points.map((point) => {
      const said = [labelOf(point, number, language), point.text].filter(Boolean).join(' ');
      return point.example === undefined ? said : `${said}\n\n> ${point.example.text}`;
    });
    return [`${number.includes('.') ? '###' : '##'} ${title}`, ...paragraphs].join('\n\n');
  });
  const letters = document.letters.map(({ name, clauses, text }) => {
    const points = [...new Set(clauses.map((id) => id.split('-')[0]))].join(', ');
    return `### ${name} (${words.of} ${points})\n\n${quoted(text)}`;
  });
  return [`# ${document.name}`, ...sections, `## ${words.letters}`, ...letters].join('\n\n');
}

function labelOf({ number }: DocumentPoint, section: string, language: Language): string {
  if (number === section) return '';
  if (/^[A-Z]/.test(number)) return `**${WORDS[language].note}**`;
  return number.includes('.') ? `**${number}.**` : `**${number})**`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
