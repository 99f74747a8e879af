import type { StopReport } from '#app/stops-at-work.ts';
import type { Language } from '#core/calendar/bilingual.ts';

/** By what everything is stopped, in one line; `undefined` parts are not told. */
export function stopInWords({ file, ticket }: StopReport, language: Language): string {
  const ru = language === 'ru';
  const parts = [
    ...(file === undefined ? [] : [noteInWords(ru ? 'файл остановки' : 'the stop file', file, language)]),
    ...(ticket === undefined
      ? []
      : [noteInWords(ru ? `метка на ${ticket.key}` : `the label on ${ticket.key}`, ticket, language)]),
  ];
  return parts.join('; ');
}

function noteInWords(
  what: string,
  { at, by, reason }: { readonly at?: string; readonly by?: string; readonly reason?: string },
  language: Language,
): string {
  const since = at === undefined || at === '' ? '' : `, ${language === 'ru' ? 'с' : 'since'} ${at}`;
  const who = by === undefined ? '' : `, ${by}`;
  return `${what}${since}${who}${reason === undefined ? '' : `: ${reason}`}`;
}
