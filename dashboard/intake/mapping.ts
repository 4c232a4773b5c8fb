import type { ImportPreview } from '../../server/intake/imports/import.view';
import type { FoundProfile } from '../../server/intake/imports/profile.view';
import type { CodebookView, FieldView } from '../../server/publish/codebook.view';
import { guess } from './guess';
import { shaped } from './shape';

/** What a mapping says of one field; its other keys stay as they are. */
export interface FieldGiven {
  column?: string;
  const?: string;
  codes?: Record<string, string | null>;
  split?: string;
  date?: string;
  locale?: string;
}

/** What a mapping says of one question of a survey. */
export interface ItemGiven {
  scale: string;
  codes?: Record<string, number | null>;
  reversed?: boolean;
  split?: string;
}

/** Parts of something; what is said to be undefined goes. */
type Loose<T> = { [key in keyof T]?: T[key] | undefined };

export interface SurveyGiven extends Record<string, unknown> {
  code?: string;
  attributes: Record<string, { column: string } | string>;
  items: { default?: string; columns: Record<string, ItemGiven>; ignore: string[] };
  drop: string[];
}

/** A mapping as the server takes it (docs/intake.md); what a page does not know of it stays as it is. */
export interface Mapping extends Record<string, unknown> {
  type: string;
  read: Record<string, unknown>;
  fields?: Record<string, FieldGiven | string>;
  survey?: SurveyGiven;
}

export const SURVEY = 'survey_response';

/** JSON with its keys in order: the server does not keep theirs. */
export const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** The kind of file a mapping is for: a record type, or the answers to a survey. */
export const kindOf = (mapping: Mapping): string => (mapping.survey ? SURVEY : mapping.type);

export const isKept = (given: unknown): given is Mapping =>
  typeof given === 'object' && given !== null && (!('type' in given) || given.type !== 'table');

/** The mapping that a file begins with: one kept for such files, else the likeliest. */
export function firstMapping(preview: ImportPreview, read: Mapping['read'], codebook: CodebookView): Mapping {
  const same = preview.profiles.find(({ likeness }) => likeness === 1);
  const kept = same && fromProfile(same, read);
  if (kept) return kept;
  const ready = preview.profile?.mapping as Mapping | undefined;
  if (ready) return readAs(ready, read);
  return mappingFor(likeliestKind(preview), preview, read, codebook);
}

function likeliestKind({ proposals: [likeliest], survey }: ImportPreview): string {
  const isSurvey = survey && survey.confidence > (likeliest?.confidence ?? 0);
  return isSurvey ? SURVEY : (likeliest?.type ?? 'consultation');
}

/** Null where it says nothing that the page could show. */
export function fromProfile({ mapping }: FoundProfile, read: Mapping['read']): Mapping | null {
  const kept = shaped(mapping);
  return kept && readAs(kept, read);
}

const readAs = (mapping: Mapping, read: Mapping['read']): Mapping => ({
  ...mapping,
  read: { ...mapping.read, ...read },
});

/** The mapping proposed for one kind of file. */
export function mappingFor(
  kind: string,
  preview: ImportPreview,
  read: Mapping['read'],
  codebook: CodebookView,
): Mapping {
  if (kind === SURVEY) {
    const proposed = preview.survey?.mapping as unknown as SurveyGiven | undefined;
    return { type: 'survey', read, survey: { ...(proposed ?? EMPTY_SURVEY) } };
  }
  const found = preview.proposals.find(({ type }) => type === kind)?.fields ?? [];
  const known = codebook.types.find(({ name }) => name === kind)?.fields ?? [];
  const fields = Object.fromEntries(
    found.map(({ field, column }) => [field, { column, ...guessed(known, field, preview, column) }]),
  );
  return { type: kind, read, fields };
}

/** What can be told of a field by the values of its column. */
function guessed(fields: FieldView[], name: string, { columns }: ImportPreview, column: string): FieldGiven {
  const field = fields.find((one) => one.name === name);
  const values = columns.find((one) => one.name === column);
  return field && values ? guess(field, values) : {};
}

const EMPTY_SURVEY: SurveyGiven = {
  attributes: {},
  items: { default: 'auto', columns: {}, ignore: [] },
  drop: [],
};

const given = (value: FieldGiven | string): FieldGiven =>
  typeof value === 'string' ? { column: value } : value;

/** The field that a column goes into, with what is said of it. */
export function fieldOf(mapping: Mapping, column: string): { field: string; given: FieldGiven } | null {
  for (const [field, value] of Object.entries(mapping.fields ?? {}))
    if (given(value).column === column) return { field, given: given(value) };
  return null;
}

/** Puts a column into a field, alone: what stood there before goes, and so does the column's former field. */
export function withField(
  mapping: Mapping,
  column: string,
  field: string | null,
  more: FieldGiven = {},
): Mapping {
  const kept = Object.entries(mapping.fields ?? {}).filter(
    ([name, value]) => name !== field && given(value).column !== column,
  );
  const added = field === null ? [] : [[field, { column, ...more }] as const];
  return { ...mapping, fields: Object.fromEntries([...kept, ...added]) };
}

/** Says something more of a field; what is undefined goes. */
export function withGiven(mapping: Mapping, field: string, more: Loose<FieldGiven>): Mapping {
  const before = given(mapping.fields?.[field] ?? {});
  return { ...mapping, fields: { ...mapping.fields, [field]: without<FieldGiven>({ ...before, ...more }) } };
}

/** Fields that have the same value in every row. */
export const constantsOf = (mapping: Mapping): [field: string, value: string][] =>
  Object.entries(mapping.fields ?? {}).flatMap(([field, value]) => {
    const one = given(value).const;
    return one === undefined ? [] : [[field, String(one)]];
  });

export function withoutField(mapping: Mapping, field: string): Mapping {
  const { [field]: _gone, ...fields } = mapping.fields ?? {};
  return { ...mapping, fields };
}

/** What a column of a survey is: `item`, `attribute NAME`, one of ROLES, `ignore` or `drop`. */
export function roleOf({ survey }: Mapping, column: string): string {
  if (!survey) return 'ignore';
  if (survey.drop.includes(column)) return 'drop';
  if (survey.items.ignore.includes(column)) return 'ignore';
  const role = ROLES.find((name) => columnIn(survey[name]) === column);
  if (role) return role;
  const attribute = Object.entries(survey.attributes).find(([, value]) => columnIn(value) === column);
  if (attribute) return `attribute ${attribute[0]}`;
  if (survey.items.columns[column]) return 'item';
  return survey.items.default === 'ignore' ? 'ignore' : 'item';
}

export const ROLES = ['response_id', 'submitted_at', 'weight', 'stratum', 'psu', 'fpc'] as const;
export const ATTRIBUTES = ['sex', 'age_band', 'district', 'education'] as const;

const columnIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : (value as { column?: string } | undefined)?.column;

/** Gives a column of a survey another part; the one that it takes over loses its column. */
export function withRole(mapping: Mapping, column: string, role: string, before?: unknown): Mapping {
  const survey = cleared(mapping.survey!, column);
  const [kind, name = ''] = role.split(' ');
  if (kind === 'drop') survey.drop = [...survey.drop, column];
  else if (kind === 'ignore') survey.items.ignore = [...survey.items.ignore, column];
  else if (kind === 'item') survey.items.columns[column] = itemFrom(before);
  else if (kind === 'attribute') survey.attributes[name] = attributeFrom(before, column, name);
  else survey[role] = column;
  return { ...mapping, survey };
}

/** What was proposed for the column is taken up again where it is what it is made. */
const itemFrom = (before: unknown): ItemGiven =>
  (before as { item?: ItemGiven } | undefined)?.item ?? { scale: 'auto' };

function attributeFrom(before: unknown, column: string, name: string): { column: string } {
  const proposed = (before as { attributes?: Record<string, { column: string }> } | undefined)?.attributes;
  return proposed?.[name]?.column === column ? proposed[name] : { column };
}

function cleared(survey: SurveyGiven, column: string): SurveyGiven {
  const { [column]: _item, ...columns } = survey.items.columns;
  const next: SurveyGiven = {
    ...survey,
    attributes: Object.fromEntries(
      Object.entries(survey.attributes).filter(([, value]) => columnIn(value) !== column),
    ),
    items: { ...survey.items, columns, ignore: survey.items.ignore.filter((one) => one !== column) },
    drop: survey.drop.filter((one) => one !== column),
  };
  for (const role of ROLES) if (columnIn(next[role]) === column) delete next[role];
  return next;
}

/** Says something more of a question; what is undefined goes. */
export function withItem(mapping: Mapping, column: string, more: Loose<ItemGiven>): Mapping {
  const survey = mapping.survey!;
  const item = without<ItemGiven>({ ...(survey.items.columns[column] ?? { scale: 'auto' }), ...more });
  return {
    ...mapping,
    survey: { ...survey, items: { ...survey.items, columns: { ...survey.items.columns, [column]: item } } },
  };
}

export const withFact = (mapping: Mapping, name: string, value: string | undefined): Mapping => ({
  ...mapping,
  survey: without<SurveyGiven>({ ...mapping.survey!, [name]: value }),
});

const without = <T extends object>(value: Loose<T>): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
