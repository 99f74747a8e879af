/* The people of the tests: customers, agents, an automation, and ourselves. */

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly accountType?: 'customer' | 'app' | 'atlassian';
}

export const ANNA: Someone = { id: 'anna', name: 'Петрова Анна Сергеевна', accountType: 'customer' };
export const BORIS: Someone = { id: 'boris', name: 'Смирнов Борис Иванович', accountType: 'customer' };
export const OLGA: Someone = { id: 'olga', name: 'Ольга Агентова', accountType: 'atlassian' };
export const IVAN: Someone = { id: 'ivan', name: 'Иван Агентов', accountType: 'atlassian' };
export const ROBOT: Someone = { id: 'automation-for-jira', name: 'Automation for Jira', accountType: 'app' };
export const BOT: Someone = { id: 'reglament-bot', name: 'Reglament', accountType: 'atlassian' };
export const BOT_ON_DATA_CENTER: Someone = { id: 'reglament', name: 'Reglament' };
