/* Who writes, from where, and where they can be reached; each line is a letter as people write it. */
import { describe, expect, test } from 'vitest';
import type { Item } from '#core/ticket/item.ts';
import { type Mail, plainMail } from '#standard/letter/mail.ts';
import { readItem } from '#standard/letter/read-items.ts';
import { readSubject } from '#standard/letter/read-subject.ts';
import { requestOfMail } from '#standard/letter/request-of-mail.ts';
import { theReglament } from '#test/support/desk.ts';

const { words } = theReglament();

function letter(changed: Partial<Mail>): Mail {
  return {
    channel: 'email',
    subject: 'Не проводится документ',
    from: '',
    body: '',
    attachments: [],
    ...changed,
  };
}

function stateOf(item: Item, mail: Mail): string {
  return readItem(
    requestOfMail(
      plainMail(mail),
      { kind: 'error', subtype: 'document', rivals: [], otherPlaces: [], evidence: [] },
      words,
    ),
    item,
  ).state;
}

type State = 'present' | 'missing' | 'unsure';

/** Letters of which everything but one part is the same. */
function reads(item: Item, state: State, part: 'from' | 'body', texts: readonly string[]): void {
  test.each(texts.map((text) => [text]))(`${part} %j: ${item} is ${state}`, (text) => {
    const mail =
      part === 'from' ? { from: text, body: 'Не проводится документ.' } : { from: 'buh@mail.ru', body: text };
    expect(stateOf(item, letter(mail))).toBe(state);
  });
}

describe('a name', () => {
  reads('name', 'present', 'from', [
    'Иванова Мария Петровна <i@mail.ru>',
    'Мария Петровна Иванова <i@mail.ru>',
    'Иванова Мария <i@mail.ru>',
    'Мария Иванова <i@mail.ru>',
    'Люда Шпак <i@mail.ru>',
    'Иванова М.П. <i@mail.ru>',
    'Иванова М. П. <i@mail.ru>',
    'Калугина О. <i@mail.ru>',
    'М.П. Иванова <i@mail.ru>',
    'Ж. Аминова <i@mail.ru>',
    'Е.Чуракова <i@mail.ru>',
    'ИВАНОВА МАРИЯ ПЕТРОВНА <i@mail.ru>',
    'СМИРНЫХ Н.П. <i@mail.ru>',
    '"Петрова Мария" <i@mail.ru>',
    '«Петрова Мария» <i@mail.ru>',
    'иванова мария <i@mail.ru>',
    'Бухгалтер Петрова М.П. <i@mail.ru>',
    'Петрова Мария (МБОУ СОШ 5) <i@mail.ru>',
    'Петрова Мария | Бухгалтерия <i@mail.ru>',
    'МБОУ СОШ № 5 Петрова Мария Ивановна <i@mail.ru>',
    'Петрова-Водкина Анна <i@mail.ru>',
    'Гасанов Эльнур Расим оглы <i@mail.ru>',
    'Алиева Севда Гасан кызы <i@mail.ru>',
    'Хайруллина Гузель Рашитовна <i@mail.ru>',
    'Оганесян Арсен <i@mail.ru>',
    'Цырендоржиев Бато <i@mail.ru>',
    'Дзюба Кристина <i@mail.ru>',
    'Рабинович Ольга <i@mail.ru>',
    'Ольга Рабинович <i@mail.ru>',
    'Анна Бабич <i@mail.ru>',
    'Petrova M. <i@mail.ru>',
    'John Smith <i@mail.ru>',
    'Smith, John <i@mail.ru>',
    'J. Smith <i@mail.ru>',
    "Mary-Ann O'Neil <i@mail.ru>",
    'Fyodor BLOKHIN <i@mail.ru>',
    'Lena Wierzbicka <i@mail.ru>',
    'Raj Patel <i@mail.ru>',
    'Dr. Jane Doe (Finance) <i@mail.ru>',
    'Ivanova Maria Petrovna <i@mail.ru>',
  ]);
  reads('name', 'missing', 'from', [
    'Ольга <i@mail.ru>',
    'Наталья Ивановна <i@mail.ru>',
    'Людмила Ф. <i@mail.ru>',
    'Гл. бухгалтер <i@mail.ru>',
    'Главный Бухгалтер <i@mail.ru>',
    'Отдел Учёта <i@mail.ru>',
    'БУХГАЛТЕРИЯ <i@mail.ru>',
    'МБОУ СОШ № 5 <i@mail.ru>',
    'МБОУ «СОШ им. А. С. Пушкина» <i@mail.ru>',
    'Детский Сад Солнышко <i@mail.ru>',
    'Школа Гармония <i@mail.ru>',
    'Центральная Бухгалтерия <i@mail.ru>',
    'Портал самообслуживания <noreply@portal.example>',
    'Оператор линии 1 <noreply@callcentre.example>',
    'Scanner_Etazh2 <scanner@uszn.example>',
    'IT Support <it@school.example>',
    'Finance Office <f@school.example>',
    'Municipal Finance Office of Port Zarya <o@f.example>',
    'Chief Accountant <c@f.example>',
    'i@mail.ru',
    '<t.lebedko@mail.ru>',
    '89615502277 <79615502277@mms.example>',
    'ООО Ромашка <i@mail.ru>',
    'Света бухгалтерия <i@mail.ru>',
    'Tom <i@mail.ru>',
    'buh2 <buh2@ddt.example>',
    'Администрация Кедровского сельсовета <k@mail.ru>',
    'Серый <i@mail.ru>',
    'Егорова <i@mail.ru>',
  ]);
  reads('name', 'present', 'body', [
    'Не проводится документ.\n\nС уважением,\nИванова Мария Петровна',
    'Не проводится документ.\n\nС уважением, главный бухгалтер Иванова М.П.',
    'Не проводится документ. С уважением, Иванова Мария.',
    'Не проводится документ.\n\nИсп. Ковригина Тамара Аркадьевна\n8 (35130) 4-18-22',
    'Не проводится документ.\n\nИсп.: Иванова М.П., 8-912-000-11-22',
    'Не проводится документ.\nДиректор                Л.М. Шумакова',
    'Не проводится документ. Литвинова Н.Ю., МБОУ СОШ 5, 8 (3452) 44-10-11',
    'Здравствуйте, меня зовут Мария Иванова. Не проводится документ.',
    'Здравствуйте, это Иванова Мария из МБОУ СОШ 5. Не проводится документ.',
    'Я, Иванова М.П., не могу провести документ.',
    'Вас беспокоит бухгалтер МБОУ СОШ 5 Иванова Мария Петровна. Не проводится документ.',
    'Звонила Хайруллина Гузель Рашитовна, МБУ «Спортшкола Олимп». Не формируется отчёт.',
    'Звонила гл. бухгалтер МБОУ СОШ № 5 Иванова М.П. из Лесного. Не формируется отчёт.',
    'ФИО: Каширин П.О.\nОрганизация: МКУ «Служба»\nНе пускает.',
    'Пользователь: Шакирова Лейсан Маратовна\nТелефон: не указан\nТекст: не пускает.',
    'Ваше имя: Римма Адольфовна Штерн\nВаш вопрос: не пускает.',
    'добрый день меня зовут соколова инна леонидовна, не проводится документ',
    'Контактное лицо: Носкова Ирина\nНе пускает.',
    'Подал: Мухаметшин Руслан Айдарович\nНе пускает.',
    'Не проводится.\n\nН. Прокопчук\nт. 8-912-600-41-17',
    'Не проводится.\n\nначальник отдела АСУ\nГБУЗ «Верхнеламская ЦРБ»\nГусаров Илья Витальевич',
    'Не проводится.\n\nЮ. Ю. Лапшин, инженер, ГАУЗ «Городская больница № 5», 8 (3532) 44-90-15',
    'Не проводится.\n\nПетрова-Водкина А.И.\nбухгалтер',
    'It does not post.\n\nBest,\nOlga Petrenko\nAccountant',
    'It does not post.\n\nKind regards,\nJ. Smith',
    'My name is John Smith, it does not post.',
    'This is Emma Stone from North Trust. It does not post.',
    'It does not post. Emma Stone, North Trust, +44 20 7946 0911',
    'The total is off.\n\nPrecious Okafor, Highmoor Academy Trust, 01632 960 233',
    'Stage is skipped. Xiomara Quispe, Lakeside Hospital Trust',
    'Caller: Xiomara Quispe (Llanfair Health Board). The report is empty.',
    'Пишет вам Ерофеев Пал Палыч, бухгалтер совета ветеранов. Не строится.',
    '10:20. Цой Наталья Андр., финотдел Верхнеисетья. Акт не проводится.',
    'Школа-интернат Чернореченск, Аксёнов Роман Викт. Не строится отчёт.',
    'Нужно, чтоб было шт. ДДТ Радуга ИНН 6318402753 КПП 631801001 Климов Сергей Ильич',
    'не работает выгрузка. иванова татьяна петровна 89121234567',
    'не грузится справочник, школа 5 петрова анна 8-912-345-67-89',
    'Перешлите.\n\n---------- Пересылаемое сообщение ----------\nОт: Павлова Е.Н. <p@mail.ru>\nДата: пн, 8 февр. 2027 г. в 09:12\nТема: отчёт\nКому: Рожков\n\nНе строится отчёт.',
    'Помогите.\n\n-------- Пересылаемое сообщение --------\n13.03.2026, 10:15, "Иванова Мария" <i@mail.ru>:\n\nНе строится отчёт.',
  ]);
  reads('name', 'missing', 'body', [
    'Не проводится документ. Помогите, пожалуйста.',
    'Не проводится.\n\nС уважением,\nОльга',
    'Не проводится.\n\nС уважением,\nОльга Ивановна',
    'Не проводится.\n\nГл. бухгалтер',
    'Прошу добавить сотрудника Петрова Ивана Ильича в справочник.',
    'Карточка сотрудника Иванова Анна Петровна не сохраняется.',
    'Прошу завести пользователей:\n1. Иванова Мария Петровна\n2. Петров Пётр Петрович',
    'Фамилия: Дзюба\nИмя: Кристина\nОтчество: Олеговна\nПрошу завести.',
    'Контрагент ИП Сидоров А.А. не выбирается.',
    'Пишем из школы им. А.С. Пушкина, ул. М. Горького, не открывается отчёт.',
    'Не могу согласовать договор: согласующий Кобзев А.П. его не видит.',
    'Спасибо, Ольга Пожалуйста подскажите, как закрыть месяц.',
    'Please give access to employee John Brown.',
    'Документы \\ Платёжные Поручения не открываются.',
    'Не проводится.\n\n14.01.2027 10:00, Служба поддержки <help@desk.example>:\n> Уточните номер.\n> С уважением, Смирнов Олег',
    'Не проводится.\n\nпт, 13 мар. 2026 г. в 10:15, Смирнов Олег <support@desk.example>:\n\nУточните номер.\n\nСмирнов Олег Иванович\n+7 (495) 135-4-135 доб. 3',
  ]);
  reads('name', 'missing', 'body', [
    'Не открывается.\n\n--\nОтправлено из мобильной Яндекс Почты',
    'Не открывается.\n\nОтправлено с моего Huawei Nova',
    'не открывается\nсельсовет кленовский людмила 89058881290',
    'Set up access for two: Anya Morozova (cashier) and Polina Zueva.\n\nThanks\nVale Clinic, HR',
  ]);
  reads('name', 'unsure', 'body', ['It does not post.\n\nXiomara Quispe\n\nNot urgent']);
  reads('name', 'unsure', 'body', ['Иванова М.П. не видит документ в списке.']);
});

describe('an organisation', () => {
  reads('organization', 'present', 'from', [
    'МБОУ СОШ № 5 <i@mail.ru>',
    'МКУ ЦБУ Озёрского района <i@mail.ru>',
    'ГБУЗ «Верхнеламская ЦРБ» <i@mail.ru>',
    'Администрация Кедровского сельсовета <i@mail.ru>',
    'Детский сад № 31 <i@mail.ru>',
    'Школа 5 <i@mail.ru>',
    'садик 31 <i@mail.ru>',
    'ООО Ромашка <i@mail.ru>',
    'Municipal Finance Office of Port Zarya <i@mail.ru>',
    'Lakeside Primary School <i@mail.ru>',
    'Отдел кадров МУП «Горсвет» <i@mail.ru>',
    'Финуправление <i@mail.ru>',
  ]);
  reads('organization', 'present', 'body', [
    'Не проводится.\n\nС уважением,\nИванова М.П.\nМБОУ СОШ 5',
    'Добрый день, МАОУ «Лицей № 3» г. Берёзовска. Не проводится.',
    'Company: Oakbridge Partners (books of the zoo)\nPhone: -\nIt does not start.',
    'ФИО: Иванова М.П.\nУчреждение: Управа Заречья\nНе пускает.',
    'Не проводится.\nЛапина, дет. сад «Чебурашка»',
    'Ваше учреждение: Облводоканал\nВаш вопрос: не пускает.',
    'Кто: Лапина Софья\nОткуда: областной кардиодиспансер, г. Заречный\nЧто: не проводится.',
    'Здравствуйте, Управление образования Горновского района, Шестакова. Не проводится.',
    'Министерство финансов Зареченской области сообщает, что отчёт не строится.',
    'Это снова я, садик 31. Не проводится.',
    'Мы из школы № 5, не проводится документ.',
    'Не проводится.\n\nПоликлиника №9',
    'Не проводится.\n\nдетский сад светлячок город каменка',
    'Не проводится.\n\nАнтонина Бычкова\nОбластная филармония',
    'Не проводится.\n\nИванова М.П., КГБ № 2, 8(34376)00712',
    'Не проводится.\n\nКДЦ «Искра»\nтел 8 48 762 0-33-15',
    'Не проводится.\n\nЦентрализованная бухгалтерия культуры, (8443) 27-15-60',
    'Организация: МКУ «Расчётный центр Заречье»\nНе проводится.',
    'Не проводится.\nС уважением, директор ООО «Вектор» Петров П.П.',
    'Пишет вам ИП Петров П.П., не проводится.',
    'Мы в «Центре учёта и отчётности» (Липовск) ведём 86 учреждений, не проводится.',
    'Не проводится.\n\nЦентр «Надежда», Аветисян, 8-863-2-44-19-05',
    'Не проводится.\n\nСемён Шашков\nРедакция газеты «Заря»',
    'Не проводится.\nшк 27 Альметово, 89600512244 Тимур',
    'Не проводится.\n\nГалиуллина Рената\nИсполком Тюлячевского района',
    'Звонила Симонова Р.Ф., краеведческий музей, 8 (8442) 38-55-02. Не проводится.',
    'It does not post.\n\nOlga Petrenko\nAccountant, Ladoga International School',
    'It does not post.\n\nKind regards,\nAlina Werner, Union of City Museums, (812) 777-09-31',
    'It does not post.\n\nLena Wierzbicka, Finance Board of Ozerny',
    'I work at City Hospital No. 7. It does not post.',
    'It does not post.\n\nJohn Smith\nDepartment of Education, Kent County Council',
    'It does not post.\n\nJohn Smith\nBaltic Timber Ltd',
  ]);
  reads('organization', 'missing', 'body', [
    'Не проводится документ, помогите.',
    'Контрагент ООО «Ромашка» не выбирается.',
    'Не сохраняется контрагент ООО "Вектор-Снаб" ИНН 7707083893.',
    'Платёжка поставщику ООО Энергосбыт не уходит.',
    'Не выходит отчёт, школы ждут.',
    'Создаю акт с ООО «Лифтремонт», появляется окно.',
    'The invoice of supplier Acme Ltd will not post.',
    'It does not post, please help.',
  ]);
  reads('organization', 'unsure', 'body', [
    'Не проводится документ.\n\nС уважением, отдел кадров',
    'Отчёт по учреждению МБУК «Дворец культуры» пустой.',
    'ООО «Ромашка» пропало из списка.',
    'Не проводится.\n\nСемён Шашков, КСК Берёзка, 8 912 345 67 89',
  ]);
});

describe('a form field that says nothing', () => {
  test.each(['не указана', 'нет', '-', 'n/a'])('is no organisation: %j', (value) => {
    const body = `Организация: ${value}\nТекст: не проводится документ.`;

    expect(stateOf('organization', letter({ from: 'buh@mail.ru', body }))).toBe('missing');
  });

  test('is not looked for below what was written', () => {
    const lines = Array.from({ length: 8 }, (_, index) => `Не проводится документ ${index}.`);
    const body = [...lines, 'Пользователь: Шакирова Лейсан Маратовна'].join('\n');

    expect(stateOf('name', letter({ from: 'buh@mail.ru', body }))).not.toBe('present');
  });
});

describe('a telephone number', () => {
  reads('phone', 'present', 'body', [
    'тел. +7 912 345-67-89',
    'тел. 8 (8352) 64-20-17',
    '8(8352)642017',
    '8-8352-64-20-17',
    '8 8352 64 20 17',
    '8.912.345.67.89',
    '89271234567',
    '+79271234567',
    '8-800-555-35-35',
    '(48252) 2-33-09, вн. 118',
    '8 (905) 127-88-40 доб. 3',
    'моб.: 8 905 127 88 40',
    'т. 8-912-600-41-17',
    'тел 9123456789',
    'тел.: 912-345-67-89',
    'тел. 3952 20-77-31',
    'р.т. (4912) 77-02-38',
    '8 391 2 06 37 44',
    '8-39169-31-2-44',
    '8 342 400 07 19',
    '+7.84472.00.551',
    '62-12-34, 8 912 345 67 89',
    'школа 5 8-912-345-67-89',
    'тел/факс 8 48 762 0-33-15',
    'т. (8-351-00) 7-19-44',
    'звоните 8\u00A0912\u00A0345\u201167\u201189',
    'восемь, девятьсот одиннадцать, 000-31-31',
    'тел. восемь девятьсот двенадцать триста сорок пять шестьдесят семь',
    '+44 20 7946 0911',
    'phone: (555) 123-4567',
    'call me on 555-123-4567',
    'Tel. 007 861 000 55 02',
    'Phone +49 30 901820 ext. 12',
    'S. Quinlan, 00 353 1 555 0163',
    'Precious Okafor, 01632 960 233',
    'John Kowalczyk, (01632) 960233',
    'mob 07700 900412',
    'Мой номер плюс семь девятьсот три двести двенадцать сорок пять ноль один',
  ]);
  reads('phone', 'missing', 'body', [
    'Не проводится документ № 89271234567',
    'ИНН 7707083893, КПП 770701001, ОГРН 1027700132195',
    'л/с 20723456789, р/с 40702810900000001234',
    'КБК 0701 0210120010 244',
    'ОКТМО 79701000001',
    'сумма 1 204 560,00 вместо 1 240 560,00',
    'Остаток 8 000 000 000,00 руб.',
    'Счёт 03100643000000011500',
    'реестровая запись 0318300000125000044',
    'за 2026-01-15 08:41:07,318 ошибка',
    'акт от 12-01-26 и 15-02-26',
    'Телефон: (не указан)',
    'Позвоните мне, пожалуйста.',
    'Наша поддержка: +7 (495) 135-4-135 (доб. 3)',
    'Звонил вам на 8 (495) 135-41-35, не ответили.',
    'Документ 89123456789 не проводится',
    'Раздел 0701 0210120010 244',
    'Invoice no. 01632 960 233 will not post.',
    'Документ 8123456 и 0503127, счёт 205.31',
    'Отправьте 10 из 100 документов за 1-й квартал 2026-2027 годов.',
  ]);
  reads('phone', 'unsure', 'body', [
    'тел. 5-31-12',
    'Т. 22-14-60',
    'доб. 214',
    'вн. 12-14',
    'phone ext. 2290',
  ]);
  test('may be all that is known of the sender', () =>
    expect(stateOf('phone', letter({ from: '89615502277 <79615502277@mms.example>' }))).toBe('present'));
});

describe('an address', () => {
  reads('email', 'present', 'from', [
    'Ольга <olga@mail.ru>',
    'buh@school5.example',
    'МБОУ <mbou-5@yandex.ru>',
    'IT Helpdesk <helpdesk@town-hospital.example>',
  ]);
  reads('email', 'missing', 'from', [
    'Портал <noreply@portal.example>',
    'Портал <no-reply@portal.example>',
    'Scanner <scanner@uszn.example>',
    'МФУ <mfu-2@uszn.example>',
    'Ольга',
    '',
  ]);
  test.each([
    ['phone', 'Ольга <olga@mail.ru>', 'Звонила Ольга.', 'missing'],
    ['phone', 'Оператор <noreply@call.example>', 'Просит писать на olga@mail.ru.', 'present'],
    ['portal', 'Портал <noreply@portal.example>', 'E-mail: noskova-rc@mail.ru', 'present'],
    ['portal', 'Портал <noreply@portal.example>', 'Писали на support@desk.example', 'missing'],
  ] as const)('by %s from %j, %j: %s', (channel, from, body, state) => {
    expect(stateOf('email', letter({ channel, from, body }))).toBe(state);
  });
});

describe('a subject', () => {
  test.each(['Вопрос', 'Срочно', '1', 'Re: отчёт', 'Fwd: RE: Не сохраняется', '[External] Отчёт'])(
    '%j is one',
    (subject) => expect(readSubject(letter({ subject })).state).toBe('present'),
  );
  test.each([
    '',
    ' ',
    '(без темы)',
    '<без темы>',
    'Без темы',
    'Re:',
    'Fw:',
    'RE: FW:',
    'Re[2]:',
    'Ответ:',
    'На:',
    'Пересл:',
    '(no subject)',
    'Re: (no subject)',
    'Fwd: (без темы)',
    '...',
    '-',
    'тема отсутствует',
    '[External]',
  ])('%j is none', (subject) => expect(readSubject(letter({ subject })).state).toBe('missing'));
});
