import { REGISTER } from '../contracts/codes';
import type { Field } from '../contracts/field';
import { RECORD_TYPES, recordType, type RecordType } from '../contracts/record-type';
import { Refusal } from '../store/home';
import { dayPattern } from './check/day';
import { cleaned } from '../contracts/cell';
import { constantOf, onlyTexts, pieceOf, rowNumberOf, splitOf } from './constant';
import type { PersonalColumn } from './dropped-columns';
import { readOptionsOf } from './read-options';
import { columnName, type ReadOptions } from './readers/reader';

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
}

/** A mapping file, checked: which field comes from which column, how the file is to be read, whose it is. */
export interface Mapping {
  type: RecordType;
  authority: string | null;
  authorityName: { pl: string | null; en: string | null };
  read: ReadOptions;
  registerComplete: string[];
  sources: Source[];
  /** Columns to take in although they look like personal data. */
  keepColumns: string[];
  /** Columns of personal data that the file turned out to have. */
  personal: PersonalColumn[];
  /** As it was given; kept with the batch. */
  given: Record<string, unknown>;
}

const KEYS = 'type authority authority_name read register_complete fields keep_columns about'.split(' ');
const FIELD_KEYS =
  'column const row_number file_stem prefix split keep_whole date locale codes null_values optional'.split(
    ' ',
  );

type Given = Record<string, unknown>;

/** Checks a mapping. Throws `Refusal` naming the key, its value and what is allowed. */
export function readMapping(given: unknown, fileName: string): Mapping {
  if (!isObject(given))
    throw refuse('mapowanie', 'the mapping', typeof given, 'obiekt JSON', 'a JSON object');
  if (JSON.stringify(given).includes('\\u0000'))
    throw refuse('mapowanie', 'the mapping', 'NUL', 'tekst bez znaku NUL', 'text without NUL');
  onlyKeys(given, KEYS, 'mapowanie', 'the mapping');
  if (given['type'] === 'table')
    throw new Refusal(
      'Mapowanie, type: „table” mówi tylko, jak odczytać plik; można go obejrzeć (--dry-run), nie wczytać',
      'Mapping, type: “table” says only how the file is read; it can be looked at (--dry-run), not taken in',
    );
  const type = recordType(String(given['type']));
  if (!type)
    throw refuse(
      'type',
      'type',
      String(given['type']),
      ...both(RECORD_TYPES.map((known) => known.name).join(', ')),
    );
  const read = readOptionsOf(given['read']);
  const name = isObject(given['authority_name']) ? given['authority_name'] : {};
  const fields = isObject(given['fields']) ? given['fields'] : {};
  const nulls = read.null_values ?? [];
  const named = Object.keys(fields).map((key) => fieldOf(type, key).name);
  const again = named.find((field, i) => named.indexOf(field) !== i);
  if (again) throw refuse('pole dwa razy', 'a field twice', again, ...both('raz / once'));
  return {
    type,
    authority: typeof given['authority'] === 'string' ? given['authority'] : null,
    authorityName: { pl: textOrNull(name['pl']), en: textOrNull(name['en']) },
    read,
    registerComplete: readRegisters(given['register_complete']),
    sources: Object.entries(fields).map(([field, value]) =>
      sourceOf(fieldOf(type, field), value, fileName, nulls),
    ),
    keepColumns: texts(given['keep_columns'], 'keep_columns').map(columnName),
    personal: [],
    given,
  };
}

/** The mapping of a file whose columns are named like the fields, or like their labels. */
export function identityMapping(typeName: string, header: string[]): Record<string, unknown> {
  const type = recordType(typeName);
  if (!type)
    throw refuse('--as', '--as', typeName, ...both(RECORD_TYPES.map((known) => known.name).join(', ')));
  const fields: Record<string, string> = {};
  for (const column of header) {
    const named = column.toLowerCase();
    const field = type.fields.find(({ name, label }) =>
      [name, label.pl, label.en].some((text) => text.toLowerCase() === named),
    );
    if (field && !fields[field.name]) fields[field.name] = column;
  }
  return { type: typeName, fields };
}

function fieldOf(type: RecordType, name: string): Field {
  const field = type.fields.find((known) => known.name === name || known.alias === name);
  if (field) return field;
  throw refuse('pole', 'the field', name, ...both(type.fields.map((known) => known.name).join(', ')));
}

function sourceOf(field: Field, given: unknown, fileName: string, nulls: string[]): Source {
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

/** Names of registers declared complete. Throws `Refusal` where one is none of ours. */
export function readRegisters(given: unknown): string[] {
  const names = texts(given, 'register_complete');
  const wrong = names.find((name) => !Object.hasOwn(REGISTER, name));
  if (wrong !== undefined)
    throw refuse('register_complete', 'register_complete', wrong, ...both(Object.keys(REGISTER).join(', ')));
  return names;
}

function texts(given: unknown, key: string): string[] {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given) && given.every((item) => typeof item === 'string')) return given;
  throw refuse(key, key, JSON.stringify(given), 'lista tekstów', 'a list of texts');
}

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null =>
  value === undefined || value === null ? null : String(value);
const both = (text: string): [string, string] => [text, text];

function onlyKeys(given: Given, allowed: string[], pl: string, en: string): void {
  const wrong = Object.keys(given).find((key) => !allowed.includes(key));
  if (wrong !== undefined)
    throw refuse(`klucz w: ${pl}`, `a key of ${en}`, wrong, ...both(allowed.join(', ')));
}

function refuse(pl: string, en: string, value: string, allowedPl: string, allowedEn: string): Refusal {
  return new Refusal(
    `Mapowanie, ${pl}: „${value}”; dozwolone: ${allowedPl}`,
    `Mapping, ${en}: “${value}”; allowed: ${allowedEn}`,
  );
}
