import { isSecondHeaderRow, toldApart } from './companion';
import type { Doubt } from './reader';
import { type CellKind, kindOf } from './sample';
import type { PlacedRow } from './table-shape';

type Family = 'number' | 'date' | 'text' | 'empty';

/** What the cells of one column say about the first row. */
interface Column {
  head: string;
  headKind: CellKind;
  /** Kind of nearly all cells below; text where they are mixed. */
  family: Family;
  below: string[];
}

const familyOf = (kind: CellKind): Family => (kind === 'integer' || kind === 'decimal' ? 'number' : kind);

/**
 * How many rows of a table are its header: one where its first cells are names, none where they are values like those
 * below them. What the cells leave open goes to `doubts`.
 */
export function headerDoubt(table: PlacedRow[], doubts: Doubt[]): number {
  const [first, ...body] = table;
  if (!first) return 1;
  const [second, ...below] = body.map(({ cells }) => cells);
  if (second && below.length > 0 && isSecondHeaderRow(first.cells, second, below)) return 2;
  const columns = columnsOf(first, body);
  const { rows, open } = judged(columns, body.length);
  if (open) {
    const { pl, en } = OPEN[open];
    doubts.push({
      about: 'header_rows',
      pl: `${pl} (wiersz ${first.line})`,
      en: `${en} (line ${first.line})`,
    });
  }
  if (rows === 1) doubts.push(...alike(first));
  return rows;
}

/** Columns of one name that form tools give to what belongs to a question, where no question tells them apart. */
function alike({ line, cells }: PlacedRow): Doubt[] {
  const { unclear } = toldApart(cells);
  if (unclear === null) return [];
  return [
    {
      about: 'header',
      pl: `Kilka kolumn nazywa się „${unclear}” (wiersz ${line}) i nie wiadomo, do których pytań należą; podaj „numbered”, jeśli wystarczy je ponumerować, albo popraw nagłówek`,
      en: `Several columns are called “${unclear}” (line ${line}), and to which questions they belong is not certain; give “numbered” if numbers are enough, or correct the header`,
    },
  ];
}

const OPEN = {
  mixed: { pl: 'Nie wiadomo, czy pierwszy wiersz to nagłówek', en: 'The first row may be a header or not' },
  only: {
    pl: 'Jedyny wiersz ma liczby lub daty zamiast nazw',
    en: 'The only row has numbers or days instead of names',
  },
  repeated: {
    pl: 'Pierwszy wiersz powtarza wartości spod niego, więc to może nie nagłówek',
    en: 'The first row repeats values from below it, so it may be no header',
  },
  second: {
    pl: 'Nagłówek ma chyba więcej niż jeden wiersz',
    en: 'The header seems to have more than one row',
  },
};

function judged(columns: Column[], below: number): { rows: number; open: keyof typeof OPEN | null } {
  const names = columns.filter(({ headKind, family }) => headKind === 'text' && isTyped(family));
  const values = columns.filter(({ headKind, family }) => isTyped(family) && familyOf(headKind) === family);
  const labels = values.length > 0 && areLabels(values);
  if (values.length > 0 && !(labels && names.length > 0))
    return { rows: names.length > values.length ? 1 : 0, open: names.length > 0 || labels ? 'mixed' : null };
  return { rows: 1, open: asNames(columns, below, names.length) };
}

/** What is odd about a first row that is taken for names. */
function asNames(columns: Column[], below: number, names: number): keyof typeof OPEN | null {
  if (below === 0)
    return columns.some(({ headKind }) => ['decimal', 'date'].includes(headKind)) ? 'only' : null;
  if (names === 0 && below > 2 && columns.some(isRepeated)) return 'repeated';
  return hasSecondRow(columns) ? 'second' : null;
}

const isTyped = (family: Family): boolean => family === 'number' || family === 'date';

function columnsOf(first: PlacedRow, body: PlacedRow[]): Column[] {
  return first.cells.map((cell, i) => {
    const below = body.map(({ cells }) => (cells[i] ?? '').trim());
    const families = below.map((text) => familyOf(kindOf(text))).filter((family) => family !== 'empty');
    const most = (['number', 'date'] as const).find(
      (family) => families.filter((other) => other === family).length >= 0.8 * families.length,
    );
    return {
      head: cell.trim(),
      headKind: kindOf(cell),
      family: families.length === 0 ? 'empty' : (most ?? 'text'),
      below,
    };
  });
}

/** Numbers that name columns: years, or 1, 2, 3 … */
function areLabels(columns: Column[]): boolean {
  const heads = columns.map(({ head }) => head);
  if (!columns.every(({ headKind }) => headKind === 'integer')) return false;
  return (
    heads.every((head) => /^(?:19|20)\d\d$/.test(head)) ||
    heads.every((head, i) => i === 0 || Number(head) === Number(heads[i - 1]) + 1)
  );
}

const isRepeated = ({ head, below }: Column): boolean => head !== '' && below.includes(head);

/** Columns of values whose name is missing, or whose first value is a text: names go on in the row below. */
function hasSecondRow(columns: Column[]): boolean {
  const unnamed = columns
    .slice(1)
    .filter(({ head, below }) => head === '' && below.some((cell) => cell !== ''));
  if (unnamed.length > 1) return true;
  const typed = columns.filter(({ family }) => isTyped(family));
  const seconds = typed.map(({ below }) => below[0] ?? '').filter((cell) => cell !== '');
  return typed.length > 1 && seconds.length > 1 && seconds.every((cell) => kindOf(cell) === 'text');
}
