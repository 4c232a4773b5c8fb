import { INDEX } from '../server/scores/sampling';
import { indexInterval } from '../server/scores/value-interval';
import { randomOf } from '../server/statistics/random';
import { complete } from '../server/testing/measure';
import type { Given, Records } from '../server/testing/records';
import { scored } from '../server/testing/score';
import type { Check, Proof } from './prove';

const RUNS = 4000;
const SIZES = [20, 30, 60];
const PEOPLE = 5000;
/** Where the answers to an item lie, from 1 to 5; what one person answers to all of them hangs together. */
const ITEMS: [construct: string, centre: number][] = [
  ['Q_FAIR1', 3.4],
  ['Q_FAIR2', 2.9],
  ['Q_FAIR3', 2.5],
  ['Q_INFO1', 3.8],
  ['Q_INFO2', 3.2],
  ['Q_RESP1', 2.6],
  ['Q_RESP2', 2.8],
  ['Q_INFL1', 2.4],
  ['Q_INFL2', 3.1],
];

/** The interval of an index holds what it promises: nominally 95 % of samples have the true one within. */
export const coverage: Proof = {
  name: 'coverage',
  minutes: 4,
  about: `scores ${RUNS} drawn samples each of ${SIZES.join(', ')} people whose answers hang together, and counts how often the interval of the index holds the true one (93 to 97 %)`,
  run,
};

async function run(check: Check, say: (line: string) => void): Promise<void> {
  const people = population();
  for (const size of SIZES) {
    const next = randomOf(`coverage ${size}`);
    const samples = Array.from({ length: RUNS }, () =>
      Array.from({ length: size }, () => people[Math.floor(next() * PEOPLE)]!),
    );
    const held = await heldBy(samples, people);
    say(`n = ${size}: ${(held * 100).toFixed(2)} %`);
    const problem = held >= 0.93 && held <= 0.97 ? null : `${(held * 100).toFixed(2)} % instead of 93 to 97`;
    check(`intervals of samples of ${size}`, problem);
  }
}

/** People who answer every item: what they are in general, and what they think of it in particular. */
function population(): number[][] {
  const next = randomOf('people');
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: PEOPLE }, () => {
    const mood = normal();
    return ITEMS.map(([, centre]) =>
      Math.min(5, Math.max(1, Math.round(centre + 0.8 * mood + 0.8 * normal()))),
    );
  });
}

/** The share of samples whose interval holds the index that the whole population gives. */
async function heldBy(samples: number[][][], people: number[][]): Promise<number> {
  const mirror = await scored(records([people, ...samples]));
  type Row = { consultation: string; index: number; se: number; degrees: number };
  const rows = await mirror.query<Row>(
    `SELECT consultation, index, se, degrees FROM scored.consultation_score c
     JOIN scored.sampling s ON s.consultation_id = c.consultation_id AND s.target = '${INDEX}'`,
  );
  mirror.close();
  const truth = rows.find(({ consultation }) => consultation === 'K0')!.index;
  const intervals = rows
    .filter(({ consultation }) => consultation !== 'K0')
    .map((row) => indexInterval(row.index, row));
  if (intervals.length !== samples.length) throw new Error(`${intervals.length} of ${samples.length} scored`);
  return intervals.filter(({ low, high }) => low! <= truth && truth <= high!).length / intervals.length;
}

/** Facts that are the same in every consultation, and of each the answers of its sample. */
function records(samples: number[][][]): Records {
  const codes = samples.map((_, i) => `K${i}`);
  const answered: Given = { published_on: '2025-04-20', outcome: 'partly', rationale_quality: 'substantive' };
  return {
    authority: [{ id: 1, code: 'T' }],
    register_complete: complete('plan', 'dispositions'),
    consultation: codes.map((code) => ({ code, ...FACTS })),
    contribution: codes.flatMap((consultation) =>
      [0, 1, 2, 3, 4].map((i) => ({ consultation, code: `U${i}`, ...(i < 4 ? answered : {}) })),
    ),
    survey: codes.map((code) => ({
      code: `S${code}`,
      consultation: code,
      kind: 'after_consultation',
      design: 'srs',
    })),
    survey_item: codes.flatMap((code) =>
      ITEMS.map(([construct], i) => ({
        code: `${code}-${construct}`,
        survey: `S${code}`,
        position: i + 1,
        scale: 'likert5',
        construct,
      })),
    ),
    survey_response: samples.flatMap((sample, i) =>
      sample.map((answers, j) => ({
        code: `${i}-${j}`,
        survey: `SK${i}`,
        answers: answers as unknown as Given[string],
      })),
    ),
  };
}

const FACTS: Given = {
  opens_on: '2025-03-01',
  closes_on: '2025-03-21',
  announced_on: '2025-02-22',
  announced_closes_on: '2025-03-21',
  plan_listed_on: '2025-01-05',
  stage_at_launch: 'draft',
  report_published_on: '2025-05-20',
  decision_on: '2025-06-01',
  decision_published_on: '2025-06-05',
  decision_refers_to_report: 'no',
  council_due: 'no',
  ...Object.fromEntries(
    'subject purpose period forms unit materials open_to_change next_steps'
      .split(' ')
      .map((name, i) => [`announcement_${name}`, i < 5 ? 'met' : 'not_met']),
  ),
};
