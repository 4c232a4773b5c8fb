import { closeSync, copyFileSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

const LIMIT = 10 * 2 ** 20;
const LOOK_EVERY = 60_000;
const TAIL = 4096;

/**
 * The log of Postgres, written by Postgres straight to the file: a pipe through this process would stall the database
 * whenever this process is busy. Kept at `LIMIT` bytes and as many in `<path>.1`.
 */
export class Journal {
  private readonly file: number;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'a+', 0o600);
    this.bound();
    this.timer = setInterval(() => this.bound(), LOOK_EVERY).unref();
  }

  /** What a child process takes as its output. */
  get descriptor(): number {
    return this.file;
  }

  /** Where the next line will be written. */
  get end(): number {
    return fstatSync(this.file).size;
  }

  /** The last lines written after `from`. */
  since(from: number, lines = 12): string {
    const start = Math.max(from, this.end - TAIL, 0);
    const buffer = Buffer.alloc(Math.max(this.end - start, 0));
    const length = readSync(this.file, buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, length).trim().split('\n').slice(-lines).join('\n');
  }

  close(): void {
    clearInterval(this.timer);
    closeSync(this.file);
  }

  private bound(): void {
    if (this.end <= LIMIT) return;
    copyFileSync(this.path, `${this.path}.1`);
    // every writer appends, so the next line goes to the new end
    ftruncateSync(this.file, 0);
  }
}
