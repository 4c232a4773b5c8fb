import { REGISTER } from '../contracts/codes';
import type { Field } from '../contracts/field';
import { RECORD_TYPES, type RecordType, recordType, RESPONSES } from '../contracts/record-type';
import { Refusal } from '../store/home';
import { constantOf } from './constant';
import type { PersonalColumn } from './dropped-columns';
import { both, type Given, isObject, onlyKeys, refuse, textOrNull, texts } from './given';
import { readOptionsOf } from './read-options';
import { columnName, type ReadOptions } from './readers/reader';
import { type Source, sourceOf } from './source';
import { readSurvey, type SurveyPlan } from './survey/plan';

/** A mapping file, checked: which field comes from which column, how the file is to be read, whose it is. */
export interface Mapping {
  type: RecordType;
  authority: string | null;
  authorityName: { pl: string | null; en: string | null };
  read: ReadOptions;
  registerComplete: string[];
  /** The one consultation that all rows belong to: its code, and what is known of it should it have to be made. */
  consultation: { code: string; sources: Source[] } | null;
  sources: Source[];
  /** Of a wide file: the survey that its columns are items of. */
  survey: SurveyPlan | null;
  /** Columns to take in although they look like personal data. */
  keepColumns: string[];
  /** Columns of personal data that the file turned out to have. */
  personal: PersonalColumn[];
  /** As it was given; kept with the batch. */
  given: Record<string, unknown>;
}

const KEYS =
  'type authority authority_name read register_complete fields survey consultation keep_columns about'.split(
    ' ',
  );

/** Checks a mapping. Throws `Refusal` naming the key, its value and what is allowed. */
export function readMapping(given: unknown, fileName: string): Mapping {
  if (!isObject(given))
    throw refuse('mapowanie', 'the mapping', typeof given, 'obiekt JSON', 'a JSON object');
  // neither can be stored as text
  if (/\\u(0000|d[89a-f])/i.test(JSON.stringify(given)))
    throw refuse(
      'mapowanie',
      'the mapping',
      'NUL, U+D800–U+DFFF',
      'tekst bez znaku NUL i bez połowy pary zastępczej',
      'text without NUL and without half a surrogate pair',
    );
  onlyKeys(given, KEYS, 'mapowanie', 'the mapping');
  if (given['type'] === 'table')
    throw new Refusal(
      'Mapowanie, type: „table” mówi tylko, jak odczytać plik; można go obejrzeć (--dry-run), nie wczytać',
      'Mapping, type: “table” says only how the file is read; it can be looked at (--dry-run), not taken in',
    );
  const read = readOptionsOf(given['read']);
  const name = isObject(given['authority_name']) ? given['authority_name'] : {};
  return {
    ...(given['survey'] === undefined
      ? recordsOf(given, read, fileName)
      : responsesOf(given, read, fileName)),
    authority: typeof given['authority'] === 'string' ? given['authority'] : null,
    authorityName: { pl: textOrNull(name['pl']), en: textOrNull(name['en']) },
    read,
    registerComplete: readRegisters(given['register_complete']),
    keepColumns: texts(given['keep_columns'], 'keep_columns').map(columnName),
    personal: [],
    given,
  };
}

type Content = Pick<Mapping, 'type' | 'consultation' | 'sources' | 'survey'>;

/** A file of records of one type. */
function recordsOf(given: Given, read: ReadOptions, fileName: string): Content {
  const type = typeNamed('type', String(given['type']));
  const fields = isObject(given['fields']) ? { ...given['fields'] } : {};
  const nulls = read.null_values ?? [];
  const named = Object.keys(fields).map((key) => fieldOf(type, key).name);
  const again = named.find((field, i) => named.indexOf(field) !== i);
  if (again) throw refuse('pole dwa razy', 'a field twice', again, ...both('raz / once'));
  const consultation = consultationOf(type, given['consultation'], fields, fileName);
  const sources = Object.entries(fields).map(([field, value]) =>
    sourceOf(fieldOf(type, field), value, fileName, nulls),
  );
  return { type, consultation, sources, survey: null };
}

/** A wide file of the responses to a survey. */
function responsesOf(given: Given, read: ReadOptions, fileName: string): Content {
  const survey = readSurvey(given['survey'], fileName, read.null_values ?? []);
  const consultation = consultationOfSurvey(survey, given['consultation'], fileName);
  return { type: RESPONSES, consultation, sources: survey.sources, survey };
}

/**
 * The consultation of all rows, by `consultation` of the mapping or by a constant; null where rows name their own. The
 * fields get it as a constant.
 */
function consultationOf(
  type: RecordType,
  given: unknown,
  fields: Given,
  fileName: string,
): Mapping['consultation'] {
  const field = type.fields.find(({ of }) => of === 'consultation');
  const own = Object.entries(fields).find(([key]) => field && fieldOf(type, key) === field)?.[1];
  if (given === undefined) {
    const code = field && isObject(own) ? constantOf(field, own, fileName) : null;
    return code === null ? null : { code, sources: [] };
  }
  if (!field || own !== undefined || !isObject(given)) throw noConsultation(given);
  const found = factsOf(given, fileName);
  fields['consultation'] = { const: found.code };
  return found;
}

/** The consultation that a survey is about, which stands among the facts of the survey. */
function consultationOfSurvey(
  { facts }: SurveyPlan,
  given: unknown,
  fileName: string,
): Mapping['consultation'] {
  const own = facts.find(({ field }) => field.of === 'consultation')?.constant;
  if (given === undefined) return own ? { code: own, sources: [] } : null;
  if (own || !isObject(given)) throw noConsultation(given);
  const found = factsOf(given, fileName);
  const field = recordType('survey')!.fields.find(({ of }) => of === 'consultation')!;
  facts.push(sourceOf(field, { const: found.code }, fileName, []));
  return found;
}

/** What is known of that consultation, each fact a constant. */
function factsOf(given: Given, fileName: string): { code: string; sources: Source[] } {
  const facts = Object.entries(given).map(([key, value]) => [
    key,
    isObject(value) ? value : { const: value },
  ]);
  const { sources } = readMapping({ type: 'consultation', fields: Object.fromEntries(facts) }, fileName);
  const code = sources.find(({ field }) => field.key)?.constant;
  if (code) return { code, sources };
  throw noConsultation(given);
}

const noConsultation = (given: unknown) =>
  refuse('consultation', 'consultation', JSON.stringify(given), ...both('{"code": …}'));

function typeNamed(key: string, name: string): RecordType {
  const type = RECORD_TYPES.find((known) => known.name === name);
  if (type) return type;
  throw refuse(key, key, name, ...both(RECORD_TYPES.map((known) => known.name).join(', ')));
}

/** The mapping of a file whose columns are named like the fields, or like their labels. */
export function identityMapping(typeName: string, header: string[]): Record<string, unknown> {
  const type = typeNamed('--as', typeName);
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

/** Names of registers declared complete. Throws `Refusal` where one is none of ours. */
export function readRegisters(given: unknown): string[] {
  const names = texts(given, 'register_complete');
  const wrong = names.find((name) => !Object.hasOwn(REGISTER, name));
  if (wrong !== undefined)
    throw refuse('register_complete', 'register_complete', wrong, ...both(Object.keys(REGISTER).join(', ')));
  return names;
}
