import type { Label } from '../../contracts/field';
import { DECIDIM } from './decidim';
import type { BuiltInProfile, ColumnNames, ProfileField } from './profile';

/** A ready mapping that fits a file: nothing is missing but whose it is and, for some types, the consultation. */
export interface Profile {
  name: string;
  label: Label;
  /** Null where such a file holds no records of ours; the note says why. */
  mapping: Record<string, unknown> | null;
  note: Label;
}

/** Every profile that comes with the app. */
export const PROFILES: BuiltInProfile[] = DECIDIM;

/** The ready mapping for a header; null where the file is of no source that is known. */
export function profileFor(header: string[]): Profile | null {
  const found = PROFILES.find(({ knownBy }) => knownBy.every((names) => columnIn(header, names) !== null));
  if (!found) return null;
  const { name, label, note, mapping } = found;
  return { name, label, note, mapping: mapping && { ...mapping, fields: fieldsIn(header, mapping.fields) } };
}

/** The fields whose columns the file has. */
function fieldsIn(header: string[], fields: Record<string, ProfileField>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [field, given] of Object.entries(fields)) {
    const column = given.column && columnIn(header, given.column);
    if (column !== null) found[field] = { ...given, ...(column && { column }) };
  }
  return found;
}

function columnIn(header: string[], names: ColumnNames): string | null {
  for (const name of names) {
    const column = name.endsWith('/*') ? translated(header, name.slice(0, -1)) : name;
    if (column !== null && header.includes(column)) return column;
  }
  return null;
}

/** The column of a translated text in Polish, else in English, else in its first language. */
function translated(header: string[], start: string): string | null {
  const languages = header.filter(
    (column) => column.startsWith(start) && /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(column.slice(start.length)),
  );
  return (
    ['pl', 'en'].map((language) => start + language).find((one) => languages.includes(one)) ??
    languages[0] ??
    null
  );
}
