import { isUtf8 } from 'node:buffer';
import type { RowRule } from '../../contracts/rules';
import { cellsOf, endOfCells, type Shape } from './cells';
import { endOfLine } from './skip';

/** A record whose structure is broken, so that its cells cannot be trusted. */
type BrokenRule = RowRule | 'control_character' | 'too_long';

export interface BrokenRecord {
  line: number;
  rule: BrokenRule;
  /** Index of the cell where it broke; null where the whole row is meant. */
  cell: number | null;
  bytes: Buffer;
  cells: number;
}

const LF = 10;
const CR = 13;
const [PLAIN, DELIMITER, QUOTE, BREAK, CONTROL, HIGH] = [0, 1, 2, 3, 4, 5];
/** A quoted cell longer than this is taken for a quote that was never closed, a longer record is refused. */
const LONGEST_RECORD = 1 << 20;

/**
 * Walks over the bytes of a delimited UTF-8 file and tells records apart, with the physical line on which each starts:
 * quoted cells may hold line breaks, and no parser at hand says on which line a broken record stands.
 * Feed it with `push`, end with `end`; whole records go to `onRecord`, broken ones to `onBroken`.
 */
export class Scanner {
  /** Cells every record must have; 0 until the header is known. */
  width = 0;
  private rest: Buffer = Buffer.alloc(0);
  /** The rest of a record that is too long is on its way. */
  private skipping = false;
  private readonly kinds = new Uint8Array(256);

  constructor(
    private readonly shape: Shape,
    private readonly onRecord: (bytes: Buffer, line: number, odd: boolean) => void,
    private readonly onBroken: (record: BrokenRecord) => void,
    /** Physical line of the first byte. */
    private line = 1,
  ) {
    this.kinds.fill(CONTROL!, 0, 32).fill(HIGH!, 128);
    this.kinds[9] = PLAIN!;
    this.kinds[LF] = this.kinds[CR] = BREAK!;
    this.kinds[shape.delimiter.charCodeAt(0)] = DELIMITER!;
    this.kinds[shape.quote.charCodeAt(0)] = QUOTE!;
  }

  push(chunk: Buffer): void {
    this.walk(this.rest.length ? Buffer.concat([this.rest, chunk]) : chunk, false);
  }

  end(): void {
    this.walk(this.rest, true);
  }

  private walk(bytes: Buffer, last: boolean): void {
    let at = this.skipping ? this.pastLine(bytes) : 0;
    while (at < bytes.length) {
      const next = this.record(bytes, at, last);
      if (next < 0) break;
      at = next;
    }
    this.rest = bytes.subarray(at);
  }

  /** Reads one record from `start`; returns where the next begins, or -1 where more bytes are needed. */
  // One pass over the bytes, byte by byte: splitting it up costs half of the speed of the whole intake.
  // oxlint-disable-next-line complexity, max-lines-per-function
  private record(bytes: Buffer, start: number, last: boolean): number {
    const { kinds } = this;
    const limit = bytes.length;
    let at = start;
    let cell = 0;
    let cellStart = start;
    let breaks = 0;
    let bad: BrokenRule | null = null;
    let badCell = 0;
    let high = false;
    let odd = false;
    scan: while (at < limit) {
      const kind = kinds[bytes[at]!]!;
      if (kind === PLAIN) {
        at++;
        continue;
      }
      switch (kind) {
        case HIGH:
          high = true;
          break;
        case DELIMITER:
          cell++;
          cellStart = at + 1;
          break;
        case QUOTE: {
          if (at !== cellStart) {
            odd = true;
            break;
          }
          const opening = at;
          const inside = this.quoted(bytes, at + 1, last);
          if (inside.needsMore) return -1;
          if (inside.end < 0) {
            bad ??= 'broken_quote';
            badCell = cell;
            at = endOfLine(bytes, at);
            break scan;
          }
          breaks += inside.breaks;
          high ||= inside.high;
          if (inside.control) {
            bad ??= 'control_character';
            badCell = cell;
          }
          at = inside.end + 1;
          if (at < limit && kinds[bytes[at]!] !== DELIMITER && kinds[bytes[at]!] !== BREAK) {
            bad ??= 'broken_quote';
            badCell = cell;
            // a stray quote pairs with the next one, lines away: those lines are rows of their own
            at = endOfLine(bytes, opening);
            breaks -= inside.breaks;
            break scan;
          }
          continue;
        }
        case BREAK:
          break scan;
        default:
          if (!bad) badCell = cell;
          bad ??= 'control_character';
      }
      at++;
    }
    if (at >= limit && !last) {
      if (limit - start <= LONGEST_RECORD) return -1;
      return this.leaveOut(bytes, start, { cells: cell + 1, cell, breaks });
    }
    // a CR at the very end of the bytes may be half of a CRLF
    if (at === limit - 1 && bytes[at] === CR && !last) return -1;
    const line = this.line;
    this.line += breaks + 1;
    this.settle(bytes.subarray(start, at), line, { cells: cell + 1, bad, badCell, high, odd });
    return at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
  }

  /** A record longer than any real one is named and left out, without keeping it whole in memory. */
  private leaveOut(
    bytes: Buffer,
    start: number,
    { cells, cell, breaks }: { cells: number; cell: number; breaks: number },
  ): number {
    const record = {
      line: this.line,
      rule: 'too_long' as const,
      cell,
      bytes: bytes.subarray(start, start + 4000),
      cells,
    };
    this.line += breaks + 1;
    this.skipping = true;
    this.onBroken(record);
    return bytes.length;
  }

  private pastLine(bytes: Buffer): number {
    const end = endOfLine(bytes, 0);
    if (end >= bytes.length) return bytes.length;
    this.skipping = false;
    return end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
  }

  /** From behind an opening quote to the quote that closes it. */
  private quoted(bytes: Buffer, from: number, last: boolean) {
    const quote = this.shape.quote.charCodeAt(0);
    const found = { end: -1, breaks: 0, high: false, control: false, needsMore: false };
    const limit = Math.min(bytes.length, from + LONGEST_RECORD);
    for (let at = from; at < limit; at++) {
      const byte = bytes[at]!;
      if (byte === quote) {
        // the last byte at hand may be the first half of a doubled quote
        if (at + 1 >= bytes.length && !last) break;
        if (bytes[at + 1] !== quote) return { ...found, end: at };
        at++;
      } else if (byte >= 128) found.high = true;
      else if (byte < 32) noteControl(found, byte, bytes[at + 1]);
    }
    return { ...found, needsMore: !last && bytes.length - from < LONGEST_RECORD };
  }

  private settle(
    bytes: Buffer,
    line: number,
    seen: { cells: number; bad: BrokenRule | null; badCell: number; high: boolean; odd: boolean },
  ): void {
    if (isBlank(bytes, this.kinds)) return;
    const broken = (rule: BrokenRule, cell: number | null) =>
      this.onBroken({ line, rule, cell, bytes, cells: seen.cells });
    if (seen.bad) return broken(seen.bad, seen.badCell);
    if (bytes.length > 2 * LONGEST_RECORD) return broken('too_long', seen.cells - 1);
    if (seen.high && !isUtf8(bytes))
      return broken(
        'invalid_encoding',
        cellsOf(bytes, this.shape).findIndex((cell) => !isUtf8(cell)),
      );
    if (this.width === 0 || seen.cells === this.width) return this.onRecord(bytes, line, seen.odd);
    if (seen.cells < this.width) return broken('missing_column', null);
    const cut = endOfCells(bytes, this.shape, this.width);
    if (isEmpty(bytes.subarray(cut), this.shape, this.kinds))
      return this.onRecord(bytes.subarray(0, cut), line, seen.odd);
    return broken('extra_column', null);
  }
}

function noteControl(
  found: { breaks: number; control: boolean },
  byte: number,
  next: number | undefined,
): void {
  if (byte === LF || (byte === CR && next !== LF)) found.breaks++;
  else if (byte !== 9 && byte !== CR) found.control = true;
}

function isBlank(bytes: Buffer, kinds: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== 32 && byte !== 9 && kinds[byte] !== DELIMITER) return false;
  }
  return true;
}

/** Whether cells hold nothing, not even between quotes. */
const isEmpty = (bytes: Buffer, shape: Shape, kinds: Uint8Array): boolean =>
  isBlank(bytes, kinds) || cellsOf(bytes, shape).every((cell) => String(cell).trim() === '');
