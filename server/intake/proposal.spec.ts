import { recordType } from '../contracts/record-type';
import { plainWords, proposalFor, proposals } from './proposal';

const fieldsOf = (type: string, header: string[], rows: string[][] = []) =>
  Object.fromEntries(
    proposalFor(recordType(type)!, header, rows, ',').fields.map(({ field, column, confidence }) => [
      field,
      [column, confidence],
    ]),
  );

it('compares headers without marks, case and signs', () => {
  expect(plainWords('  Data_zakończenia (łącznie) ')).toBe('data zakonczenia lacznie');
});

it('knows fields by name, label, office word and by the words of a longer header', () => {
  expect(
    fieldsOf('consultation', [
      'Sygnatura',
      'Tytuł po polsku',
      'opens_on',
      'Data zakończenia',
      'Address of the report (link)',
      'Kolor',
    ]),
  ).toEqual({
    title_pl: ['Tytuł po polsku', 1],
    opens_on: ['opens_on', 1],
    code: ['Sygnatura', 0.9],
    closes_on: ['Data zakończenia', 0.9],
    report_url: ['Address of the report (link)', 0.7],
  });
});

it('does not take a column for a field that would refuse most of its cells', () => {
  const days = ['2025-01-01', '12.03.2025', '03/04/2025'];
  expect(
    fieldsOf(
      'consultation',
      ['Od'],
      days.map((day) => [day]),
    ),
  ).toEqual({ opens_on: ['Od', 0.9] });
  expect(fieldsOf('consultation', ['Od'], [['mieszkańcy'], ['rada'], ['2025-01-01']])).toEqual({});
  // one word for two fields: what stands in the column decides
  expect(fieldsOf('consultation', ['Raport'], [['https://example.org/r']])).toEqual({
    report_url: ['Raport', 0.9],
  });
  expect(fieldsOf('consultation', ['Raport'], [['2025-02-01']])).toEqual({
    report_published_on: ['Raport', 0.9],
  });
});

it('gives each column and each field once', () => {
  expect(fieldsOf('contribution', ['id', 'numer', 'Treść', 'Uwaga'])).toEqual({
    code: ['id', 0.9],
    text: ['Treść', 1],
  });
});

it('puts the likeliest type first, and proposes nothing for a table of something else', () => {
  const remarks = ['Data wpływu', 'Oznaczenie', 'Propozycja rozpatrzenia', 'Uzasadnienie', 'Treść uwagi'];
  expect(proposals(remarks, [], ',')[0]!.type).toBe('contribution');
  expect(proposals(['Sygnatura', 'Tytuł', 'Od', 'Do', 'Raport', 'Formy'], [], ',')[0]!.type).toBe(
    'consultation',
  );
  expect(proposals(['edition', 'code', 'hours', 'module', 'held_on'], [], ',')[0]!.type).toBe(
    'training_session',
  );
  expect(proposals(['kolor', 'smak'], [], ',')).toEqual([]);
});
