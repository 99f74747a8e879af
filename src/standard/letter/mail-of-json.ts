import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { Mail, MailFile } from './mail.ts';

const CHANNELS = ['email', 'phone', 'portal'] as const;

type Read<What> = What | { readonly wrong: Bilingual };

/**
 * Reads a letter as `reglament read` takes it: `{"id","channel","subject","from","body","attachments"}`, any of them
 * may be missing. What is there has to be what it should be.
 */
export function mailOf(json: unknown): Read<{ readonly mail: Mail }> {
  if (!isObject(json)) return wrong('это не объект JSON', 'this is no JSON object');
  for (const name of ['subject', 'from', 'body']) {
    const text = json[name];
    if (text !== undefined && text !== null && typeof text !== 'string') {
      return wrong(`«${name}» – не строка`, `"${name}" is no string`);
    }
  }
  const channel = json.channel ?? 'email';
  const known = CHANNELS.find((one) => one === channel);
  if (known === undefined) {
    const names = CHANNELS.join(', ');
    return wrong(`«channel» бывает ${names}`, `"channel" is one of ${names}`);
  }
  const files = json.attachments ?? [];
  if (!Array.isArray(files)) return wrong('«attachments» – не список', '"attachments" is no list');
  const attachments = files.map(fileOf);
  const bad = attachments.indexOf(undefined);
  if (bad !== -1) {
    return wrong(
      `«attachments[${bad}]» – не {"name", "bytes", "inline"}`,
      `"attachments[${bad}]" is no {"name", "bytes", "inline"}`,
    );
  }
  return {
    mail: {
      channel: known,
      subject: text(json.subject),
      from: text(json.from),
      body: text(json.body),
      attachments: attachments.flatMap((file) => file ?? []),
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A file whose size is not told is taken for content. */
function fileOf(value: unknown): MailFile | undefined {
  if (!isObject(value) || typeof value.name !== 'string') return undefined;
  const { name, bytes = Number.MAX_SAFE_INTEGER, inline = false } = value;
  if (typeof bytes !== 'number' || typeof inline !== 'boolean') return undefined;
  return { name, bytes, inline };
}

function wrong(ru: string, en: string): { readonly wrong: Bilingual } {
  return { wrong: { ru, en } };
}
