import { endsCell, type Marks } from './sample';
import type { Shape } from './cells';

/** Stands between cells where the file's own delimiter is no single ASCII sign; no text has it. */
export const STRICT: Shape = { delimiter: '\u001F', quote: '"' };

/** Whether a file with such marks can be read by bytes as it is. */
export const isPlain = ({ delimiter, quote, escape, isBare }: Marks): boolean =>
  escape === '' && !isBare && [delimiter, quote].every((sign) => /^[\t -~]$/.test(sign));

/**
 * Writes a text of any marks anew in the strict form (`STRICT`), piece by piece. Line breaks stay where they are, so
 * that physical lines stay what they were; a quote that is broken stays broken.
 */
export class StrictText {
  private state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  private rest = '';
  private cell = '';
  private out = '';

  constructor(private readonly marks: Marks) {}

  /** The strict form of what is certain so far. */
  push(text: string): string {
    return this.walk(this.rest + text, this.marks.delimiter.length + 1);
  }

  end(): string {
    const text = this.walk(this.rest, 0);
    this.endCell();
    return text + this.taken();
  }

  /** @param ahead letters that have to be at hand beyond the one looked at */
  private walk(text: string, ahead: number): string {
    let at = 0;
    while (at < text.length - ahead) at += this.step(text, at);
    this.rest = text.slice(at);
    return this.taken();
  }

  private taken(): string {
    const text = this.out;
    this.out = '';
    return text;
  }

  /** Takes the letter at `at`; returns how many were used up. */
  private step(text: string, at: number): number {
    const letter = text[at]!;
    if (this.state === 'quoted') return this.insideQuotes(text, at);
    if (text.startsWith(this.marks.delimiter, at)) return this.delimiter();
    if (letter === '\n' || letter === '\r') return this.lineBreak(letter);
    if (this.state === 'start' && letter === this.marks.quote) {
      this.state = 'quoted';
      this.out += '"';
      return 1;
    }
    if (this.state !== 'closed') return this.plain(text, at);
    this.out += letter;
    return 1;
  }

  private plain(text: string, at: number): number {
    this.state = 'plain';
    const guarded = text[at] === this.marks.escape && at + 1 < text.length;
    this.cell += text[guarded ? at + 1 : at]!;
    return guarded ? 2 : 1;
  }

  private insideQuotes(text: string, at: number): number {
    const { quote, escape } = this.marks;
    const letter = text[at]!;
    if (escape !== '' && letter === escape && at + 1 < text.length) return this.take(text[at + 1]!, 2);
    if (letter !== quote) return this.take(letter, 1);
    if (text[at + 1] === quote) return this.take(quote, 2);
    if (this.marks.isBare && !endsCell(text, at + 1, this.marks)) return this.take(quote, 1);
    this.state = 'closed';
    this.out += '"';
    return 1;
  }

  private take(letter: string, used: number): number {
    this.out += letter === '"' ? '""' : letter;
    return used;
  }

  private delimiter(): number {
    this.endCell();
    this.out += STRICT.delimiter;
    return this.marks.delimiter.length;
  }

  private lineBreak(letter: string): number {
    this.endCell();
    this.out += letter;
    return 1;
  }

  private endCell(): void {
    const marked = ['"', STRICT.delimiter].some((sign) => this.cell.includes(sign));
    this.out += marked ? `"${this.cell.replaceAll('"', '""')}"` : this.cell;
    this.cell = '';
    this.state = 'start';
  }
}
