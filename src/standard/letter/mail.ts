import type { Channel } from '#core/ticket/ticket.ts';
import { plainText } from './plain-text.ts';

/** A file that came with a letter. */
export interface MailFile {
  readonly name: string;
  readonly bytes: number;
  /** Shown within the text, as the pictures of signatures are. */
  readonly inline: boolean;
}

/** A letter by itself, as a mailbox, a portal or an operator at the telephone hands it over. */
export interface Mail {
  readonly channel: Channel;
  readonly subject: string;
  /** `Name <address>`, either may be missing. */
  readonly from: string;
  readonly body: string;
  readonly attachments: readonly MailFile[];
}

/** The same letter with its words as they are read. */
export function plainMail(mail: Mail): Mail {
  return {
    ...mail,
    subject: plainText(mail.subject),
    from: plainText(mail.from),
    body: plainText(mail.body),
  };
}

export interface Sender {
  /** As the mail program shows it; may be empty. */
  readonly name: string;
  readonly address: string | undefined;
}

/** Reads the head of a letter: `Иванова А. П. <ivanova@school5.example>` (RFC 5322, 3.4). */
export function senderOf({ from }: Pick<Mail, 'from'>): Sender {
  const angled = /^(.*?)<([^<>]*)>\s*$/su.exec(from);
  const name = (angled?.[1] ?? (from.includes('@') ? '' : from)).trim().replace(/^["'«]+|["'»]+$/gu, '');
  const address = (angled?.[2] ?? (from.includes('@') ? from : '')).trim();
  return { name, address: address === '' ? undefined : address };
}
