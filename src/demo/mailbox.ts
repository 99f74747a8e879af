import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#core/calendar/bilingual.ts';
import { localTime } from '#core/policy/text/long-date.ts';
import type { SimulatorControl } from './jira-door.ts';

/** A mail as it lies in a customer's mailbox. */
export interface CollectedMail {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly from: Correspondent;
  readonly to: Correspondent & { readonly accountId: string };
  readonly subject: string;
  readonly text: string;
  readonly issueKey: string;
  readonly causedBy: {
    readonly accountId: string;
    readonly kind: 'publicComment' | 'requestCreated' | 'requestResolved' | 'statusChanged';
    readonly commentId?: string;
  };
}

interface Correspondent {
  readonly name: string;
  readonly email: string;
}

export function mailsAfter({ door }: SimulatorControl, number: number): Promise<readonly CollectedMail[]> {
  return door('GET', `/sim/mails?after=${number}`);
}

const WORDS = {
  ru: { from: 'От', to: 'Кому', date: 'Дата', subject: 'Тема' },
  en: { from: 'From', to: 'To', date: 'Date', subject: 'Subject' },
} as const;

const HEAD_WIDTH = 9;

/** A mail as its reader sees it: the head, an empty line, the text. The date is the desk's. */
export function mailInWords(mail: CollectedMail, zone: string, language: Language): string {
  const words = WORDS[language];
  const head = (name: string, value: string) => `${`${name}:`.padEnd(HEAD_WIDTH)}${value}`;
  return [
    head(words.from, addressOf(mail.from)),
    head(words.to, addressOf(mail.to)),
    head(words.date, localTime(instantOf(mail), zone, language)),
    head(words.subject, mail.subject),
    '',
    mail.text,
  ].join('\n');
}

/** One file a mail; the names sort by time. */
export function writeMails(
  folder: string,
  mails: readonly CollectedMail[],
  zone: string,
  language: Language,
): void {
  mkdirSync(folder, { recursive: true });
  for (const mail of mails) {
    const file = path.join(folder, fileNameOf(mail, zone));
    writeFileSync(file, `${mailInWords(mail, zone, language)}\n`);
  }
}

/** `2027-02-20 09.00 0012 SUP-1 marina.txt` */
function fileNameOf(mail: CollectedMail, zone: string): string {
  const local = instantOf(mail).toZonedDateTimeISO(zone).toPlainDateTime();
  const time = local.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace(':', '.');
  const number = String(mail.number).padStart(4, '0');
  return `${time} ${number} ${mail.issueKey} ${mail.to.accountId}.txt`;
}

function instantOf({ at }: CollectedMail): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(at);
}

function addressOf({ name, email }: Correspondent): string {
  return `${name} <${email}>`;
}
