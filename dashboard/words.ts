/** The two languages of the product; Polish stands at the root of the address, English under /en. */
export type Language = 'pl' | 'en';

/** The forms a noun takes after a number; English needs only `one` and `other`. */
export interface Forms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

const LOCALE = { pl: 'pl-PL', en: 'en-GB' } as const;
const NBSP = '\u00a0';
const JOINER = '\u2060';
const DAY_MS = 86_400_000;

/** The day as a count of days since 1970, so that a time zone can never shift it. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

/** The ISO day of a day number. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Keeps a one-letter word from ending a line, a number from parting with its noun, and "e-mail" from breaking. */
export const bound = (text: string): string =>
  text
    .replace(/(?<=^|[\s(„–])([aiouwzAIOUWZ]) (?=\S)/g, `$1${NBSP}`)
    .replace(/(\d) (?=[\p{Ll}%])/gu, `$1${NBSP}`)
    .replace(/(?<=\be|SHA)-(?=\w)/g, `-${JOINER}`);

/** Binds every text of a words file, also those its functions give back. */
export function tidy<T>(words: T): T {
  if (typeof words === 'string') return bound(words) as T;
  if (typeof words === 'function') return ((...given: unknown[]) => tidy(words(...given) as unknown)) as T;
  if (Array.isArray(words)) return words.map((word: unknown) => tidy(word)) as T;
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [key, tidy(word)])) as T;
}

const dateOf = (iso: string) => new Date(`${iso}T00:00:00Z`);
// British English abbreviates September with four letters where every other month has three.
const whole = (text: string) => text.replace('Sept', 'Sep').replace(/ /g, NBSP);

/** Days and instants as the house writes them in one language. */
function dates(language: Language) {
  const locale = LOCALE[language];
  const polish = language === 'pl';
  const inUtc = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (iso: string) => whole(format.format(dateOf(iso)));
  };
  const short = inUtc(polish ? { day: '2-digit', month: '2-digit' } : { day: 'numeric', month: 'short' });
  const day = inUtc(
    polish
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  );
  const clock = new Intl.DateTimeFormat(locale, {
    day: polish ? '2-digit' : 'numeric',
    month: polish ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Warsaw',
  });
  const dash = polish ? '–' : `${NBSP}– `;
  return {
    day,
    /** Two days with one year between them where they share it. */
    period: (from: string, to: string) => {
      if (from === to) return day(from);
      return `${from.slice(0, 4) === to.slice(0, 4) ? short(from) : day(from)}${dash}${day(to)}`;
    },
    month: { long: inUtc({ month: 'long' }), short: inUtc({ month: 'short' }) },
    /** An instant in the time of the office. */
    instant: (iso: string) => whole(clock.format(new Date(iso))),
  };
}

function made(language: Language) {
  const locale = LOCALE[language];
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  // a page writes hundreds of numbers, and each formatter costs as much as a row of a table
  const digits: Intl.NumberFormat[] = [];
  const number = (value: number, decimals = 0) =>
    (digits[decimals] ??= new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }))
      .format(value)
      .replace(/[-\u2011]/g, '\u2212')
      .replace(/\u00a0/g, '\u202f');
  const plural = (value: number, forms: Forms) => {
    const rule = rules.select(value);
    return (rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : undefined) ?? forms.other;
  };
  return {
    ...dates(language),
    language,
    number,
    plural,
    /** "5 konsultacji": the number and its noun, which never part at a line's end. */
    count: (value: number, forms: Forms) => `${number(value)}${NBSP}${plural(value, forms)}`,
    collator: new Intl.Collator(locale, { numeric: true }),
    list: (words: string[]) => lists.format(words),
  };
}

export type Formats = ReturnType<typeof made>;

const known: Partial<Record<Language, Formats>> = {};

/** Numbers, days and plurals as the house writes them in one language; made once, for every file of words asks. */
export const formats = (language: Language): Formats => (known[language] ??= made(language));
