/* What agents' replies ask; each line is a reply that people write. */
import { describe, expect, test } from 'vitest';
import { readQuestion, type Sure } from '#standard/letter/read-question.ts';
import { theReglament } from '#test/support/desk.ts';

function asks(sure: Sure, replies: readonly string[]): void {
  test.each(replies.map((reply) => [reply]))('%j', (reply) => {
    expect(readQuestion(reply, theReglament().words).asks).toBe(sure);
  });
}

describe('a request to the customer surely asks', () => {
  asks('yes', [
    'Пришлите, пожалуйста, журнал ошибок.',
    'Укажите, пожалуйста, номер документа.',
    'Отправьте нам базу.',
    'Напишите в ответ, удалось ли обновиться.',
    'Уточните, пожалуйста, когда и у кого это происходит.',
    'Какая у вас версия? Спасибо!',
    'Какая версия программы? Спасибо.',
    'Could you send us the log?',
    'Please confirm the number.',
  ]);
});

describe('an instruction, a condition or a question to others does not surely ask', () => {
  asks('unsure', [
    'Откройте «Сервис», выберите «Пересчёт итогов».',
    'Заполните поле «Подписант» и сохраните.',
    'Загрузите обновление.',
    'Отправьте документ на согласование.',
    'Дайте нам время до пятницы.',
    'Ответьте «Да» на вопрос программы, и документ проведётся.',
    'Уточните, пожалуйста, у вашего администратора.',
    'Коллеги, уточните у клиента версию.',
    'Сообщите, как решится.',
    'В следующий раз сразу пришлите лог.',
    'Если ошибка повторится, пришлите журнал.',
    'Как настроить? Откройте «Отчёты».',
    'Почему? Потому что период закрыт.',
    'Мы спросили у разработчиков, когда будет исправление?',
    'Please advise your users to log out.',
  ]);
});

describe('a statement asks nothing', () => {
  asks('no', [
    'Логи пришли, спасибо. Передали разработчикам.',
    'Передали разработчикам, исправим в 5.12.',
    'Нам необходимо уточнить у разработчиков.',
    'В инструкции написано «пришлите журнал».',
    'Если возникнут вопросы, пишите.',
    'We need your patience.',
    'We have asked the developers to send us the log.',
  ]);
});
