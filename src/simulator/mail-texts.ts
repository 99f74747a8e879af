import type { Named } from './model.ts';

/** What Jira Service Management writes around what people have written. */
export interface MailTexts {
  readonly created: string;
  readonly shared: (name: string) => string;
  readonly resolved: (name: string, resolution: Named) => string;
  readonly moved: (name: string, status: Named) => string;
  readonly footer: (link: string) => string;
}

export const MAIL_TEXTS: Readonly<Record<'ru' | 'en', MailTexts>> = {
  ru: {
    created: 'Мы получили ваше обращение и уже работаем над ним.',
    shared: (name) => `С вами поделились обращением. Автор: ${name}.`,
    resolved: (name, { name: resolution }) => `Обращение решено: «${resolution}». Исполнитель: ${name}.`,
    moved: (name, { name: status }) => `Новый статус обращения: «${status}». Изменил(а): ${name}.`,
    footer: (link) => `Открыть обращение на портале: ${link}`,
  },
  en: {
    created: 'Just confirming that we got your request. We’re on it.',
    shared: (name) => `${name} shared a request with you.`,
    resolved: (name, { name: resolution }) => `${name} resolved this as ${resolution}.`,
    moved: (name, { name: status }) => `${name} changed the status to ${status}.`,
    footer: (link) => `View request on the portal: ${link}`,
  },
};
