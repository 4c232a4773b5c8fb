import type { Field, Kind, Label } from '../contracts/field';
import { recordType } from '../contracts/record-type';
import { METHOD } from '../indicators/method';
import { GATES } from '../indicators/gates';

/** What a cell of a data set is; a list is one text, its members joined by |. */
export type CellType = 'text' | 'code' | 'number' | 'integer' | 'day' | 'list';

export interface DatasetColumn {
  name: string;
  type: CellType;
  label: Label;
  /** SQL over the rows of the data set. */
  sql: string;
}

/** A table that can be taken home: its columns and its rows, in the order of its key. */
export interface Dataset {
  code: string;
  label: Label;
  about: Label;
  columns: DatasetColumn[];
  /** SQL behind FROM, for one authority. */
  from: (authorityId: number) => string;
  order: string;
}

const TYPES: Record<Kind, CellType> = {
  text: 'text',
  url: 'text',
  reference: 'text',
  pseudonym: 'text',
  answers: 'list',
  facts: 'text',
  code: 'code',
  day: 'day',
  integer: 'integer',
  decimal: 'number',
  codes: 'list',
  texts: 'list',
};

const column = (name: string, type: CellType, pl: string, en: string, sql: string): DatasetColumn => ({
  name,
  type,
  label: { pl, en },
  sql,
});

const recorded = (field: Field): DatasetColumn => ({
  name: field.name,
  type: TYPES[field.kind],
  label: field.label,
  sql: `c."${field.name}"`,
});

const AUTHORITY = column('authority', 'text', 'Organ', 'Authority', 'a.code');
const QUARTER = column(
  'quarter',
  'code',
  'Kwartał zamknięcia',
  'Quarter of its end',
  `k.year || '-Q' || k.quarter`,
);

const CONSULTATIONS: Dataset = {
  code: 'consultations',
  label: { pl: 'Konsultacje', en: 'Consultations' },
  about: {
    pl: 'Każde konsultacje organu: odnotowane fakty, indeks i skąd pochodzi wiersz. Puste pole znaczy: nie odnotowano.',
    en: 'Every consultation of the authority: recorded facts, index, and where the row comes from. An empty cell means: not recorded.',
  },
  columns: [
    AUTHORITY,
    ...recordType('consultation')!.fields.map(recorded),
    column('closed', 'day', 'Zamknięto (ustalone)', 'Closed (derived)', 'k.closed'),
    QUARTER,
    column(
      'index',
      'number',
      `Indeks (metoda ${METHOD.version})`,
      `Index (method ${METHOD.version})`,
      'k.index',
    ),
    column(
      'index_arithmetic',
      'number',
      'Indeks, odmiana arytmetyczna',
      'Index, arithmetic variant',
      'k.arithmetic',
    ),
    column('index_low', 'number', 'Indeks, gdyby każda luka była 0', 'Index were every gap 0', 'k.low'),
    column('index_high', 'number', 'Indeks, gdyby każda luka była 100', 'Index were every gap 100', 'k.high'),
    column('grade', 'code', 'Ocena literowa', 'Grade', 'k.grade'),
    column(
      'gates',
      'code',
      'Bramki',
      'Gates',
      `nullif(concat_ws(' ', ${GATES.map(({ code }) => `CASE WHEN k.${code.toLowerCase()} THEN '${code}' END`).join(', ')}), '')`,
    ),
    column('source_file', 'text', 'Plik źródłowy', 'Source file', 'b.file'),
    column('source_line', 'integer', 'Wiersz pliku', 'Line of the file', 'c.line'),
    column('source_batch', 'integer', 'Partia', 'Batch', 'c.batch_id'),
  ],
  from: (authorityId) =>
    `consultation c JOIN authority a ON a.id = c.authority_id JOIN batch b ON b.id = c.batch_id
     LEFT JOIN scored.consultation_score k ON k.consultation_id = c.id WHERE c.authority_id = ${authorityId}`,
  order: 'c.code',
};

const MEASURED = [
  column('indicator', 'code', 'Wskaźnik', 'Indicator', 'v.indicator'),
  column('status', 'code', 'Stan wartości', 'Status of the value', 'v.status'),
  column('x', 'number', 'Miara', 'Measure', 'v.x'),
  column('numerator', 'number', 'Licznik', 'Numerator', 'v.numerator'),
  column('denominator', 'number', 'Mianownik', 'Denominator', 'v.denominator'),
  column('score', 'number', 'Ocena 0–100', 'Score 0–100', 'v.score'),
];

const INDICATOR_VALUES: Dataset = {
  code: 'indicator-values',
  label: { pl: 'Wartości wskaźników', en: 'Indicator values' },
  about: {
    pl: 'Wiersz na każde zamknięte konsultacje i wskaźnik: stan, miara i ocena; X1–X7 pokazywane są obok, oceny nie mają. Bez miary jest powód w kolumnie „status”, nigdy 0.',
    en: 'A row for every closed consultation and indicator: status, measure and score; X1–X7 are shown beside and have no score. Without a measure the reason stands in “status”, never a 0.',
  },
  columns: [
    AUTHORITY,
    column('consultation', 'text', 'Identyfikator konsultacji', 'Consultation code', 'v.consultation'),
    QUARTER,
    column('unit', 'text', 'Komórka odpowiedzialna', 'Responsible unit', 'coalesce(k.unit, k.unit_name)'),
    ...MEASURED,
  ],
  from: (authorityId) =>
    `scored.value v JOIN scored.closed k USING (authority_id, consultation_id) JOIN authority a ON a.id = v.authority_id WHERE v.authority_id = ${authorityId}`,
  order: 'v.consultation, v.indicator',
};

const AUTHORITY_VALUES: Dataset = {
  code: 'authority-values',
  label: { pl: 'Wartości wskaźników organu', en: 'Indicator values of the authority' },
  about: {
    pl: 'Wiersz na każdy kwartał, w którym zamknięto konsultacje, i wskaźnik, który mierzy organ, a nie konsultacje: zawsze za cztery kwartały zakończone tym kwartałem. Bez miary jest powód w kolumnie „status”, nigdy 0.',
    en: 'A row for every quarter in which a consultation closed and every indicator that measures the authority, not a consultation: always of the four quarters that end with it. Without a measure the reason stands in “status”, never a 0.',
  },
  columns: [
    AUTHORITY,
    column(
      'quarter',
      'code',
      'Ostatni z czterech kwartałów',
      'Last of the four quarters',
      `v.period // 4 || '-Q' || (v.period % 4 + 1)`,
    ),
    ...MEASURED.slice(0, 2),
    column('n', 'integer', 'Liczba przypadków', 'Number of cases', 'v.n'),
    ...MEASURED.slice(2),
  ],
  from: (authorityId) =>
    `scored.city_value v JOIN authority a ON a.id = v.authority_id
     SEMI JOIN (SELECT authority_id, period FROM scored.member WHERE unit IS NULL AND span = 1) m ON m.authority_id = v.authority_id AND m.period = v.period
     WHERE v.authority_id = ${authorityId}`,
  order: 'v.period, v.indicator',
};

export const DATASETS: Dataset[] = [CONSULTATIONS, INDICATOR_VALUES, AUTHORITY_VALUES];
