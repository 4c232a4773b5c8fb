import { measure } from '../testing/measure';
import type { Given } from '../testing/records';
import { X4 } from './x4';

const DRAWN: Given = { code: 'S', consultation: 'K', design: 'srs', invited: 40, closes_on: '2025-05-01' };
const answered = (n: number, survey = 'S'): Given[] =>
  Array.from({ length: n }, (_, i) => ({ code: `R${i}`, survey, answers: [] }));
const of = (own: Given, responses = 10, asOf?: string) =>
  measure(X4, {}, { survey: [{ ...DRAWN, ...own }], survey_response: answered(responses) }, asOf);

describe('X4', () => {
  it('is the share of those invited who answered', async () => {
    expect(await of({})).toEqual({ status: 'observed', x: 25, score: null });
    expect(await of({}, 0)).toMatchObject({ status: 'observed', x: 0 });
    expect(await of({}, 40)).toMatchObject({ x: 100 });
  });

  it.each<[string, Given, string]>([
    ['an open link', { design: 'open_link' }, 'not_applicable'],
    ['quotas', { design: 'quota' }, 'not_applicable'],
    ['a design that is not recorded', { design: null }, 'missing'],
    ['no number of those invited', { invited: null }, 'missing'],
    ['more responses than invitations', { invited: 9 }, 'missing'],
  ])('with %s', async (_what, own, status) => {
    expect(await of(own)).toEqual({ status, x: null, score: null });
  });

  it('is not due while the survey is open, and missing without one', async () => {
    expect((await of({}, 10, '2025-05-01')).status).toBe('not_due');
    expect((await of({}, 10, '2025-05-02')).status).toBe('observed');
    expect((await measure(X4, {})).status).toBe('missing');
  });

  it('is of the survey that speaks for the consultation', async () => {
    const survey = [DRAWN, { ...DRAWN, code: 'OPEN', design: 'open_link', closes_on: '2025-06-01' }];
    const survey_response = [
      ...answered(10),
      ...answered(30, 'OPEN').map((row, i) => ({ ...row, code: `O${i}` })),
    ];
    expect(await measure(X4, {}, { survey, survey_response })).toMatchObject({ x: 25 });
  });
});
