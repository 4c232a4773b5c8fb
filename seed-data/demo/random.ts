/** A stated generator (mulberry32), so that every run has the same rows: a whole number from 0, below the one given. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Draws of one consultation. */
export class Draw {
  readonly below: (below: number) => number;

  constructor(seed: number) {
    this.below = randomFrom(seed);
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.below(10_000) < probability * 10_000;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Some of a list, each once, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list.keys()];
    const taken = Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(this.below(left.length), 1),
    );
    return taken
      .map(([place]) => place!)
      .sort((a, b) => a - b)
      .map((place) => list[place]!);
  }
}
