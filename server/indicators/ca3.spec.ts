import { alike, edition, measureCity, together } from '../testing/measure-city';
import type { Given, Records } from '../testing/records';
import { CA3 } from './ca3';

const ran = (...units: (string | null)[]): Given[] =>
  units.map((unit, i) => ({ code: `K${i}`, closed_on: '2025-03-31', unit }));
const of = (unit: string, own: Given = {}) => alike(1, undefined, { sector: 'city', unit, ...own });
const given = (consultation: Given[], more: Records): Records => ({ consultation, ...more });

describe('CA3', () => {
  it('counts each unit that ran a consultation once, prepared by whoever of it finished', async () => {
    const trained = edition([
      ...of('A'),
      ...of('A'),
      ...of('B'),
      // an organisation's, one who did not finish, and a unit that ran nothing
      ...of('C', { sector: 'ngo' }),
      ...alike(1, { M1: 8 }, { sector: 'city', unit: 'D' }),
      ...of('Z'),
    ]);
    expect(await measureCity(CA3, given(ran('A', 'A', 'A', 'B', 'C', 'D'), trained))).toEqual({
      status: 'observed',
      n: 4,
      x: 50,
      numerator: 2,
      denominator: 4,
      score: 50,
      low: 50,
      high: 50,
    });
  });

  it('forgets a training after three years', async () => {
    const ended = (code: string, ends_on: string) => edition(of(code), { code: `E${code}`, ends_on });
    const trained = together(ended('A', '2023-01-01'), ended('B', '2022-12-31'), ended('C', '2026-01-01'));
    expect(await measureCity(CA3, given(ran('A', 'B', 'C', 'D'), trained))).toMatchObject({ x: 25 });
  });

  it('counts consultations of the four quarters only, to the day', async () => {
    const consultation: Given[] = [
      { code: 'K1', closed_on: '2024-12-31', unit: 'OLD' },
      { code: 'K2', closed_on: '2025-01-01', unit: 'A' },
      { code: 'K3', closed_on: '2025-12-31', unit: 'B' },
      { code: 'K4', closed_on: '2025-06-30', unit: 'C' },
      { code: 'K5', closed_on: '2025-06-30', unit: 'OFF', cancelled_on: '2025-06-01' },
    ];
    expect(await measureCity(CA3, given(consultation, edition(of('A'))))).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it('finds a unit by its name in the register', async () => {
    const consultation = [
      ...ran('A', 'B'),
      { code: 'N', closed_on: '2025-03-31', unit_name: 'Wydział C' },
      { code: 'M', closed_on: '2025-03-31', unit_name: 'Wydział C' },
    ];
    const unit = [{ code: 'C', name_pl: 'Wydział C' }];
    expect(await measureCity(CA3, given(consultation, { ...edition(of('C')), unit }))).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it('says by its bounds what a consultation without a unit may hide', async () => {
    // two of three; the fourth may be of one more unit, without a trained person or with one
    const found = await measureCity(CA3, given(ran('A', 'B', 'C', null), edition([...of('A'), ...of('B')])));
    expect(found.x).toBeCloseTo(200 / 3, 9);
    expect([found.low, found.high]).toEqual([50, 75]);
  });

  it.each([
    ['a third of the consultations without a unit', ran('A', 'B', 'C', 'C', null, null), 'observed'],
    ['more of them without one', ran('A', 'B', 'C', null, null), 'missing'],
    ['no unit at all', ran(null, null, null), 'missing'],
    ['two units', ran('A', 'B', 'B', 'B'), 'insufficient_n'],
  ])('with %s', async (_what, consultation, status) => {
    expect((await measureCity(CA3, given(consultation, edition(of('A'))))).status).toBe(status);
  });

  it('is missing where nobody trained is of a known unit, and where attendance is not recorded', async () => {
    const units = ran('A', 'B', 'C');
    const nameless = edition(alike(3, undefined, { sector: 'city' }));
    expect((await measureCity(CA3, given(units, nameless))).status).toBe('missing');
    const unattended = edition(alike(3, {}, { sector: 'city', unit: 'A' }));
    expect((await measureCity(CA3, given(units, unattended))).status).toBe('missing');
    expect((await measureCity(CA3, given(units, {}))).status).toBe('missing');
  });
});
