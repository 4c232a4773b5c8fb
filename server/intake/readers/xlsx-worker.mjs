// Reads one sheet of a workbook in a thread with a memory of its own, and writes its rows down as text: one JSON array a
// line, [row of the sheet from 1, [cells]]. Rows without a value are left out.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_BYTES = 512 << 20;
const TAIL = 20;
const ERRORS = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** A number as a person typed it: 15 digits are all that a spreadsheet keeps, and it never shows an exponent as text. */
export function numberText(value) {
  const rounded = Number(value.toPrecision(15));
  const text = String(Number.isFinite(rounded) ? rounded : value);
  const [, sign, whole, fraction = '', power] = /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(text) ?? [];
  if (power === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** A day as ISO text, with its time where it has one; a time alone as a time. */
export function dateText(value) {
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = value.toISOString().split('T');
  const clock = time.slice(0, 8);
  if (day < '1900-01-01') return clock;
  return clock === '00:00:00' ? day : `${day} ${clock}`;
}

function cellText(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  return typeof value === 'number' ? numberText(value) : String(value);
}

class Rows {
  found = { rows: 0, errors: 0, firstError: null, tail: [] };
  buffer = '';
  size = 0;

  constructor(path) {
    this.file = openSync(path, 'w', 0o600);
  }

  add({ index, values }) {
    if (index >= MOST_ROWS) throw new RangeError(`row ${index + 1}`);
    if (values.length > MOST_COLUMNS) throw new RangeError(`column ${values.length}`);
    const cells = values.map(cellText);
    while (cells.length > 0 && cells.at(-1).trim() === '') cells.pop();
    if (cells.length === 0) return;
    cells.forEach((cell, i) => ERRORS.has(cell) && this.noteError(cell, index, i));
    const row = [index + 1, cells];
    this.found.rows++;
    this.found.tail.push(row);
    if (this.found.tail.length > TAIL) this.found.tail.shift();
    this.buffer += `${JSON.stringify(row)}\n`;
    if (this.buffer.length > 1 << 20) this.flush();
  }

  noteError(cell, row, column) {
    this.found.errors++;
    this.found.firstError ??= { cell, row: row + 1, column: column + 1 };
  }

  flush() {
    this.size += writeSync(this.file, this.buffer);
    this.buffer = '';
    if (this.size > MOST_BYTES) throw new RangeError('text');
  }

  close() {
    this.flush();
    closeSync(this.file);
  }
}

async function main({ source, sheet, target, most }) {
  const rows = new Rows(target);
  for await (const row of streamXlsxRows(new Uint8Array(readFileSync(source)), { sheet })) {
    rows.add(row);
    if (rows.found.rows >= most) break;
  }
  rows.close();
  return rows.found;
}

try {
  parentPort?.postMessage({ found: await main(workerData) }, []);
} catch (error) {
  const failed = error instanceof RangeError ? 'limit' : 'broken';
  parentPort?.postMessage({ failed, message: error.message }, []);
}
