import { Refusal } from '../../store/home';

const CANDIDATES = [',', ';', '\t', '|'];

/**
 * Finds the delimiter of a text: the one that cuts most of the first records into the same number (two or more) of
 * cells. Throws `Refusal` where none does: a file read as one column is a file misread.
 */
export function detectDelimiter(text: string, quote: string): string {
  const lines = outsideQuotes(text.slice(0, 200_000), quote);
  const scores = CANDIDATES.map((delimiter) => ({ delimiter, ...agreement(lines, delimiter) }));
  const best = [...scores].sort((a, b) => b.share - a.share || b.width - a.width)[0]!;
  if (best.width > 1 && best.share > 0) return best.delimiter;
  throw new Refusal(
    'Nie znaleziono separatora kolumn (próbowano: przecinek, średnik, tabulator, |); podaj go w mapowaniu (read.delimiter)',
    'No column delimiter was found (tried: comma, semicolon, tab, |); give it in the mapping (read.delimiter)',
  );
}

/** The first 200 records with everything between quotes taken out, so that only real delimiters are left. */
function outsideQuotes(text: string, quote: string): string[] {
  const parts = text.split(quote);
  const bare = parts.filter((_, i) => i % 2 === 0).join('');
  return bare
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
}

/** Into how many cells the header is cut, and the share of records that agree with it. */
function agreement(lines: string[], delimiter: string): { width: number; share: number } {
  const widths = lines.map((line) => line.split(delimiter).length);
  const width = widths[0] ?? 0;
  if (width < 2) return { width, share: 0 };
  return { width, share: widths.filter((other) => other === width).length / widths.length };
}
