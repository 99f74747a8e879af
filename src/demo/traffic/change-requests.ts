import type { Act } from '#demo/act.ts';
import { ordinary } from './ordinary.ts';

/** Wishes: some are granted, some wait, one comes back on its last day. */
export const CHANGE_REQUESTS: readonly Act[] = [
  ...ordinary(
    {
      ticket: 'stepan',
      who: 'stepan',
      by: 'portal',
      kind: 'changeRequest',
      at: '02-15 16:25',
      subject: { ru: 'Печать QR-кода на квитанции', en: 'A QR code on the receipt' },
      text: {
        ru: 'Питание → Квитанции. Просим выводить на них QR-код для оплаты. Реквизиты уже есть в карточке учреждения. Хорошо бы к 1 апреля.',
        en: 'Meals → Receipts. Please print a QR code for payment on them. The bank details are in the institution’s card already. By 1 April would be good.',
      },
    },
    {
      at: '02-17 11:10',
      agent: 'igor',
      tells: {
        ru: 'Взяли в план обновления 5.13, выход в середине марта. Сообщим, когда можно будет проверить.',
        en: 'It is planned for update 5.13 in the middle of March. We will write when it can be tried.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'ekaterina',
      who: 'ekaterina',
      by: 'mail',
      kind: 'changeRequest',
      at: '02-16 13:20',
      subject: { ru: 'Фильтр по подразделению', en: 'Filter by department' },
      text: {
        ru: 'Добрый день! В реестре заявок 900 строк, а фильтра по подразделению нет. Добавьте, пожалуйста, такой же, как в реестре договоров.',
        en: 'Good afternoon! The register of requests has 900 lines and no filter by department. Please add one like that in the register of contracts.',
      },
    },
    {
      at: '02-19 16:05',
      agent: 'igor',
      solves: {
        ru: 'Фильтр добавлен обновлением 5.11.3: кнопка с воронкой над списком, пункт «Подразделение».',
        en: 'The filter came with update 5.11.3: the funnel button above the list, entry “Department”.',
      },
    },
    {
      at: '03-01 11:42',
      writes: {
        ru: 'Фильтр появился, но вложенные отделы в него не попадают – только верхний уровень.',
        en: 'The filter is there, but it does not include the departments below, only the top level.',
      },
    },
    {
      at: '03-03 15:30',
      agent: 'igor',
      solves: {
        ru: 'В 5.11.5 фильтр учитывает и вложенные отделы; галочка «С подчинёнными» включена по умолчанию.',
        en: 'In 5.11.5 the filter includes the departments below; the tick “With subordinates” is on by default.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'viktor',
      who: 'viktor',
      by: 'mail',
      kind: 'changeRequest',
      at: '02-18 14:48',
      subject: { ru: 'предложение', en: 'a suggestion' },
      text: {
        ru: 'Транспорт → Путевые листы. Добавить поле «показания одометра при возврате» и считать пробег самой программой, а то считаем на калькуляторе. Желательно до лета, до 1 июня.',
        en: 'Transport → Waybills. Add a field “odometer on return” and let the program work out the distance; now we do it on a calculator. If possible by 1 June.',
      },
    },
    {
      at: '02-25 15:15',
      agent: 'olga',
      solves: {
        ru: 'Поле и расчёт уже есть, но выключены: Настройки → Транспорт → «Учёт по одометру». Мы включили их для автобазы.',
        en: 'Field and calculation exist but were off: Settings → Transport → “Count by odometer”. We switched them on for the motor pool.',
      },
    },
    {
      at: '02-25 15:44',
      writes: { ru: 'отлично, спасибо, ребята!', en: 'great, thanks!' },
    },
  ),
  ...ordinary(
    {
      ticket: 'anton again',
      who: 'anton',
      by: 'portal',
      kind: 'changeRequest',
      at: '02-26 10:30',
      subject: { ru: 'Выгрузка контрагентов в XML', en: 'Contractors as XML' },
      text: {
        ru: 'Справочники → Контрагенты. Нужна выгрузка справочника в XML по схеме казначейства, с ИНН и КПП. Нужно до 1 апреля.',
        en: 'Lists → Contractors. We need that list exported as XML by the treasury’s schema, with both tax numbers. Needed by 1 April.',
      },
    },
    {
      at: '03-02 12:10',
      agent: 'olga',
      tells: {
        ru: 'Схему получили, оцениваем объём работ. До пятницы назовём срок.',
        en: 'We have the schema and are estimating the work. By Friday we will name a date.',
      },
    },
  ),
  ...ordinary(
    {
      ticket: 'yulia again',
      who: 'yulia',
      by: 'mail',
      kind: 'changeRequest',
      at: '03-04 09:55',
      subject: { ru: 'Доработка формы заявки', en: 'A change to the request form' },
      text: {
        ru: 'Кадры → Заявки на обучение. Коллеги, просим сделать поле «Стоимость» необязательным: для бесплатных курсов мы пишем туда ноль. Не позднее 15 марта, если можно.',
        en: 'Staff → Requests for training. Please make the field “Cost” optional: for free courses we write a zero there. By 15 March, if possible.',
      },
    },
    {
      at: '03-05 11:00',
      agent: 'igor',
      solves: {
        ru: 'Поле больше не обязательное: это настройка формы, обновление не понадобилось.',
        en: 'The field is optional now: it is a setting of the form, no update was needed.',
      },
    },
  ),
];
