/** What the automations write, as teams leave it after switching a preset on. */
export const AUTOMATION_TEXTS = {
  ru: {
    prompt: 'Здравствуйте! Мы всё ещё ждём вашего ответа. Напишите, пожалуйста, актуален ли вопрос.',
    expectations: 'Спасибо за обращение! Мы ответим вам в течение одного рабочего дня.',
  },
  en: {
    prompt: 'Hello! We are still waiting for your reply. Please let us know whether you still need help.',
    expectations: 'Thank you for your request! We will reply within one business day.',
  },
} as const;
