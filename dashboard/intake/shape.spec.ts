import { shaped } from './shape';

it('fills in what the server lets be left out', () => {
  expect(shaped({ survey: { code: 'A', items: { columns: { q: { reversed: true } } } } })).toEqual({
    type: 'survey',
    read: {},
    survey: {
      code: 'A',
      attributes: {},
      items: { columns: { q: { reversed: true, scale: 'auto' } }, ignore: [] },
      drop: [],
    },
  });
  const whole = { type: 'consultation', read: {}, fields: { code: 'kod', opens_on: { const: null } } };
  expect(shaped(whole)).toEqual(whole);
});

it.each([
  null,
  [],
  'x',
  {},
  { type: 5 },
  { type: 'consultation', read: 5 },
  { type: 'consultation', fields: { code: null } },
  { type: 'consultation', fields: { code: { column: 5 } } },
  { type: 'consultation', fields: { code: { column: 'kod', codes: 'x' } } },
  { survey: 5 },
  { survey: { drop: 5 } },
  { survey: { attributes: { sex: null } } },
  { survey: { items: { columns: { q: 5 } } } },
  { survey: { items: { columns: { q: { scale: 'likert5', codes: 7 } } } } },
])('is no mapping: %j', (given) => expect(shaped(given)).toBeNull());
