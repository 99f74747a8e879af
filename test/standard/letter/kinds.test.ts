/* What letters ask for, tell and wish; each line is a letter as people write it. */
import { describe, expect, test } from 'vitest';
import { readLetter } from '#standard/letter/read-letter.ts';
import { theReglament } from '#test/support/desk.ts';

/** Subject and body. */
type Letter = readonly [string, string];

function reading([subject, body]: Letter) {
  const mail = {
    channel: 'email',
    subject,
    from: 'Анна Иванова <a@b.example>',
    body,
    attachments: [],
  } as const;
  return readLetter(mail, theReglament().words);
}

function read(of: Partial<ReturnType<typeof readLetter>>, letters: readonly Letter[]): void {
  test.each(letters)('%j %j', (...letter) => {
    expect(reading(letter)).toMatchObject(of);
  });
}

describe('what does not work as it should is an error, of whatever it happens in', () => {
  read({ kind: 'error', subtype: 'document' }, [
    [
      'Платёжное поручение',
      'Добрый день! Поручение №45 от 12.02.2026 ушло в банк с чужим назначением платежа, хотя в карточке всё верно.',
    ],
    ['вопрос', 'Подскажите почему заявка на кассовый расход 118 горит красным и с неё снимается проведение?'],
    [
      '',
      'Уважаемая служба поддержки, прошу разобраться: акт сверки подписан обеими сторонами, однако статус остался «Черновик».',
    ],
    [
      'Доработка',
      'Прошу доработать программу: при копировании договора не переносится предмет договора, раньше переносился',
    ],
    ['', 'The payment order 115 of 3 March was posted twice and one of them cannot be deleted'],
  ]);
  read({ kind: 'error', subtype: 'directory' }, [
    ['контрагенты', 'При записи нового контрагента ИНН автоматически заменяется на ИНН предыдущего.'],
    ['', 'The supplier card keeps the old bank account no matter how often I save the new one'],
  ]);
  read({ kind: 'error', subtype: 'report' }, [
    ['ОСВ', 'Сальдо на начало в оборотке по 302 счёту больше, чем конечное за прошлый период на 5 тысяч'],
    [
      '',
      'Здравствуйте. Форма 0503169 за 1 квартал после пересчёта выводит дебиторку двумя строками по одному контрагенту.',
    ],
    ['', 'В отчёте по остаткам цифры прыгают: один раз формирую 15 тысяч, второй раз 17'],
    ['', "Our cash report shows last year's opening balance instead of this year's"],
  ]);
  read({ kind: 'error', subtype: 'route' }, [
    ['', 'После подписи начальником заявка снова возвращается ко мне, хотя по схеме дальше идёт финотдел'],
    [
      '',
      'The contract went back to the initiator after the lawyer approved it, although the finance office should be next',
    ],
  ]);
  read({ kind: 'error', subtype: 'system' }, [
    ['Вход', 'С утра ввожу логин, жму Войти и программа молча закрывается'],
    ['', 'Программа стала ужасно медленной, каждое окно открывается по минуте у всех сотрудников'],
    [
      'Обмен с ЕИС',
      'Пакет контрактов третий день висит в статусе «Отправляется», ответа от ЕИС нет, ошибок в журнале обмена тоже нет',
    ],
    ['', 'Since Monday the client closes by itself a minute after login for everyone in accounting'],
  ]);
});

describe('who asks how, what or whether, or errs, is consulted', () => {
  read({ kind: 'consultation', subtype: 'usage' }, [
    ['', 'Добрый день, коллеги. Как теперь оформлять возврат аванса, если договор уже закрыт?'],
    ['', 'Не подскажете, где в программе лежит журнал регистрации счетов-фактур'],
    ['Планы', 'Планируется ли поддержка электронных путевых листов в этом году?'],
    ['', 'Подскажите, пожалуйста, верно ли я понимаю, что лимиты распределяются до доведения росписи'],
    ['', 'Провела платёжку дважды по невнимательности. Как убрать вторую?'],
    ['', 'Что означает статус «Отложен контролёром» у заявки?'],
    ['', 'В каком порядке закрывать кварталы в бюджетном учёте, сначала амортизация или себестоимость'],
    ['', 'Прошу разъяснить, на каком основании программа делит НДС по видам деятельности'],
    ['', 'нужна инструкция по инвентаризации'],
    ['', 'Hello, which document should I use to write off damaged stock?'],
    ['', 'Could you tell me where the exchange rate is set?'],
    ['', 'I posted 10,000 instead of 1,000 by mistake, how do I correct it in a closed month?'],
  ]);
  read({ kind: 'consultation', subtype: 'administration' }, [
    ['', 'Просим создать учётную запись для нового бухгалтера Смирновой О.В. с ролью «Расчётчик»'],
    ['Доработка', 'Просим доработать: добавить Петрову И.И. права на утверждение смет'],
    ['', 'У нас сменился директор, поменяйте ему пожалуйста логин и пароль'],
    ['', 'Уволилась Иванова, закройте ей доступ'],
    ['', 'забыл пароль!!!'],
    ['', 'Please create an account for our new accountant Maria Keller with the same rights as mine'],
    ['', 'Please give Tom access to the contracts of School 5'],
  ]);
  read({ kind: 'consultation' }, [
    ['', 'Добавьте, пожалуйста, в справочник организаций ООО Ромашка ИНН 7701234567'],
    ['', 'Прошу добавить КБК 000 0701 0110100590 611 в справочник'],
  ]);
  read({ kind: 'consultation', subtype: 'installUpdate' }, [
    ['', 'Как установить программу на второй компьютер, дистрибутив у нас старый'],
    ['', 'Можно ли обновиться с версии 4.1 сразу до 5.0 или надо по порядку?'],
    ['', 'Мы переезжаем на новый сервер, какие файлы нужно перенести?'],
    ['', 'Can we install the client on macOS?'],
    ['', 'We want to move the database to another server. Is there a procedure?'],
  ]);
});

describe('what the product does not do today is a change request, whatever it is called', () => {
  read({ kind: 'changeRequest' }, [
    ['', 'Просим добавить в реестр договоров колонку «Срок исполнения»'],
    ['', 'Было бы удобно, если бы программа сама подставляла дату подписания'],
    ['', 'Предлагаем в печатную форму акта вынести номер лицевого счёта'],
    ['', 'Очень не хватает сортировки по дате в списке заявок, сделайте пожалуйста'],
    [
      'Ошибка',
      'Ошибка: нельзя выбрать сразу несколько документов для печати, приходится по одному. Сделайте групповую печать.',
    ],
    ['', 'Прошу рассмотреть возможность автоматического формирования уведомлений поставщикам'],
    ['', 'Нужно, чтобы в табеле подсвечивались выходные дни'],
    ['', 'А нельзя ли сделать так, чтобы отчёт сразу отправлялся на почту?'],
    ['', 'Сейчас остатки выгружаются только в Excel, нам необходима выгрузка и в ODS'],
    ['', 'В связи с приказом Минфина № 61н просим реализовать новую форму 0510452'],
    ['', 'It would be great if the list of contracts could be sorted by end date'],
    ['', 'Please add a column with the contract number to the payments report'],
    ['', 'We would like the system to send a reminder three days before a contract ends'],
    ['', 'Would it be possible to add a second signature to the act?'],
  ]);
});

describe('who only wants to be called tells nothing', () => {
  read({ kind: 'unclear' }, [
    ['', 'Здравствуйте, позвоните мне пожалуйста'],
    ['вопрос', 'Добрый день! У меня вопрос по программе, как с вами связаться?'],
    ['Помогите', 'Срочно нужна помощь!!!'],
    ['', 'Просьба перезвонить по номеру 8-900-111-22-33, Светлана'],
    ['во вложении', 'Здравствуйте, во вложении письмо от руководителя.'],
    ['', 'Hi, please call me back, it is urgent'],
  ]);
});

describe('a letter in a conversation thanks, answers, or was written by a machine', () => {
  read({ event: 'thanks' }, [
    ['Re: Заявка 1234', 'Спасибо, всё получилось!'],
    ['Re: отчёт', 'Благодарю, отчёт сформировался, вопросов больше нет. Хорошего дня!'],
    ['RE: ticket 551', 'Great, works now. Thanks a lot for the quick help!'],
    ['Re: [#8812] Доступ', 'Доступ появился, спасибо вам огромное за терпение, Ирина!'],
    ['Re: 8812', 'Ок, спасибо'],
    ['Re: заявка', 'Всё ок, закрывайте заявку'],
  ]);
  read({ event: 'reply' }, [
    ['Re: Заявка 1234', 'Спасибо, но опять не проводится'],
    ['Re: Заявка 1234', 'Добрый день! Да, ошибка осталась, скриншот во вложении.'],
    ['Re: [SD-771] Отчёт', 'Период 01.01-31.03, учреждение Школа 5'],
    ['RE: Ticket 551', 'Unfortunately it still shows the same error'],
  ]);
  read({ event: 'autoReply' }, [
    ['Автоответ: Заявка 551', 'Меня нет в офисе до 15 марта. По срочным вопросам звоните 8-900-222-33-44.'],
    [
      'Re: Ваша заявка',
      'Здравствуйте! Я в отпуске с 1 по 14 июля, вернусь 15-го. По неотложным вопросам пишите Петровой Анне.',
    ],
    [
      'Ваше письмо получено',
      'Здравствуйте! Ваше обращение зарегистрировано под номером 44512. Специалист свяжется с вами в ближайшее время. Пожалуйста, не отвечайте на это письмо.',
    ],
    [
      'Out of office: Ticket 551',
      'I am out of the office until 4 May with limited access to e-mail. In urgent cases please contact Jane Doe.',
    ],
    ['Undeliverable: ваш запрос', "Your message to info@school.example couldn't be delivered."],
    [
      'Re: ticket',
      'Thank you for your message. I am currently on parental leave and will be back in September. Please contact my colleague John.',
    ],
    [
      'Re: запрос информации',
      'Коллеги, добрый день. Нахожусь на больничном, почту смотрю редко, за меня Ольга Сергеевна (доб. 112).',
    ],
  ]);
});

describe('what is told after «кроме того» or by number is another problem, where it is one', () => {
  read({ kind: 'consultation', subtype: 'usage', problems: 2 }, [
    ['', 'Подскажите, как провести возврат? И ещё вопрос: где посмотреть остаток лимитов?'],
  ]);
  read({ kind: 'error', subtype: 'document', problems: 2 }, [
    [
      '',
      'Не проводится акт № 5 от 01.02.2026, пишет «Период закрыт». Кроме того, в справочнике контрагентов пропала наша школа.',
    ],
  ]);
  read({ kind: 'error', problems: 2 }, [
    [
      'Две проблемы',
      'Здравствуйте! 1. Не формируется ОСВ за март.\n2. В карточке сотрудника Иванова не сохраняется СНИЛС.',
    ],
    ['', 'Отчёт 0503127 пустой. P.S. И вход в программу стал занимать пять минут.'],
    ['', 'The trial balance is empty for March. Also, the supplier card of Baltic Ltd cannot be saved.'],
  ]);
  read({ kind: 'consultation', problems: 2 }, [
    ['', 'How do I close a month? Second question: where can I see who changed a document?'],
  ]);
});

describe('steps, participants, documents and changes of one form are one problem', () => {
  read({ kind: 'error', problems: 1 }, [
    ['', 'Не проводится акт № 5. Также не проводится акт № 6 и накладная № 7.'],
    ['', 'Делаю так:\n1. Открываю журнал\n2. Нажимаю Создать\n3. Выскакивает ошибка «Нет прав».'],
    [
      '',
      'Документ не согласуется. Участники:\n1. Иванова – подписала\n2. Петров – не видит документ\n3. Сидоров',
    ],
    ['', 'The invoice cannot be posted. I also tried another browser and restarted the PC.'],
    ['', 'Не сохраняется карточка. Ещё раз прошу исправить. Также сообщаю телефон 8-900-111-22-33.'],
  ]);
  read({ kind: 'changeRequest', problems: 1 }, [
    [
      '',
      'В форме договора просим:\n- добавить поле «Куратор»\n- убрать поле «Факс»\n- переименовать «Тема» в «Предмет»',
    ],
  ]);
  read({ kind: 'consultation', subtype: 'administration', problems: 1 }, [
    ['', 'Прошу дать доступ:\n1. Иванова А.А. – роль Кассир\n2. Петров Б.Б. – роль Бухгалтер'],
  ]);
});

test('the words with which each problem begins are told', () => {
  const { evidence } = reading(['', 'Не проводится акт № 5. Кроме того, в справочнике пропала наша школа.']);

  expect(evidence.problems).toEqual(['Не проводится акт № 5', 'Кроме того, в справочнике пропала наша']);
});

test('a letter that is only passed on is read for what the inner one tells', () => {
  const body = [
    'Добрый день, перенаправляю от бухгалтерии.',
    '---------- Пересылаемое сообщение ----------',
    'От: Павлова Е.Н. <pavlova@gkb4.example>',
    'Тема: аванс',
    '',
    'Авансовый отчёт № 22 не сохраняется, вылезает красное окно.',
  ].join('\n');

  expect(reading(['Fwd: аванс', body])).toMatchObject({ event: 'new', kind: 'error', subtype: 'document' });
});

test('what is read of a hostile letter is read in no time', () => {
  const began = performance.now();
  for (const part of ['1) ', 'как ', 'не ', 'просим добавить ', '> ', '?', 'a b ', 'Кроме того, ']) {
    reading(['', part.repeat(20_000 / part.length)]);
  }

  expect(performance.now() - began).toBeLessThan(20_000);
});
