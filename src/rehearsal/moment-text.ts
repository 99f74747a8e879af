import type { Bilingual, Language } from '#core/calendar/bilingual.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const DAY = String.raw`(?:(?<weekday>[A-Za-zА-Яа-я]{2,3}) )?(?<day>\d{2})\.(?<month>\d{2})(?:\.(?<year>\d{4}))?`;
const ISO_DAY = String.raw`(?<iso>\d{4}-\d{2}-\d{2})`;
const TIME = String.raw`(?<time>\d{2}:\d{2}(?::\d{2})?)`;
const LATER = String.raw`(?<count>\d+) (?<unit>s|min|h) later`;

/** The forms of a day, without groups, for a schema. */
export const DAY_PATTERN = `^(${plain(DAY)}|${plain(ISO_DAY)})$`;
/** The forms of a moment, without groups, for a schema. */
export const MOMENT_PATTERN = `^((${plain(DAY)} |${plain(ISO_DAY)}[ T])${plain(TIME)}|${plain(LATER)})$`;

function plain(pattern: string): string {
  return pattern.replace(/\(\?<\w+>/g, '(');
}

const MOMENT_FORMS = [
  new RegExp(`^${DAY} ${TIME}$`),
  new RegExp(`^${ISO_DAY}[ T]${TIME}$`),
  new RegExp(`^${LATER}$`),
];
const DAY_FORMS = [new RegExp(`^${DAY}$`), new RegExp(`^${ISO_DAY}$`)];

const UNITS = { s: 'seconds', min: 'minutes', h: 'hours' } as const;

export type ReadMoment<Value> = { readonly value: Value } | { readonly wrong: Bilingual };

/** Where the times of a scenario stand. */
export interface Dating {
  readonly zone: string;
  /** Of days that name none. */
  readonly year: number;
}

/** `Tue 16.02 14:20`, `2027-02-16 14:20` or `40 s later` as an instant. @param before the moment that "later" follows */
export function readMoment(
  text: string,
  { zone, year }: Dating,
  before: Temporal.Instant | undefined,
): ReadMoment<Temporal.Instant> {
  const groups = groupsOf(text, MOMENT_FORMS);
  if (groups.unit !== undefined) {
    if (before === undefined) return { wrong: NOTHING_BEFORE };
    const unit = UNITS[groups.unit as keyof typeof UNITS];
    return { value: before.add({ [unit]: Number(groups.count) }) };
  }
  const day = dayOf(groups, year);
  if ('wrong' in day) return day;
  const time = timeOf(groups.time ?? '');
  if (time === undefined)
    return { wrong: { ru: `времени «${groups.time}» нет`, en: `there is no time "${groups.time}"` } };
  return { value: day.value.toPlainDateTime(time).toZonedDateTime(zone).toInstant() };
}

/** `Wed 24.02` or `2027-02-24` as a day. */
export function readDay(text: string, year: number): ReadMoment<Temporal.PlainDate> {
  return dayOf(groupsOf(text, DAY_FORMS), year);
}

const NOTHING_BEFORE: Bilingual = {
  ru: 'до этого шага ничего не было, отсчитывать не от чего',
  en: 'nothing stands before this step from which to count',
};

type Groups = Readonly<Record<string, string | undefined>>;

function groupsOf(text: string, forms: readonly RegExp[]): Groups {
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return found.groups ?? {};
  }
  return {};
}

function dayOf(
  { iso, weekday, day, month, year }: Groups,
  usualYear: number,
): ReadMoment<Temporal.PlainDate> {
  const written = iso ?? `${year ?? usualYear}-${month}-${day}`;
  const value = orNothing(() => Temporal.PlainDate.from(written, { overflow: 'reject' }));
  if (value === undefined)
    return { wrong: { ru: `дня «${written}» нет`, en: `there is no day "${written}"` } };
  if (weekday === undefined || isWeekday(weekday, value)) return { value };
  const { ru, en } = weekdayOf(value);
  return {
    wrong: { ru: `${written} – это ${ru}, а не ${weekday}`, en: `${written} is a ${en}, not a ${weekday}` },
  };
}

function timeOf(text: string): Temporal.PlainTime | undefined {
  return orNothing(() => Temporal.PlainTime.from(text, { overflow: 'reject' }));
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function weekdayOf({ dayOfWeek }: Temporal.PlainDate): Bilingual {
  return { ru: WEEKDAYS.ru[dayOfWeek - 1] ?? '', en: WEEKDAYS.en[dayOfWeek - 1] ?? '' };
}

function isWeekday(word: string, day: Temporal.PlainDate): boolean {
  const { ru, en } = weekdayOf(day);
  return [ru, en.toLowerCase()].includes(word.toLowerCase());
}

/** `Sat 20.02.2027 09:00`, as it would stand in a scenario. */
export function momentText(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  return `${dayText(local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** `Sat 20.02.2027` */
export function dayText(day: Temporal.PlainDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${weekdayOf(day).en} ${two(day.day)}.${two(day.month)}.${day.year}`;
}
