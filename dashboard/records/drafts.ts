import type { FieldView } from '../../server/publish/codebook.view';
import type { RecordView } from '../../server/intake/record.view';

/** What stands in a form, by field: a text as typed, or the codes that are ticked. */
export type Draft = Record<string, string | string[]>;
/** A record as the API takes it: null clears a field. */
export type Sent = Record<string, string | string[] | null>;

type Fields = FieldView[];

/** How a stored record stands in the form; an empty one where there is none. */
export function draftOf(fields: Fields, record: RecordView | null): Draft {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = record?.fields[name] ?? null;
      if (kind === 'codes') return [name, (value as string[] | null) ?? []];
      if (value === null) return [name, ''];
      return [name, Array.isArray(value) ? value.join('\n') : String(value)];
    }),
  );
}

/** What a form holds now. */
export function filledIn(fields: Fields, data: FormData): Draft {
  return Object.fromEntries(
    fields.map(({ name, kind }) => [
      name,
      kind === 'codes' ? data.getAll(name).map(String) : String(data.get(name) ?? ''),
    ]),
  );
}

/** The value of one field as the API takes it. */
function sent({ kind }: FieldView, value: string | string[]): string | string[] | null {
  if (Array.isArray(value)) return value.length > 0 ? value : null;
  const text = value.trim();
  if (text === '') return null;
  if (kind === 'decimal') return text.replace(',', '.');
  if (kind !== 'texts') return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Two values are the same where the API is sent the same. */
const isSame = (field: FieldView, one: Draft[string], other: Draft[string]) =>
  JSON.stringify(sent(field, one)) === JSON.stringify(sent(field, other));

interface Change {
  fields: Fields;
  /** What makes the record itself; of a known one it stands in no field. */
  identity: Record<string, string>;
  before: Draft;
  now: Draft;
  isNew: boolean;
}

/** The names of the fields that were changed. */
export const changedIn = ({ fields, before, now }: Change): string[] =>
  fields.filter((field) => !isSame(field, before[field.name]!, now[field.name]!)).map(({ name }) => name);

/**
 * What is sent: of a new record all that is filled in, of a known one only what was changed, so that the rest stays as
 * it is; always what makes it itself and what is required. A key of a person is sent where something was typed.
 */
export function recordOf(change: Change): Sent {
  const { fields, identity, now, isNew } = change;
  const changed = changedIn(change);
  const wanted = fields.filter((field) => {
    const value = sent(field, now[field.name]!);
    if (field.kind === 'pseudonym' || (isNew && !field.required)) return value !== null;
    return field.required || changed.includes(field.name) || field.name in identity;
  });
  return {
    ...identity,
    ...Object.fromEntries(wanted.map((field) => [field.name, sent(field, now[field.name]!)])),
  };
}
