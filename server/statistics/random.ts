import { createHash } from 'node:crypto';

const rotated = (x: number, by: number) => (x << by) | (x >>> (32 - by));

/**
 * Numbers from 0 to 1 that a text decides: xoshiro128** (Blackman and Vigna 2021, https://doi.org/10.1145/3460772), seeded
 * by the first 16 bytes of the text's SHA-256. The same text gives the same numbers on every machine.
 */
export function randomOf(text: string): () => number {
  const seed = createHash('sha256').update(text).digest();
  const state = Int32Array.from([0, 4, 8, 12], (at) => seed.readInt32LE(at));
  return () => {
    const result = Math.imul(rotated(Math.imul(state[1]!, 5), 7), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = rotated(state[3]!, 11);
    return result / 2 ** 32;
  };
}
