import type { DataSource } from 'typeorm';

const listeners = new WeakMap<DataSource, Set<() => void>>();

/** Says within this process that a transaction which wrote records of this database has committed. */
export function changed(source: DataSource): void {
  for (const listener of listeners.get(source) ?? []) listener();
}

/** Calls `listener` after every such commit, until the function returned is called. */
export function onChange(source: DataSource, listener: () => void): () => void {
  const known = listeners.get(source) ?? new Set();
  listeners.set(source, known.add(listener));
  return () => void known.delete(listener);
}
