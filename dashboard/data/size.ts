const KILO = 1000;

/** The size of a file as a number and its unit: thousands of bytes, and never 0 kB. */
export function sizeOf(bytes: number): { value: number; unit: 'kB' | 'MB' } {
  const kilos = Math.max(1, Math.round(bytes / KILO));
  return kilos < KILO ? { value: kilos, unit: 'kB' } : { value: bytes / KILO ** 2, unit: 'MB' };
}
