import type { StoredDecision, StoredEffect } from '#app/look-at-store.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { localTime } from '#core/policy/text/long-date.ts';

/** One time that the policy acted on a ticket. */
interface PolicyAct {
  readonly at: Temporal.Instant;
  readonly rule: string;
  readonly why: string | undefined;
  /** It only shows the ticket in a queue. */
  readonly isLabel: boolean;
}

const WORDS = {
  ru: {
    nothing: 'Регламент ничего не делал',
    opened: (old: string) => `открыто Регламентом: продолжение ${old}`,
  },
  en: { nothing: 'Reglament did nothing', opened: (old: string) => `opened by Reglament to continue ${old}` },
} as const;

/** What the policy did to a ticket, when and why, in the order in which it did. */
export function endInWords(
  key: string,
  decisions: readonly StoredDecision[],
  effects: readonly StoredEffect[],
  reglament: Reglament,
  language: Language,
): readonly string[] {
  const all = decisions
    .filter(({ ticketKey }) => ticketKey === key)
    .flatMap((decision) => actsOf(decision, effects, reglament, language));
  const major = all.filter(({ isLabel }) => !isLabel);
  const acts = major.length === 0 ? all : major;
  if (acts.length === 0) {
    const old = effects.find(({ data, remoteId }) => data.kind === 'openTicket' && remoteId === key);
    const words = WORDS[language];
    return [old === undefined ? words.nothing : words.opened(old.ticketKey)];
  }
  const zone = reglament.calendar.zone;
  return acts.map(
    ({ at, rule, why }) => `${localTime(at, zone, language)} – ${rule}${why === undefined ? '' : `. ${why}`}`,
  );
}

function actsOf(
  { id, trace }: StoredDecision,
  effects: readonly StoredEffect[],
  { rules }: Reglament,
  language: Language,
): readonly PolicyAct[] {
  return trace.rules.flatMap(({ rule, fired, why }) => {
    const done = effects.filter(
      (effect) => effect.decisionId === id && effect.rule === rule && effect.state === 'DONE',
    );
    const at = done[0]?.doneAt;
    if (!fired || at === undefined) return [];
    return [
      {
        at,
        rule: rules.find((known) => known.id === rule)?.name[language] ?? rule,
        why: why?.[language],
        isLabel: done.every(({ data }) => data.kind === 'label'),
      },
    ];
  });
}
