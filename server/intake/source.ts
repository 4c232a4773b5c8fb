import { cleaned } from '../contracts/cell';
import type { Field } from '../contracts/field';
import { dayPattern } from './check/day';
import { constantOf, onlyTexts, pieceOf, rowNumberOf, splitOf } from './constant';
import { both, isObject, onlyKeys, refuse, textOrNull, texts } from './given';
import { columnName } from './readers/reader';

/** Where the cells of one field come from. */
export interface Source {
  field: Field;
  /** Name of the column; null where the value is the same for every row. */
  column: string | null;
  optional: boolean;
  constant: string | null;
  /** The number of the data row behind this prefix is the value. */
  rowNumber: string | null;
  prefix: string;
  split: string | null;
  keepWhole: string[];
  dates: RegExp[] | null;
  locale: 'pl' | 'en' | null;
  /** Text of a cell -> code; a code of null is a known value without a place in our list. */
  codes: Map<string, string | null> | null;
  nullValues: string[];
  /** Makes the key that is stored in place of a cell that tells who somebody is. */
  pseudonym?: (text: string) => string;
}

const FIELD_KEYS =
  'column const row_number file_stem prefix split keep_whole date locale codes null_values optional'.split(
    ' ',
  );

/** Where the cells of a field come from, as the mapping says. Throws `Refusal`. */
export function sourceOf(field: Field, given: unknown, fileName: string, nulls: string[]): Source {
  const options = typeof given === 'string' ? { column: given } : given;
  if (!isObject(options))
    throw refuse(
      field.name,
      field.name,
      String(given),
      'nazwa kolumny albo obiekt',
      'a column name or an object',
    );
  onlyKeys(options, FIELD_KEYS, field.name, field.name);
  onlyTexts(field, options);
  const origins = ['column', 'const', 'row_number', 'file_stem'].filter((key) => options[key] !== undefined);
  if (origins.length !== 1) {
    throw refuse(
      field.name,
      field.name,
      origins.join(' + ') || '–',
      ...both('column | const | row_number | file_stem'),
    );
  }
  return {
    field,
    column: options['column'] === undefined ? null : columnName(String(options['column'])),
    optional: options['optional'] === true,
    constant: constantOf(field, options, fileName),
    rowNumber: rowNumberOf(field, options),
    prefix: pieceOf(options['prefix']),
    split: splitOf(field, textOrNull(options['split'])),
    keepWhole: texts(options['keep_whole'], `${field.name}.keep_whole`).map(cleaned),
    dates:
      options['date'] === undefined
        ? null
        : texts([options['date']].flat(), `${field.name}.date`).map(dayPattern),
    locale: localeOf(options['locale'], field.name),
    codes: codesOf(field, options['codes']),
    nullValues: [...nulls, ...texts(options['null_values'], `${field.name}.null_values`)].map(cleaned),
  };
}

function localeOf(given: unknown, field: string): 'pl' | 'en' | null {
  if (given === undefined) return null;
  if (given === 'pl' || given === 'en') return given;
  throw refuse(`${field}.locale`, `${field}.locale`, String(given), ...both('pl, en'));
}

function codesOf(field: Field, given: unknown): Map<string, string | null> | null {
  if (given === undefined) return null;
  if (!isObject(given))
    throw refuse(`${field.name}.codes`, `${field.name}.codes`, String(given), 'obiekt', 'an object');
  const allowed = Object.keys(field.codes ?? {});
  return new Map(
    Object.entries(given).map(([cell, code]) => {
      if (code !== null && !allowed.includes(String(code))) {
        throw refuse(
          `${field.name}.codes`,
          `${field.name}.codes`,
          String(code),
          ...both(allowed.join(', ') || '–'),
        );
      }
      return [cleaned(cell), code === null ? null : String(code)];
    }),
  );
}
