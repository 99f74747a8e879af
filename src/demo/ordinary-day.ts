import type { Language } from '#core/calendar/bilingual.ts';
import type { TellableHappening } from './jira-door.ts';

const WORDS = {
  ru: {
    day: 'Остальная служба',
    opened: 'новых обращений',
    solved: 'решено',
    letters: 'писем от клиентов',
    answers: 'ответов сотрудников',
    reglament: 'Регламент',
  },
  en: {
    day: 'The rest of the desk',
    opened: 'new requests',
    solved: 'solved',
    letters: 'letters from customers',
    answers: 'answers by agents',
    reglament: 'Reglament',
  },
} as const;

type Count = 'opened' | 'solved' | 'letters' | 'answers';

const COUNTS: readonly Count[] = ['opened', 'letters', 'answers', 'solved'];

/** What happened in a day beside the stories, to be told in a line. */
export class OrdinaryDay {
  readonly #counts: Record<Count, number> = { opened: 0, solved: 0, letters: 0, answers: 0 };
  /** Keys of tickets by the name of the rule that acted on them. */
  readonly #acts = new Map<string, string[]>();

  happened({ kind, by, public: isPublic, items = [] }: TellableHappening): void {
    if (kind === 'created') this.#counts.opened += 1;
    if (kind === 'commented' && isPublic === true) {
      this.#counts[by.accountType === 'customer' ? 'letters' : 'answers'] += 1;
    }
    const isSolved = items.some(({ field, to }) => field === 'resolution' && to !== null);
    if (isSolved) this.#counts.solved += 1;
  }

  acted(rule: string, key: string): void {
    this.#acts.set(rule, [...(this.#acts.get(rule) ?? []), key]);
  }

  /** @returns `undefined` when nothing happened */
  inWords(language: Language): string | undefined {
    const words = WORDS[language];
    const counts = COUNTS.filter((count) => this.#counts[count] > 0).map(
      (count) => `${words[count]}: ${this.#counts[count]}`,
    );
    const acts = [...this.#acts].map(([rule, keys]) => `${rule} (${[...new Set(keys)].join(', ')})`);
    if (counts.length === 0 && acts.length === 0) return undefined;
    const desk = counts.length === 0 ? '' : ` – ${counts.join(', ')}`;
    return `${words.day}${desk}${acts.length === 0 ? '' : `. ${words.reglament}: ${acts.join('; ')}`}`;
  }
}
