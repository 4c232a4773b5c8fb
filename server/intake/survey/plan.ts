import { cleaned } from '../../contracts/cell';
import { SCALE } from '../../contracts/codes-survey';
import type { Field } from '../../contracts/field';
import { RESPONSES, recordType } from '../../contracts/record-type';
import { Refusal } from '../../store/home';
import { both, type Given, isObject, onlyKeys, refuse, textOrNull, texts } from '../given';
import { columnName } from '../readers/reader';
import { type Source, sourceOf } from '../source';

/** How the answers of one column are read, as far as the mapping says. */
export interface ItemGiven {
  /** `auto`: by what stands in the column. */
  scale: string;
  /** Text of a cell -> code; null for an answer that is none (not applicable). */
  codes: Map<string, number | null> | null;
  lowest: number | null;
  highest: number | null;
  reversed: boolean | null;
  construct: string | null;
  /** Cuts the chosen options of a multiple choice. */
  split: string;
  text: { pl: string | null; en: string | null };
}

/** An attribute of who answered. */
export interface AttributeGiven {
  name: string;
  column: string;
  codes: Map<string, string | null> | null;
  /** Years of age are put into bands. */
  bands: boolean;
  optional: boolean;
}

/** The survey of a wide file, as its mapping describes it. */
export interface SurveyPlan {
  code: string;
  /** Facts of the survey itself, each a constant. */
  facts: Source[];
  /** Fields of a response that come from single columns. */
  sources: Source[];
  attributes: AttributeGiven[];
  items: Map<string, ItemGiven>;
  /** What other columns are; null: they are no items. */
  others: ItemGiven | null;
  ignored: string[];
  dropped: string[];
  /** Texts that mean "no value". */
  nulls: string[];
}

const COLUMNS: Record<string, string> = {
  response_id: 'code',
  submitted_at: 'submitted_on',
  weight: 'weight',
  stratum: 'stratum',
  psu: 'psu',
  fpc: 'stratum_size',
};
const ITEM_KEYS = 'scale codes min max reversed construct split text_pl text_en'.split(' ');
/** Ends of the scales that have them. */
export const LIKERT: Record<string, [number, number]> = {
  likert5: [1, 5],
  likert7: [1, 7],
  likert0_10: [0, 10],
};
const SCALES = [...Object.keys(SCALE), 'auto'];
/** What LimeSurvey writes where a survey keeps no dates. */
const NO_DATE = ['1980-01-01', '1980-01-01 00:00', '1980-01-01 00:00:00'];

/** Checks the part `survey` of a mapping. Throws `Refusal` naming the key, its value and what is allowed. */
export function readSurvey(given: unknown, fileName: string, nulls: string[]): SurveyPlan {
  if (!isObject(given)) throw refuse('survey', 'survey', String(given), ...both('{…}'));
  const { items = {}, attributes = {}, drop, ...rest } = given;
  if (!isObject(items) || !isObject(attributes))
    throw refuse('survey', 'survey', JSON.stringify({ items, attributes }), ...both('{…}'));
  onlyKeys(items, ['default', 'columns', 'ignore'], 'survey.items', 'survey.items');
  const facts = factsOf(rest, fileName);
  const code = codeIn(facts);
  const columns = isObject(items['columns']) ? items['columns'] : {};
  return {
    code,
    facts,
    sources: sourcesOf(rest, code, fileName, nulls),
    attributes: Object.entries(attributes).map(([name, value]) => attributeOf(name, value)),
    items: new Map(Object.entries(columns).map(([name, value]) => [columnName(name), itemOf(name, value)])),
    others: items['default'] === 'ignore' ? null : itemOf('default', { scale: items['default'] ?? 'auto' }),
    ignored: texts(items['ignore'], 'survey.items.ignore').map(columnName),
    dropped: texts(drop, 'survey.drop').map(columnName),
    nulls: nulls.map(cleaned),
  };
}

function codeIn(facts: Source[]): string {
  const code = facts.find(({ field }) => field.key)?.constant;
  if (code) return code;
  throw new Refusal(
    'Mapowanie, survey.code: ankieta nie ma kodu; podaj własny, niepowtarzalny, np. ANK-2026-1',
    'Mapping, survey.code: the survey has no code; give one of your own that is unique, as ANK-2026-1',
  );
}

/** What the mapping says of the survey itself. */
function factsOf(given: Given, fileName: string): Source[] {
  const type = recordType('survey')!;
  return Object.entries(given)
    .filter(([key]) => !(key in COLUMNS))
    .map(([key, value]) => {
      const field = type.fields.find(({ name }) => name === key);
      if (field) return sourceOf(field, isObject(value) ? value : { const: value }, fileName, []);
      const allowed = [
        ...type.fields.map(({ name }) => name),
        ...Object.keys(COLUMNS),
        'attributes',
        'items',
      ];
      throw refuse('survey', 'survey', key, ...both(allowed.join(', ')));
    });
}

const fieldNamed = (name: string): Field => RESPONSES.fields.find((field) => field.name === name)!;

/** Without a column of ids a response is named by its row. */
function sourcesOf(given: Given, code: string, fileName: string, nulls: string[]): Source[] {
  const named = Object.entries(COLUMNS).flatMap(([key, name]) => {
    const value = given[key] ?? null;
    if (value === null) return name === 'code' ? [[name, { row_number: '' }] as const] : [];
    const from = isObject(value) ? value : { column: value };
    return [[name, name === 'submitted_on' ? { null_values: NO_DATE, ...from } : from] as const];
  });
  const single = [...named, ['survey', { const: code }] as const].map(([name, value]) =>
    sourceOf(fieldNamed(name), value, fileName, nulls),
  );
  const made = RESPONSES.fields.filter(({ kind }) => kind === 'answers' || kind === 'facts');
  return [...single, ...made.map((field) => sourceOf(field, { const: null }, fileName, []))];
}

function attributeOf(name: string, given: unknown): AttributeGiven {
  const options = typeof given === 'string' ? { column: given } : given;
  const key = `survey.attributes.${name}`;
  if (!isObject(options) || typeof options['column'] !== 'string')
    throw refuse(key, key, JSON.stringify(options), ...both('{"column": …}'));
  onlyKeys(options, ['column', 'codes', 'bands', 'optional'], key, key);
  const codes = isObject(options['codes']) ? Object.entries(options['codes']) : null;
  return {
    name,
    column: columnName(options['column']),
    codes: codes && new Map(codes.map(([cell, code]) => [cell.trim(), textOrNull(code)])),
    bands: options['bands'] === true,
    optional: options['optional'] === true,
  };
}

function itemOf(name: string, given: unknown): ItemGiven {
  const key = `survey.items.${name}`;
  if (!isObject(given)) throw refuse(key, key, String(given), ...both('{"scale": …}'));
  onlyKeys(given, ITEM_KEYS, key, key);
  const scale = String(given['scale'] ?? 'auto');
  if (!SCALES.includes(scale))
    throw refuse(`${key}.scale`, `${key}.scale`, scale, ...both(SCALES.join(', ')));
  const { reversed } = given;
  return {
    scale,
    codes: given['codes'] === undefined ? null : codesOf(`${key}.codes`, given['codes'], LIKERT[scale]),
    lowest: numberOrNull(`${key}.min`, given['min']),
    highest: numberOrNull(`${key}.max`, given['max']),
    reversed: typeof reversed === 'boolean' ? reversed : null,
    construct: textOrNull(given['construct']),
    split: textOrNull(given['split']) || ', ',
    text: { pl: textOrNull(given['text_pl']), en: textOrNull(given['text_en']) },
  };
}

/** Codes are whole numbers that a coded answer can hold, within their scale; negative ones stand for kinds of missing. */
function codesOf(
  key: string,
  given: unknown,
  [least, most]: [number, number] = [0, 32_000],
): Map<string, number | null> {
  if (!isObject(given)) throw refuse(key, key, String(given), ...both('{…}'));
  return new Map(
    Object.entries(given).map(([cell, code]) => {
      if (code === null) return [cell.trim().normalize('NFC'), null];
      if (Number.isInteger(code) && (code as number) >= least && (code as number) <= most)
        return [cell.trim().normalize('NFC'), code as number];
      throw refuse(key, key, String(code), ...both(`${least} – ${most}, null`));
    }),
  );
}

function numberOrNull(key: string, given: unknown): number | null {
  if (given === undefined || given === null) return null;
  if (typeof given === 'number' && Number.isFinite(given)) return given;
  throw refuse(key, key, String(given), 'liczba', 'a number');
}
