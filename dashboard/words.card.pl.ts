import { formats, tidy } from './words';

const { count, number, period, day } = formats('pl');

const days = { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' };
const facts = { one: 'fakt', few: 'fakty', many: 'faktów', other: 'faktu' };

/** The Polish words of the card of one consultation. */
export const cardWords = tidy({
  card: {
    facts: 'Najważniejsze fakty',
    period: 'Termin',
    basis: 'Podstawa',
    byMatter: 'ustalona według rodzaju sprawy i dnia',
    lasted: (n: number, tense: 'past' | 'now' | 'future') =>
      ({
        past: `Trwały ${count(n, days)}`,
        now: `Trwają ${count(n, days)}`,
        future: `Mają trwać ${count(n, days)}`,
      })[tense],
    kept: (min: number, from: string) =>
      `, a prawo wymaga co najmniej ${number(min)} ${from}: minimum zachowano.`,
    tooShort: (min: number, from: string, by: number) =>
      `, a prawo wymaga co najmniej ${number(min)} ${from}: o ${count(by, days)} za krótko.`,
    keptAlone: (min: number, from: string) => `Zachowano ustawowe minimum: ${count(min, days)} ${from}.`,
    tooShortAlone: (min: number, from: string, by: number) =>
      `O ${count(by, days)} za krótko: prawo wymaga co najmniej ${number(min)} ${from}.`,
    minimumUnknown: (min: number, from: string) =>
      `Prawo wymaga co najmniej ${count(min, days)} ${from}; brak odnotowanych dni, aby to sprawdzić.`,
    noRule: 'Dla tej sprawy nie znamy reguły prawnej, która wyznacza najkrótszy czas.',
    noMinimum: 'Znana nam reguła prawna nie wyznacza tu najkrótszego czasu.',
    lengthUnknown: 'Nie odnotowano, ile dni trwały.',
    lengthUnknownBecause: (missing: string) => `Czasu trwania nie znamy: nie odnotowano ${missing}.`,
    noOpening: 'dnia rozpoczęcia',
    noClosing: 'dnia zakończenia',
    reportOn: (iso: string) => `Raport opublikowano ${day(iso)}`,
    reportAfter: (n: number) => `, ${count(n, days)} po zakończeniu`,
    reportLate: (n: number) => `, ${count(n, days)} po terminie`,
    reportInTime: ', w terminie',
    reportKnown: 'Raport opublikowano, lecz jego dnia nie odnotowano.',
    reportNotRecorded: 'Raportu nie odnotowano.',
    reportNotHappened: 'Raportu nie było: rejestr raportów z tego roku jest pełny.',
    planned: 'Planowane',
    dash: (from: string, to: string) => period(from, to),
    cancelled: (iso: string) => `Odwołano ${day(iso)}.`,
  },
  course: {
    title: 'Przebieg wobec terminów',
    sub: 'Dni kalendarzowe',
    rows: { announcement: 'Ogłoszenie', remarks: 'Zbieranie uwag', report: 'Raport', decision: 'Decyzja' },
    announced: (iso: string, before: number | null) =>
      before === null || before < 0
        ? day(iso)
        : before === 0
          ? `${day(iso)}, w dniu rozpoczęcia`
          : `${day(iso)}, ${count(before, days)} przed startem`,
    collected: (n: number | null, iso: string) =>
      n === null ? `do ${day(iso)}` : `${count(n, days)}, do ${day(iso)}`,
    opened: (iso: string) => `od ${day(iso)}`,
    remarksUntil: (iso: string) => `uwagi do ${day(iso)}`,
    minimum: (iso: string, min: number, from: string) => `minimum: ${count(min, days)} ${from}, ${day(iso)}`,
    minimumShort: (iso: string) => `minimum ${day(iso)}`,
    due: (iso: string, n: number | null) =>
      n === null ? `termin: ${day(iso)}` : `termin: ${count(n, days)}, ${day(iso)}`,
    dueShort: (iso: string) => `termin ${day(iso)}`,
    reported: (iso: string, late: number | null) =>
      late === null
        ? day(iso)
        : late > 0
          ? `${day(iso)}, ${count(late, days)} po terminie`
          : `${day(iso)}, w terminie`,
    decided: (iso: string) => day(iso),
    decisionPublished: (iso: string) => `opublikowano ${day(iso)}`,
    legend: {
      wait: 'czas oczekiwania',
      tail: 'uwagi przyjmowane po zakończeniu',
      late: 'po terminie',
      law: 'dzień, który wyznacza prawo',
    },
    headline: {
      kept: 'Minimum ustawowe zachowano',
      short: (by: number) => `Na uwagi było o ${count(by, days)} za mało`,
      unknown: 'Z odnotowanych dni nie wynika, czy zachowano minimum',
      noRule: 'Odnotowane dni; minimum dla tej sprawy nie jest znane',
      noMinimum: 'Odnotowane dni; znana reguła prawna nie wyznacza tu minimum',
      late: (by: number) => `raport spóźnił się o ${count(by, days)}`,
      inTime: 'raport był w terminie',
    },
    columns: { row: 'Etap', from: 'Od', to: 'Do', days: 'Dni', legal: 'Termin z prawa' },
    caption: 'Te same dni co na wykresie',
    asOf: (iso: string) => `stan na ${day(iso)}`,
    tooFew: (missing: string) => `Za mało odnotowanych dni, by narysować przebieg. Brakuje: ${missing}.`,
    span: (from: string, to: string) => `Odnotowane dni obejmują ${period(from, to)}.`,
    lawLink: 'treść przepisu',
  },
  events: {
    title: 'Formy i wydarzenia',
    forms: 'Odnotowane formy udziału',
    noForms: 'Form udziału nie odnotowano.',
    none: 'Nie odnotowano żadnego spotkania ani innego wydarzenia.',
    caption: 'Wydarzenia',
    count: (n: number) =>
      count(n, { one: 'wydarzenie', few: 'wydarzenia', many: 'wydarzeń', other: 'wydarzenia' }),
  },
  gaps: {
    title: 'Czego nie odnotowano',
    share: (known: number, all: number) =>
      `odnotowano ${number(known)} z ${count(all, { one: 'faktu', few: 'faktów', many: 'faktów', other: 'faktu' })}`,
    lead: 'Brak zapisu nie znaczy, że czegoś nie było. Znaczy tylko, że źródło tego nie podaje.',
    groups: {
      days: 'Dni',
      announcement: 'Treść ogłoszenia',
      accessibility: 'Dostępność',
      numbers: 'Liczby',
      other: 'Pozostałe',
    },
    known: (known: number, all: number) => `${number(known)} z ${number(all)}`,
    complete: 'Odnotowano wszystko.',
    missing: 'Brakuje',
    everything: (n: number) => `Pokaż wszystkie ${count(n, facts)} z wartościami`,
    caption: 'Wszystkie fakty zapisu',
    columns: { group: 'Grupa', field: 'Fakt', value: 'Wartość', known: 'Odnotowano' },
  },
});

export type CardWords = typeof cardWords;
