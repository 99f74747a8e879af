import { type CollectedMail, mailInWords } from './mailbox.ts';
import { type Page, wrapped } from './page.ts';
import type { DemoReport } from './report.ts';

const WORDS = {
  ru: { title: 'Что получили клиенты', others: 'писем остальным клиентам' },
  en: { title: 'What the customers got', others: 'mails to the other customers' },
} as const;

const MARGIN = ' '.repeat(4);

/** The mailboxes of the stories' customers, each in the order in which its mails came. */
export function printMailboxes(
  page: Page,
  { tickets }: DemoReport,
  mails: readonly CollectedMail[],
  zone: string,
): void {
  const words = WORDS[page.language];
  const told = new Set(tickets.filter(({ story }) => story !== null).map(({ key }) => key));
  const own = mails.filter(({ issueKey }) => told.has(issueKey));
  page.print('');
  page.print(page.paint('bold', `══ ${words.title} ${'═'.repeat(50)}`));
  for (const [name, box] of Object.entries(Object.groupBy(own, ({ to }) => to.name))) {
    page.print('');
    page.print(`✉ ${page.paint('bold', name)}: ${box?.length ?? 0}`);
    for (const mail of box ?? []) printMail(page, mail, zone);
  }
  const others = mails.length - own.length;
  if (others > 0) page.print(page.paint('dim', `\n${words.others}: ${others}`));
}

function printMail(page: Page, mail: CollectedMail, zone: string): void {
  const [head = '', ...text] = mailInWords(mail, zone, page.language).split('\n\n');
  page.print('');
  for (const line of head.split('\n')) page.print(page.paint('dim', `${MARGIN}${line}`));
  for (const paragraph of text) {
    page.print('');
    for (const line of wrapped(paragraph, MARGIN)) page.print(line);
  }
}
