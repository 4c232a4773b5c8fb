import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { Label } from '../../contracts/field';
import { recordsOf } from '../duckdb';
import { findingOf, type StoredFinding } from '../receipt';

export type Language = keyof Label;

/** The language of the sentences of a file. */
export class LanguageFilter {
  @ApiProperty({ enum: ['pl', 'en'], required: false }) @IsIn(['pl', 'en']) lang: Language = 'pl';
}

/** Findings that a file lists; a receipt counts all of them. One more is kept, which tells that there are more. */
const MOST = 500_000;

/** Writes down what was found in a file, line by line as JSON. */
export async function keepFindings(connection: DuckDBConnection, path: string): Promise<void> {
  const found = recordsOf<StoredFinding>(
    connection,
    `SELECT line, record, "column", field, value, rule, accepted FROM finding ORDER BY line, field, rule LIMIT ${MOST + 1}`,
  );
  await pipeline(Readable.from(jsonOf(found)), createWriteStream(path, { mode: 0o600 }));
}

async function* jsonOf(found: AsyncIterable<StoredFinding>): AsyncGenerator<string> {
  for await (const one of found) yield `${JSON.stringify(one)}\n`;
}

/** What was written down. */
export async function* readFindings(path: string): AsyncGenerator<StoredFinding> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity }))
      yield JSON.parse(line) as StoredFinding;
  } finally {
    stream.destroy();
  }
}

const HEADS: Record<Language, string[]> = {
  pl: ['wiersz', 'rekord', 'kolumna', 'wartość', 'waga', 'reguła', 'co jest nie tak'],
  en: ['line', 'record', 'column', 'value', 'severity', 'rule', 'what is wrong'],
};
const SEVERITY: Record<Language, [error: string, warning: string]> = {
  pl: ['błąd', 'uwaga'],
  en: ['error', 'warning'],
};

/**
 * Findings as a Polish Excel reads CSV: byte order mark, semicolons, CRLF; never a formula (OWASP ASVS 5.0, 1.2.10).
 * @param most how many are listed before the last line says that there are more
 */
export async function* findingsCsv(
  type: string,
  found: AsyncIterable<StoredFinding>,
  language: Language,
  most = MOST,
): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(HEADS[language])}`;
  let left = most;
  for await (const one of found) {
    if (left-- === 0) {
      yield lineOf([null, null, null, null, null, null, cut(most)[language]]);
      return;
    }
    const { line, record, column, value, rule, message } = findingOf(type, one);
    const severity = SEVERITY[language][one.accepted ? 1 : 0];
    yield lineOf([String(line), record, column, value, severity, rule, message[language]]);
  }
}

const cut = (most: number): Label => ({
  pl: `Wypisano pierwsze ${most}; wszystkie policzono w wyniku sprawdzenia`,
  en: `The first ${most} are listed; the result of the check counts all`,
});

/** What a spreadsheet takes for a formula at the start of a text, full-width signs too (OWASP ASVS 5.0, 1.2.10). */
export const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const cellOf = (cell: string | null) =>
  cell === null ? '' : `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
const lineOf = (cells: (string | null)[]) => `${cells.map(cellOf).join(';')}\r\n`;
