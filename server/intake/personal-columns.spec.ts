import { readMapping } from './mapping';
import { personalColumns } from './personal-columns';

const mapping = (fields: object = {}, keep: string[] = []) =>
  readMapping({ type: 'consultation', fields, keep_columns: keep }, 'x.csv');
const found = (header: string, cells: string[], fields = {}, keep: string[] = []) =>
  personalColumns([header], [cells], mapping(fields, keep)).map(({ kind, fate }) =>
    fate === 'kept' ? `${kind} kept` : kind,
  )[0] ?? null;

it.each([
  ['kontakt', ['a@b.pl', 'c@d.pl', 'brak'], 'email'],
  ['x', ['44051401458', '02270803624'], 'pesel'],
  ['ip', ['83.12.45.190'], 'ip'],
  ['kontakt', ['600 100 200', '+48 601100200', 'nie podano'], 'phone'],
  ['kontakt', ['a@b.pl', 'brak', 'nie'], null], // a third is not most
  ['regon', ['430001006', '006218401'], null],
  ['inicjatywa', ['12345678', '12345679'], null],
  ['uwagi', [], null],
])('%s with %j is %s by what stands in it', (header, cells, wanted) =>
  expect(found(header, cells)).toBe(wanted),
);

it('takes a column that counts or says whether for what it is', () => {
  expect(found('e-mail', ['12', '0', '3'])).toBeNull();
  expect(found('Podpis', ['tak', 'nie'])).toBeNull();
  expect(found('Kanał / e-mail', ['e-mail', 'e-mail'])).toBeNull();
  expect(found('nr domu', ['12', '3'])).toBe('address');
  expect(found('e-mail', ['12', 'jan'])).toBe('email');
  expect(found('e-mail', [])).toBe('email');
});

it('reads nine digits as a number where the mapping takes the column for one', () => {
  expect(found('kwota', ['600 100 200', '601 200 300'])).toBe('phone');
  expect(found('kwota', ['600 100 200', '601 200 300'], { code: 'id', direct_cost: 'kwota' })).toBeNull();
});

it('keeps a column where the mapping says so by its exact name and takes it for a field', () => {
  const fields = { title_pl: 'Podpis' };
  expect(found('Podpis', ['Jan'], fields)).toBe('signature');
  expect(found('Podpis', ['Jan'], fields, ['Podpis'])).toBe('signature kept');
  expect(found('Podpis', ['Jan'], fields, ['podpis'])).toBe('signature');
  expect(found('Podpis', ['Jan'], {}, ['Podpis'])).toBe('signature'); // of no field: left out all the same
});
