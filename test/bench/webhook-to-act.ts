import type { CastId } from '#demo/cast.ts';
import { USUAL_RIVALS } from '#demo/demo-rivals.ts';
import { type OpenedStage, openStage } from '#demo/stage.ts';
import { DEMO_STARTS_AT } from '#demo/stories/all.ts';
import { DEMO_CONFIGURATION, RULES } from '#test/support/played-desk.ts';
import type { Measured } from './figure.ts';
import { percentile } from './statistics.ts';

const TICKETS = 60;

const CUSTOMERS: readonly CastId[] = ['marina', 'denis', 'irina', 'elena', 'svetlana', 'nina'];

/** From the customer's letter to our act in Jira, both over HTTP, and the memory of the service before and after. */
export async function serviceUnderLoad(): Promise<Measured> {
  const stage = await openStage({
    language: 'ru',
    configuration: DEMO_CONFIGURATION,
    rules: RULES,
    startsAt: DEMO_STARTS_AT,
    rivals: USUAL_RIVALS,
    // A bench is no accident: so many acts in one virtual minute would blow the fuse.
    overlay: { fuse: { effectsPerTicketPerHour: 1000, effectsPerRun: 10_000 } },
  });
  try {
    const idleMegabytes = await residentMegabytes(stage);
    const milliseconds: number[] = [];
    for (let index = 0; index < TICKETS; index += 1)
      milliseconds.push(await lettersWayThrough(stage, `ticket ${index}`, index));
    const megabytesAfterwards = await residentMegabytes(stage);
    return {
      title: 'the service with a Jira, both over HTTP: a letter that takes a solved request back to work',
      method: `${TICKETS} letters, one after the other, from the customer's sending to our change of status in Jira; one run.`,
      figures: [
        { name: 'letter to act, median', value: percentile(milliseconds, 0.5), unit: 'ms' },
        { name: 'letter to act, p95', value: percentile(milliseconds, 0.95), unit: 'ms' },
        { name: 'memory, idle', value: idleMegabytes, unit: 'MB' },
        { name: 'memory after the letters', value: megabytesAfterwards, unit: 'MB' },
      ],
    };
  } finally {
    await stage.close();
  }
}

/** Solves a request, lets its customer answer, and waits until we have taken it back to work. */
async function lettersWayThrough(stage: OpenedStage, ticket: string, index: number): Promise<number> {
  const { people, simulator } = stage;
  const who = CUSTOMERS[index % CUSTOMERS.length] ?? 'marina';
  const text = { ru: 'Не получается распечатать ведомость.', en: 'The sheet cannot be printed.' };
  const at = '';
  await people.perform({ at, who, ticket, does: 'mails', kind: 'error', subject: text, text });
  await people.perform({
    at,
    who: 'olga',
    ticket,
    does: 'answers',
    text: { ru: 'Исправлено.', en: 'Fixed.' },
  });
  await people.perform({ at, who: 'olga', ticket, does: 'moves', to: 'resolved' });
  await settled(stage);
  const { happenings } = await simulator.idle();
  const reply = { ru: 'Обновились, ошибка осталась.', en: 'We have updated, the error is still there.' };
  const sentAt = performance.now();
  await people.perform({ at, who, ticket, does: 'mails', text: reply });
  for (;;) {
    const acts = await simulator.happeningsAfter(happenings);
    if (acts.some(({ by, kind }) => by.accountId === 'reglament-bot' && kind === 'changed'))
      return performance.now() - sentAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function settled({ service, simulator }: OpenedStage): Promise<void> {
  while (!(await simulator.idle()).idle || !(await service.idle()).idle)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

async function residentMegabytes({ service }: OpenedStage): Promise<number> {
  const metrics = await (await fetch(`${service.url()}/metrics`)).text();
  const bytes = /^reglament_resident_memory_bytes (\d+)/m.exec(metrics)?.[1];
  return Math.round(Number(bytes) / 1e6);
}
