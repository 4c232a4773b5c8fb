import fc from 'fast-check';
import { meanOf } from '../statistics/linearised';
import { degreesOfFreedom, surveyDesign } from '../statistics/survey-design';
import { surveyEstimate } from '../statistics/survey-estimate';
import { CLOSED, complete } from '../testing/measure';
import type { Given, Records } from '../testing/records';
import { scored } from '../testing/score';

interface Sampling {
  target: string;
  se: number | null;
  degrees: number;
}

interface Respondent {
  answers: (number | null)[];
  weight: number;
  stratum: string;
}

const CONSTRUCTS = ['Q_FAIR1', 'Q_INFO1', 'Q_RESP1', 'Q_INFL1'];
const ITEMS = CONSTRUCTS.map((construct, i): Given => ({
  code: construct,
  survey: 'S',
  position: i + 1,
  scale: 'likert5',
  construct,
}));

const world = (respondents: Respondent[], survey: Given = {}, more: Given = {}): Records => ({
  authority: [{ id: 1, code: 'T' }],
  register_complete: complete('dispositions'),
  consultation: [{ ...CLOSED, ...more }],
  survey: [{ code: 'S', consultation: 'K', kind: 'after_consultation', design: 'stratified', ...survey }],
  survey_item: ITEMS,
  survey_response: respondents.map(({ answers, weight, stratum }, i) => ({
    code: `R${i}`,
    survey: 'S',
    weight,
    stratum,
    stratum_size: stratum === 'A' ? 400 : 90,
    answers: answers.map((answer) => answer ?? -1) as unknown as Given[string],
  })),
});

async function samplingOf(records: Records): Promise<Map<string, Sampling>> {
  const mirror = await scored(records);
  const rows = await mirror.query<Sampling>('SELECT target, se, degrees FROM scored.sampling');
  mirror.close();
  return new Map(rows.map((row) => [row.target, row]));
}

const respondent = fc.record({
  answers: fc.tuple(...ITEMS.map(() => fc.option(fc.integer({ min: 1, max: 5 }), { freq: 8 }))),
  weight: fc.double({ min: 0.2, max: 6, noNaN: true }),
  stratum: fc.constantFrom('A', 'B'),
});

it('is the linearised error of a weighted mean from strata, whoever did not answer among them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(respondent, { minLength: 40, maxLength: 60 }), async (respondents) => {
      const found = await samplingOf(world(respondents));
      const strata = respondents.map(({ stratum }) => stratum);
      const weights = respondents.map(({ weight }) => weight);
      const fpc = strata.map((stratum) => (stratum === 'A' ? 400 : 90));
      const design = surveyDesign({ weights, strata, fpc });
      for (const [i, target] of ['GF3', 'TR4', 'RE4', 'IN4'].entries()) {
        const points = respondents.map(({ answers }) =>
          answers[i] === null ? null : 25 * (answers[i]! - 1),
        );
        const { se } = surveyEstimate(design, meanOf(weights, points));
        const row = found.get(target);
        if (points.filter((point) => point !== null).length < 10) continue;
        if (se === null) expect(row!.se).toBeNull();
        else expect(row!.se).toBeCloseTo(se, 9);
        expect(row!.degrees).toBe(degreesOfFreedom(design));
      }
    }),
    { numRuns: propertyRuns(5) },
  );
});

const ONE = { weight: 1, stratum: 'A' };
const twenty = Array.from({ length: 20 }, (_, i): Respondent => ({
  ...ONE,
  answers: [1 + (i % 5), 3, 3, 3],
}));

it.each(['open_link', 'quota', null])('is none of a sample that nobody drew: %s', async (design) => {
  expect(await samplingOf(world(twenty, { design }))).toEqual(new Map());
});

it('is not known where a stratum has one unit, and 0 where all were asked', async () => {
  const alone = await samplingOf(world([...twenty, { ...twenty[0]!, stratum: 'B' }]));
  expect(alone.get('GF3')).toMatchObject({ se: null });
  const all = world(twenty, { design: 'census', frame_size: 20 });
  all['survey_response']!.forEach((row) => Object.assign(row, { stratum_size: null, stratum: null }));
  expect((await samplingOf(all)).get('GF3')).toMatchObject({ se: 0, degrees: 19 });
});
