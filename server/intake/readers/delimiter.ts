import type { Doubt, ReadOptions } from './reader';
import { isBlankRow, kindOf, type Marks, modeOf, recordsOf, type SampleRecord } from './sample';

const USUAL = [',', ';', '\t', '|'];
const UNUSUAL = [' ', ':', '^', '~', '#', '!'];
/** Records by which the marks are judged. */
const JUDGED = 300;
/** From which share of the best one on another reading is a rival. */
const RIVAL = 0.85;

interface Reading {
  marks: Marks;
  records: SampleRecord[];
  /** Cells of most records. */
  width: number;
  /** The share of records so cut. */
  share: number;
  score: number;
}

/**
 * Finds out the delimiter, the quote and the escape of a text: those that cut most records into the same number (two
 * or more) of cells that look like cells. What is declared is taken as it is; where two readings are as good, or none
 * is good, there is a doubt.
 */
export function detectMarks(text: string, options: ReadOptions): { marks: Marks; doubts: Doubt[] } {
  const sample = text.slice(0, 200_000);
  const best = delimiters(sample, options)
    .map((delimiter) => withQuote(sample, delimiter, options))
    .filter(({ reading }) => reading.width > 1 || options.delimiter !== undefined)
    .sort((a, b) => b.reading.score - a.reading.score || b.reading.width - a.reading.width);
  const [first, second] = best;
  if (!first) return oneColumn(sample, options);
  const doubts = [...first.doubts];
  if (second && second.reading.share >= 0.8 && second.reading.score >= RIVAL * first.reading.score)
    doubts.push(twoDelimiters(first.reading, second.reading));
  else if (first.reading.share < 0.5 && first.reading.records.length >= 4) doubts.push(uneven(first.reading));
  return { marks: first.reading.marks, doubts };
}

function delimiters(sample: string, options: ReadOptions): string[] {
  const { delimiter } = options;
  if (delimiter !== undefined) return [delimiter === '\\t' ? '\t' : delimiter];
  // a doubled sign is one where every second cell is empty otherwise
  const doubled = USUAL.filter((sign) => {
    const records = filled(recordsOf(sample, { delimiter: sign, quote: '"', escape: '' }, JUDGED));
    return (
      records.length > 1 &&
      records.every(({ cells }) => cells.length > 2 && cells.every((cell, i) => i % 2 === 0 || cell === ''))
    );
  });
  return doubled.length > 0 ? doubled.map((sign) => sign + sign) : USUAL;
}

function readingOf(sample: string, marks: Marks): Reading {
  const whole = recordsOf(sample, marks, JUDGED);
  const records = filled(whole.length > 1 && sample.length >= 200_000 ? whole.slice(0, -1) : whole);
  const width = modeOf(records.map(({ cells }) => cells.length));
  const body = records.slice(
    Math.max(
      0,
      records.findIndex(({ cells }) => cells.length === width),
    ),
  );
  const share = body.filter(({ cells }) => cells.length === width).length / Math.max(1, body.length);
  const sound = body.filter(({ broken }) => !broken).length / Math.max(1, body.length);
  return { marks, records: body, width, share, score: share * sound * (0.5 + 0.5 * neatness(body, marks)) };
}

const filled = (records: SampleRecord[]) => records.filter(({ cells }) => !isBlankRow(cells));

/** The share of cells that hold no other delimiter outside quotes, or are numbers. */
function neatness(records: SampleRecord[], { delimiter }: Marks): number {
  const others = USUAL.filter((sign) => sign !== delimiter);
  let [neat, all] = [0, 0];
  for (const { cells, quoted } of records) {
    for (const [i, cell] of cells.slice(0, 50).entries()) {
      all++;
      if (quoted[i] || kindOf(cell) !== 'text' || !others.some((sign) => cell.includes(sign))) neat++;
    }
  }
  return neat / Math.max(1, all);
}

function withQuote(
  sample: string,
  delimiter: string,
  options: ReadOptions,
): { reading: Reading; doubts: Doubt[] } {
  const usual = withEscape(sample, { delimiter, quote: options.quote ?? '"' }, options);
  if (options.quote !== undefined || !/(^|[^\p{L}])'[^'\n]*'/u.test(sample)) return usual;
  const other = withEscape(sample, { delimiter, quote: "'" }, options);
  const [inUsual, inOther] = [quotedCells(usual.reading), quotedCells(other.reading)];
  if (inOther === 0 || other.reading.score < usual.reading.score) return usual;
  if (inUsual === 0 && (other.reading.score > usual.reading.score || wholeColumns(other.reading)))
    return other;
  return { ...other, doubts: [...other.doubts, twoQuotes(inOther)] };
}

const quotedCells = ({ records }: Reading): number =>
  records.reduce((sum, { quoted }) => sum + quoted.filter(Boolean).length, 0);

/** Whether a column that has a quoted cell has hardly any other. */
function wholeColumns({ records, width }: Reading): boolean {
  return Array.from({ length: width }, (_, i) => i).every((column) => {
    const held = records.slice(1).filter(({ cells }) => (cells[column] ?? '') !== '');
    const quoted = held.filter((record) => record.quoted[column]).length;
    return quoted === 0 || quoted >= 0.9 * held.length;
  });
}

function withEscape(
  sample: string,
  marks: Omit<Marks, 'escape'>,
  options: ReadOptions,
): { reading: Reading; doubts: Doubt[] } {
  const plain = readingOf(sample, { ...marks, escape: options.escape ?? '' });
  if (options.escape !== undefined || !sample.includes(`\\${marks.quote}`))
    return { reading: plain, doubts: [] };
  const escaped = readingOf(sample, { ...marks, escape: '\\' });
  const broken = ({ records }: Reading) => records.filter((record) => record.broken).length;
  if (broken(plain) === 0 && broken(escaped) === 0 && escaped.score >= plain.score)
    return { reading: plain, doubts: [twoEscapes(marks.quote)] };
  return { reading: escaped.score > plain.score ? escaped : plain, doubts: [] };
}

/** No usual sign cuts the text: an unusual one may, or it is a list. Either way a person has to say. */
function oneColumn(sample: string, options: ReadOptions): { marks: Marks; doubts: Doubt[] } {
  const readings = UNUSUAL.map((delimiter) => withQuote(sample, delimiter, options).reading)
    .filter(({ width, share, records }) => width > 1 && share >= 0.95 && records.length > 1)
    .sort((a, b) => b.score - a.score);
  const guess = readings[0]?.marks;
  return {
    marks: guess ?? { delimiter: ',', quote: options.quote ?? '"', escape: options.escape ?? '' },
    doubts: [
      {
        about: 'delimiter',
        pl: `Nie znaleziono separatora kolumn (próbowano: przecinek, średnik, tabulator, |)${guess ? `; może to „${guess.delimiter}”` : ''}; podaj go, także gdy plik ma jedną kolumnę`,
        en: `No column delimiter was found (tried: comma, semicolon, tab, |)${guess ? `; it may be “${guess.delimiter}”` : ''}; give it, even where the file has one column`,
      },
    ],
  };
}

const twoDelimiters = (first: Reading, second: Reading): Doubt => {
  const named = [first, second].map(({ marks, width }) => [JSON.stringify(marks.delimiter), width] as const);
  return {
    about: 'delimiter',
    pl: `Separatorem kolumn może być ${named.map(([sign, width]) => `${sign} (kolumn: ${width})`).join(' albo ')}`,
    en: `The column delimiter may be ${named.map(([sign, width]) => `${sign} (${width} columns)`).join(' or ')}`,
  };
};

const uneven = ({ marks, width, share }: Reading): Doubt => ({
  about: 'delimiter',
  pl: `Separator ${JSON.stringify(marks.delimiter)} dzieli na ${width} kolumn tylko ${Math.round(100 * share)} % wierszy`,
  en: `The delimiter ${JSON.stringify(marks.delimiter)} cuts only ${Math.round(100 * share)} % of the rows into ${width} columns`,
});

const twoQuotes = (cells: number): Doubt => ({
  about: 'quote',
  pl: `W apostrofach stoi ${cells} komórek: nie wiadomo, czy apostrof jest cudzysłowem pliku („'”), czy częścią tekstu („"”)`,
  en: `${cells} cells stand between apostrophes: the apostrophe may be the quote of the file (“'”) or part of the text (“"”)`,
});

const twoEscapes = (quote: string): Doubt => ({
  about: 'escape',
  pl: `Przed znakiem ${quote} stoi ukośnik: może go chronić („\\”) albo być zwykłym znakiem („”)`,
  en: `A backslash stands before ${quote}: it may protect it (“\\”) or be a character like any other (“”)`,
});
