/*
 * What people wish for, and by when. A date is wished for where the words around it say so: letters are full of days of
 * documents, laws, reports and of the customers' own terms.
 */
import { describe, expect, test } from 'vitest';
import type { Item } from '#core/ticket/item.ts';
import { readItem } from '#standard/letter/read-items.ts';
import { requestOfMail } from '#standard/letter/request-of-mail.ts';
import { theReglament } from '#test/support/desk.ts';

const { words } = theReglament();

function read(item: Item, body: string, files: readonly string[] = [], subject = 'Доработка') {
  const attachments = files.map((name) => ({ name, bytes: 90_000, inline: false }));
  const mail = {
    channel: 'email',
    subject,
    from: 'Анна Белова <belova@sosh7.example>',
    body,
    attachments,
  } as const;
  const kind = { kind: 'changeRequest', subtype: 'unclear', isSure: true, evidence: [] } as const;
  return readItem(requestOfMail(mail, kind, words), item);
}

describe('the date by which it is wanted', () => {
  test.each([
    'Просим сделать до 15 марта',
    'Просим доработать отчёт до 15 марта 2026 года.',
    'Нужно к 15.03',
    'Необходимо реализовать не позднее 25-го числа',
    'Хотелось бы получить не позднее 25-го',
    'Хорошо бы до конца месяца',
    'Желательно до конца квартала.',
    'До конца года, пожалуйста',
    'До конца недели сможете?',
    'Желаемый срок: к концу II квартала 2026',
    'Реализовать доработку просим во втором полугодии 2026 года',
    'Ожидаем внедрения во II квартале.',
    'Срок – 01.04.2026',
    'Срок: в течение двух недель',
    'Желательно в течение 10 рабочих дней',
    'Просим реализовать в течение месяца',
    'Нужно через неделю',
    'Очень надо к понедельнику',
    'Доработка нужна к 1 сентября',
    'Желательно в апреле',
    'Желаемый срок реализации: апрель 2026 г.',
    'Срок исполнения: март',
    'Срок: 2 недели',
    'Желаемая дата реализации 01.06.2026',
    'Просим включить в план работ на II квартал 2026 года.',
    'Хотелось бы увидеть в мае',
    'К 1 сентября.',
    'До 20 февраля, если реально.',
    'Дедлайн 15 апреля',
    '15 апреля – крайний срок',
    'Крайний срок у нас пятница',
    'Успеете до 1 марта?',
    'Можно ли сделать это до четверга?',
    'Было бы здорово, если бы поле появилось до начала мая',
    'Надо до Пасхи, то есть до 12 апреля',
    'Просим реализовать (до 15 марта)',
    'Прошу, если можно, до пятницы',
    'Доработку прошу выполнить в срок до 31 марта',
    'Нам надо, чтобы с июля уже работало, т.е. до 1 июля',
    'Ориентировочно нужно к середине апреля',
    'Сделайте, пожалуйста, до первого апреля',
    'Просим сделать до пятнадцатого марта',
    'Ждём в ближайшие две недели',
    'Хотелось бы на следующей неделе',
    'Желательно в первой половине мая',
    'Просьба выполнить до 25 числа',
    'Крайний срок внедрения — начало III квартала',
    'Хотим успеть к началу следующего квартала',
    'Нужно не позже чем через месяц',
    'Прошу сделать к 01 июня т.г.',
    'Please do it by 15 March',
    'We would like it before the end of Q2',
    'Ideally within two weeks',
    'No later than 1 June 2026, please.',
    'Deadline: 30 April',
    'Could this be done by Friday?',
    'We need it by the end of the month',
    'Desired date: 15/04/2026',
    'It would be great to have it in April',
    'Hoping to see this in the second quarter of 2026',
    'By 1 September, please.',
    "We'd need this by mid-May",
    'Would it be possible before the end of next week?',
    'needed by 15.04.2026',
    'target: Q3 2026',
    'Please implement it by June 1st',
    'in two weeks would be ideal',
    'Can you deliver this by the 15th?',
    'next month at the latest',
    'We would appreciate having it by the end of the quarter.',
    'Preferably in the first half of May.',
    'Due date: end of March',
    'Timeline: within 10 business days',
    'We want it in place before 1 July',
    'Сделать нужно до 10 числа следующего месяца',
    'Планируем запуск 1 апреля, успеть бы до него — т.е. к 25 марта',
    'Просим Вас внести изменения до 01.03.2026 г.',
    'Хотим к новому кварталу, до 1 апреля',
    'Терпит до конца апреля',
    'Это подождёт до мая',
    'Готовы ждать до конца полугодия',
    'Срок не позднее первого квартала 2027 года',
    'Желательный срок исполнения - в течение 2-х недель',
    'По срокам: до 15 мая',
    'По срокам – конец мая',
    'Нам бы это к 15 марта',
    'Когда нужно: 15 марта',
    'Если успеете к апрелю, будем благодарны',
    'За две недели справитесь?',
    'Желаемый срок\n01.04.2026',
  ])('is told in: %s', (wish) => {
    expect(read('desiredDate', `Добавьте колонку ИНН.\n${wish}`).state).toBe('present');
  });

  test.each([
    'Срочно!',
    'Нужно как можно скорее',
    'Хотелось бы к лету',
    'Нужно до сдачи отчёта',
    'Хотелось бы к новому году',
    'asap please',
    'Просим добавить графу в отчёт за март',
    'В соответствии с приказом от 12.03.2026 № 14н просим добавить поле',
    'Приказ вступает в силу с 01.01.2027, просим доработать форму',
    'Показывать документы до 15 марта прошлого года',
    'Просим добавить отбор за период с 1 января по 31 марта',
    'Нужна возможность закрывать период с 1 по 15 число',
    'Отчёт за I квартал 2026 года должен выводить сумму',
    'Срок действия договора до 31.12.2026 не виден в списке, добавьте колонку',
    'Просим добавить поле «Срок оплаты до 15 марта»',
    'После обновления до 5.12 пропала кнопка, верните её',
    'Версия 5.12, добавьте колонку',
    'Исх. № 45 от 15.03.2026. Просим доработать форму.',
    'Чтобы в отчёт попадали документы от 1 марта',
    'Заявки принимаются до 15 марта включительно.',
    'По первому хочу к зиме',
    'Хотелось бы до отпускного сезона',
    'Please add a column to the report for March 2026',
    'As of 1 April 2026 the law No. 44 changes, please add the field',
    'We need a filter by month',
    'Sort by date, please',
    'Group by quarter, please',
    'It would be nice by summer',
    'As soon as possible please',
    'no rush at all',
    'Our letter of 3 March described it',
    'Please add the payment deadline column',
    'В табеле за апрель 2026 нужна подпись',
    'Раньше, до января 2025 года, такая кнопка была, верните',
    'Сейчас до 20 раз в день нажимаем, сделайте одной кнопкой',
    'Прошу увеличить поле до 50 символов',
    'Округлять до копеек',
    'Просим увеличить лимит строк до 1000',
    'Сделайте перенос до 3 строк',
    'Нужно прикреплять к 15 документам сразу',
    'Доступ к 5 отчётам надо',
    'Добавьте в справочник до 31 знака',
    'Каждую неделю в понедельник сводим вручную, хотелось бы автоматом',
    'На это уходит два дня в неделю, прошу автоматизировать',
    'Ежемесячно до 5 числа мы сдаём отчёт, прошу сделать рассылку',
    'Печатать за последние 2 недели нужно',
    'В марте мы обращались, просили добавить поле',
    'Уже два месяца ждём',
    'Просим до лета',
    'Буду на месте до пятницы, звоните',
    'Я в отпуске до 15 марта, прошу писать коллеге',
    'Рабочий телефон до 18.00, просьба звонить',
    'please increase the limit up to 100 rows',
    'I may need it in other reports as well',
    'We are open until Friday; please add the button',
    'ok to close in two clicks instead of five, please',
    'Скидка до 15% должна считаться',
    'чтобы можно было выбирать период до месяца',
    'Нужно сравнение к прошлому году',
    'От квартала к кварталу нужно видеть рост',
    'по сравнению с I кварталом 2025 года нужна динамика',
    'Нужно, чтобы месяц к месяцу сравнивалось',
  ])('is not told in: %s', (wish) => {
    expect(read('desiredDate', `Добавьте колонку ИНН.\n${wish}`).state).toBe('missing');
  });

  test.each([
    'Нужно к новому учебному году',
    'Нужна форма с 1 апреля',
    'Отчёт надо сдать до 15 марта, поле обязательно',
    'We need it this year',
  ])('may be told in: %s', (wish) => {
    expect(read('desiredDate', `Добавьте колонку ИНН.\n${wish}`).state).toBe('unsure');
  });

  test.each([
    ['Просим сделать не позднее 25-го числа.', ['не позднее 25-го числа']],
    ['Желательно до конца II квартала 2026 года', ['до конца II квартала 2026 года']],
    ['Нужно в течение двух недель', ['в течение двух недель']],
    ['We need it by 15 March 2026.', ['by 15 March 2026']],
    ['Как можно скорее!', ['Как можно скорее']],
  ])('is told by its words: %s', (wish, evidence) => {
    expect(read('desiredDate', wish).evidence).toEqual(evidence);
  });
});

describe('what should change', () => {
  test.each([
    'Увеличьте шрифт в навигаторе',
    'Хочу, чтобы по Enter курсор шёл вниз',
    'Просим добавить в реестр договоров колонку с остатком.',
    'dark mode please, my eyes hurt',
    'Could the invoice carry an English line under each Russian one?',
    'В прошлой версии кнопка «Провести» стояла внизу списка, теперь её приходится искать в меню: верните её, как раньше, под список.',
  ])('is told in: %s', (wish) => {
    expect(read('changeDescription', wish).state).toBe('present');
  });

  test.each([
    ['Сделайте как раньше', []],
    ['Верните всё как было!', []],
    ['Please make it as it was before', []],
    ['Прошу взять в работу, ТЗ во вложении', ['ТЗ.docx']],
    ['Please see attached', ['spec.pdf']],
  ])('may be known to whoever reads: %s', (wish, files) => {
    expect(read('changeDescription', wish, files).state).toBe('unsure');
  });

  test.each([
    'Здравствуйте! Прошу доработать программу.',
    'Нужна доработка, позвоните мне',
    'Есть предложение по улучшению системы',
    'We have a change request',
  ])('is not told in: %s', (wish) => {
    expect(read('changeDescription', wish).state).toBe('missing');
  });
});

describe('files beside a wish', () => {
  test('are whatever is sent', () => {
    expect(read('changeFiles', 'Добавьте колонку', ['макет.png'])).toEqual({
      state: 'present',
      evidence: ['макет.png'],
    });
  });

  test('are missing where there are none', () => {
    expect(read('changeFiles', 'Добавьте колонку').state).toBe('missing');
  });
});
