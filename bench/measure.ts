import { readFileSync, writeFileSync } from 'node:fs';

/** What one name of the bench reports. `ratio` compares with a limit measured in the same run; goals are those of docs/operations. */
export interface Measured {
  name: string;
  ratio: number;
  goal: number;
  ok: boolean;
  limit: Record<string, number>;
  peer: Record<string, number>;
  rss_mb: number;
  /** Seconds of each run, ours. */
  runs: number[];
}

export interface BenchOptions {
  rows: number | null;
  log: (line: string) => void;
}

export interface Bench {
  name: string;
  about: string;
  run(options: BenchOptions): Promise<Measured>;
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Seconds that `work` took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits));

/** Starts counting the peak of resident memory of this process anew (Linux). */
export function resetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // elsewhere the peak is that of the whole process
  }
}

/** Peak of resident memory in MB since `resetPeak`. */
export function peakMb(): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Math.round(process.memoryUsage().rss / 2 ** 20);
  }
}

/** Processor time that a process has used so far in microseconds, to a hundredth of a second; null where there is no /proc. */
export function processorMicros(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name of the program stands in brackets and may hold spaces: utime and stime are the 12th and 13th after it
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return null;
  }
}
