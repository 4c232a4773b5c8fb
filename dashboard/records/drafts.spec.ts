import type { FieldView } from '../../server/publish/codebook.view';
import type { RecordView } from '../../server/intake/record.view';
import { changedIn, draftOf, filledIn, recordOf } from './drafts';

const field = (name: string, kind: string, more: Partial<FieldView> = {}): FieldView => ({
  name,
  kind,
  label: { pl: name, en: name },
  required: false,
  codes: null,
  unrecorded: null,
  min: null,
  max: null,
  of: null,
  restricted: false,
  ...more,
});

const FIELDS = [
  field('code', 'text', { required: true }),
  field('consultation', 'reference', { required: true }),
  field('weight', 'decimal'),
  field('forms', 'codes'),
  field('topics', 'texts'),
  field('person', 'pseudonym'),
  field('note', 'text'),
];
const OWN = FIELDS.filter(({ name }) => name !== 'code');
const stored = {
  fields: {
    code: 'U-1',
    consultation: 'K-1',
    weight: 2.5,
    forms: ['letter'],
    topics: ['a', 'b'],
    note: null,
  },
} as unknown as RecordView;

const data = (given: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(given)) for (const one of [value].flat()) form.append(name, one);
  return form;
};
const typed = { consultation: 'K-1', weight: '2.5', forms: 'letter', topics: 'a\nb', person: '', note: '' };
const correction = (given: Record<string, string | string[]>) => ({
  fields: OWN,
  identity: { code: 'U-1' },
  before: draftOf(OWN, stored),
  now: filledIn(OWN, data({ ...typed, ...given })),
  isNew: false,
});

it('sees no change where nothing was touched', () => {
  expect(changedIn(correction({}))).toEqual([]);
  expect(changedIn(correction({ weight: '2,5', topics: ' a \n\nb\n' }))).toEqual([]);
});

it('sends of a known record what was changed, what is required and what makes it itself', () => {
  expect(recordOf(correction({ note: 'x' }))).toEqual({ code: 'U-1', consultation: 'K-1', note: 'x' });
});

it('clears with null, a list too', () => {
  expect(recordOf(correction({ weight: ' ', forms: [], topics: '' }))).toEqual({
    code: 'U-1',
    consultation: 'K-1',
    weight: null,
    forms: null,
    topics: null,
  });
});

it('sends a key of a person only where one was typed', () => {
  expect(recordOf(correction({ person: 'jan@x.pl' }))).toMatchObject({ person: 'jan@x.pl' });
  expect(recordOf(correction({}))).not.toHaveProperty('person');
});

it('sends of a new record what is filled in, and what is required even where it is not', () => {
  const now = filledIn(
    FIELDS,
    data({ code: 'U-2', weight: '1,5', topics: 'x\ny', forms: ['letter', 'walk'] }),
  );
  const given = { fields: FIELDS, identity: {}, before: draftOf(FIELDS, null), now, isNew: true };
  expect(recordOf(given)).toEqual({
    code: 'U-2',
    consultation: null,
    weight: '1.5',
    forms: ['letter', 'walk'],
    topics: ['x', 'y'],
  });
});
