import type { Label } from '../../contracts/field';

/** Names of a column, the first that the file has; `title/*` is its Polish, else English, else first language. */
export type ColumnNames = string[];

/** A field of a ready mapping: what stands beside its column is given on as it is. */
export interface ProfileField {
  column?: ColumnNames;
  const?: string;
  [key: string]: unknown;
}

/** A ready mapping for the files of one source, which are known by their header. */
export interface BuiltInProfile {
  name: string;
  label: Label;
  /** Columns that such a file always has; one of the names each. */
  knownBy: ColumnNames[];
  /** Null where such a file holds no records of ours. */
  mapping: { type: string; read?: Record<string, unknown>; fields: Record<string, ProfileField> } | null;
  /** What is left out, and why. */
  note: Label;
}
