import type { PrintableSweep } from '#app/sweep-report.ts';
import { effectInWords } from '#core/decision/effect-in-words.ts';
import type { EffectData } from '#core/policy/language/effect-data.ts';
import type { WithholdReason } from '#evaluation/ports.ts';
import { capInWords } from './cap-text.ts';
import { stopInWords } from './stop-text.ts';
import { styled, type Terminal } from './terminal.ts';

const WORDS = {
  ru: {
    looked: (looked: number, due: number) => `Просмотрено обращений: ${looked}, из них по сроку: ${due}`,
    planned: 'Было бы сделано',
    done: 'Решено сделать',
    nothing: 'Делать нечего.',
    withheld: {
      observe: 'не выполняется: правило в режиме наблюдения (observe)',
      suggest: 'не выполняется, а предлагается заметкой (suggest)',
      baseline: 'не выполняется: это было до первого запуска',
      fuse: 'не выполняется: сработал предохранитель',
      cap: 'не выполняется, а предлагается: правило пока ограничено (cap)',
      silent: 'не отправляется: массовое изменение сделано без писем',
      bulk: 'не выполняется: массовое изменение только наблюдаем',
      stop: 'не выполняется: всё остановлено',
    },
    stopped: 'Всё остановлено',
    cap: 'Ограничение',
    calls: 'Запросы к Jira',
    failed: 'Не удалось просмотреть',
  },
  en: {
    looked: (looked: number, due: number) => `Tickets looked at: ${looked}, of them due: ${due}`,
    planned: 'Would be done',
    done: 'Decided to do',
    nothing: 'There is nothing to do.',
    withheld: {
      observe: 'not done: the rule only observes (observe)',
      suggest: 'not done, but proposed in a note (suggest)',
      baseline: 'not done: this was before the first start',
      fuse: 'not done: the fuse has blown',
      cap: 'not done, but proposed: the rule is capped for now (cap)',
      silent: 'not sent: the bulk change was made without mail',
      bulk: 'not done: a bulk change is only observed',
      stop: 'not done: everything is stopped',
    },
    stopped: 'Everything is stopped',
    cap: 'Cap',
    calls: 'Requests to Jira',
    failed: 'Could not be looked at',
  },
} as const;

interface PrintedEffect {
  readonly ticket: string;
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly withheldBecause?: WithholdReason | 'stop';
}

/** One sweep for people: every ticket with every act and its whole text. */
export function sweepInWords(report: PrintableSweep, dry: boolean, zone: string, terminal: Terminal): string {
  const words = WORDS[terminal.language];
  const effects = report.effects as readonly (PrintedEffect & EffectData)[];
  const lines = effects.map((effect) => {
    const { withheldBecause: because } = effect;
    const withheld = because === undefined ? '' : styled(terminal, 'dim', ` (${words.withheld[because]})`);
    const head = `${styled(terminal, 'bold', effect.ticket)} ${effect.rule} (${effect.clauses.join(', ')})${withheld}`;
    return `  ${head}\n    ${effectInWords(effect, terminal.language)}`;
  });
  const calls = Object.entries(report.calls).map(([name, count]) => `${name} ${count}`);
  return [
    words.looked(report.looked, report.due),
    ...(report.stop === undefined
      ? []
      : [`${words.stopped}: ${stopInWords(report.stop, zone, terminal.language)}`]),
    ...(report.caps ?? []).map((cap) => `${words.cap}: ${capInWords(cap, zone, terminal.language)}`),
    ...(report.failed === 0 ? [] : [`${words.failed}: ${report.failed}`]),
    ...(lines.length === 0 ? [words.nothing] : [`${dry ? words.planned : words.done}:`, ...lines]),
    `${words.calls}: ${calls.join(', ')}`,
  ].join('\n');
}
