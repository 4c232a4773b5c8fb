import type { Mapping, SurveyGiven } from './mapping';

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isTextOrMissing = (value: unknown) => value === undefined || isText(value);
const areAll = (value: unknown, fits: (one: unknown) => boolean) =>
  isObject(value) && Object.values(value).every(fits);
const areCodes = (value: unknown) =>
  value === undefined || areAll(value, (code) => code === null || ['string', 'number'].includes(typeof code));

const isField = (value: unknown) =>
  isText(value) ||
  (isObject(value) &&
    isTextOrMissing(value['column']) &&
    isTextOrMissing(value['split']) &&
    areCodes(value['codes']));

const isAttribute = (value: unknown) => isText(value) || (isObject(value) && isText(value['column']));

const isItem = (value: unknown) => isObject(value) && isText(value['scale']) && areCodes(value['codes']);

/**
 * A mapping that people or programs wrote, with the shapes that the tables of the page need: what the server lets be left
 * out is filled in. Null where it is no mapping.
 */
export function shaped(given: unknown): Mapping | null {
  if (!isObject(given)) return null;
  // the server tells a survey by its part of the mapping alone
  const whole: Loose = { ...(given['survey'] !== undefined && { type: 'survey' }), read: {}, ...given };
  const isWhole = isText(whole['type']) && isObject(whole['read']) && areAll(given['fields'] ?? {}, isField);
  if (!isWhole || given['survey'] === undefined) return isWhole ? (whole as Mapping) : null;
  const survey = shapedSurvey(given['survey']);
  return survey && ({ ...whole, survey } as Mapping);
}

function shapedSurvey(given: unknown): SurveyGiven | null {
  if (!isObject(given)) return null;
  const whole: Loose = { attributes: {}, items: {}, drop: [], ...given };
  const items = shapedItems(whole['items']);
  if (!items || !areAll(whole['attributes'], isAttribute) || !isTexts(whole['drop'])) return null;
  return { ...whole, items } as SurveyGiven;
}

function shapedItems(given: unknown): Loose | null {
  if (!isObject(given)) return null;
  const ignore = given['ignore'] ?? [];
  const columns = Object.entries(given['columns'] ?? {}).map(withScale);
  if (!isTexts(ignore) || !columns.every(([, one]) => isItem(one))) return null;
  return { ...given, columns: Object.fromEntries(columns), ignore };
}

const withScale = ([name, item]: [string, unknown]): [string, unknown] => [
  name,
  isObject(item) ? { ...item, scale: item['scale'] ?? 'auto' } : item,
];
