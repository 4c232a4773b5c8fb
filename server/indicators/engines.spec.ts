import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';
import { complete } from '../testing/measure';
import { type Given, mirrorOf, type Records } from '../testing/records';
import { SURVEY_ANSWER_OF_POSTGRES } from '../snapshot/survey-views';
import { INDICATORS, ofLevel } from './catalogue';
import { DIAGNOSTICS } from './diagnostics';
import { CONSTRUCTS } from './perceived';
import { cityValuesSql, valuesSql } from './plan';

const AS_OF = `DATE '2026-01-01'`;

interface Value {
  indicator: string;
  x: number | null;
}

const RULE = {
  code: 'R',
  matter_type: 'strategy',
  min_days: 35,
  count_from: 'announcement',
  valid_since: '2020-01-01',
  act: 'A',
  article: '1',
  source_url: 'https://example.org',
};

const ACCESSIBILITY = [
  'plain_language',
  'documents',
  'offline',
  'hours',
  'place',
  'hearing',
  'care',
  'print',
];

/** The entry of a list that a number falls on; a null in it is an entry that is not recorded. */
const pick = <T>(list: T[], i: number): T => list[i % list.length]!;

/** Contributions, those who took part, and what they are measured against: enough of everything to be told apart. */
function people(): Records {
  const sexes = ['f', 'm', 'f', 'm', 'other'];
  const ages = ['25_39', '40_59', '60_74'];
  const contribution = Array.from({ length: 240 }, (_, i): Given => {
    const outcome = pick(['accepted', 'rejected', 'partly', 'rejected', 'explained'], i);
    const answered = i % 7 < 5;
    return {
      code: `U${i}`,
      consultation: pick(['A', 'A', 'A', 'B', 'C'], i),
      received_on: i % 11 === 0 ? '2026-01-01' : '2025-03-10',
      valid: pick(['yes', null, 'yes', 'no', 'yes'], Math.floor(i / 3)),
      late: pick(['no', null, 'no'], i),
      substantive: pick(['yes', 'no', null, 'yes'], i),
      cluster: pick([null, 'P1', 'P2', null], i),
      person: i % 9 === 0 ? null : `person-${i % 150}`,
      author_kind: pick(['resident', 'unknown', null, 'organisation', 'resident'], i),
      organisation: pick([null, 'O1', 'O2', null, 'O3'], Math.floor(i / 2)),
      sex: pick(sexes, i),
      age_band: pick(ages, i),
      district: pick(['N', 'S', null, 'N'], Math.floor(i / 5)),
      competent_unit: pick([null, 'U1', 'U2'], i),
      ...(answered
        ? {
            outcome,
            rationale_quality: pick(['substantive', 'general', 'substantive_with_reference'], i),
            signed_unit: pick(['U1', 'U2'], i),
            published_on: pick(['2025-04-20', '2025-05-30', '2025-03-20', '2025-10-01'], i),
            change_ref: i % 8 === 0 ? 'par. 3' : null,
          }
        : {}),
    };
  });
  const participant = Array.from({ length: 160 }, (_, i): Given => ({
    code: `L${i}`,
    consultation: pick(['A', 'A', 'B'], i),
    person: i % 10 === 0 ? null : `person-${i + 100}`,
    kind: pick(['resident', null, 'resident', 'organisation'], i),
    organisation: pick([null, 'O4', null], i),
    sex: pick(sexes, i + 1),
    age_band: pick(ages, i),
    district: pick(['N', 'S', 'N'], i),
  }));
  const of = (dimension: string, scope: string, counts: Record<string, number>) =>
    Object.entries(counts).map(([category, count]): Given => ({
      scope,
      dimension,
      category,
      count,
      as_of: '2024-12-31',
    }));
  return {
    contribution,
    participant,
    organisation: ['O1', 'O2', 'O3', 'O4'].map((code, i) => ({
      code,
      name_pl: code,
      kind: pick(['association', 'foundation'], i),
      fields: pick([['sport'], ['sport', 'kultura'], ['kultura', 'zdrowie', 'sport']], i),
    })),
    reference_distribution: [
      ...of('sex_age', 'residents', {
        'f 25_39': 30,
        'm 25_39': 20,
        'f 40_59': 25,
        'm 40_59': 27,
        'f 60_74': 18,
        'm 60_74': 9,
      }),
      ...of('district', 'residents', { N: 60, S: 40 }),
      ...of('organisation_kind', 'organisations', { association: 60, foundation: 40 }),
      ...of('field', 'organisations', { sport: 50, kultura: 30, zdrowie: 20 }),
    ],
    council_opinion: [
      { code: 'C1', consultation: 'A', delivered_on: '2025-04-01', opinion_on: '2025-04-10' },
    ],
    survey: ['S1', 'S2'].map((code, i) => ({
      code,
      consultation: 'A',
      kind: pick(['after_consultation', null], i),
      design: pick(['open_link', 'stratified'], i),
      invited: 120,
    })),
    survey_item: [...Object.values(CONSTRUCTS).flat(), 'Q_OTHER'].map((construct, i) => ({
      code: construct,
      survey: 'S2',
      position: i + 1,
      scale: pick(['likert5', 'likert7', 'number'], i),
      lowest: 1,
      highest: 9,
      reversed: pick([null, 'no', 'yes'], i),
      construct,
    })),
    survey_response: Array.from({ length: 40 }, (_, i) => ({
      code: `R${i}`,
      survey: 'S2',
      weight: pick([null, 0.1, 0.7, 1 / 3], i),
      answers: Array.from({ length: 10 }, (_none, j) => ((i * 7 + j * 3) % 8) - 1),
    })),
    coding: contribution
      .filter(({ outcome }) => outcome)
      .map(({ code, consultation, outcome, rationale_quality }, i) => ({
        contribution: code!,
        consultation: consultation!,
        coder: 'K2',
        outcome: i % 9 === 0 ? 'explained' : outcome!,
        rationale_quality: i % 7 === 0 ? 'none' : rationale_quality!,
      })),
  };
}

/** Two editions: who came for how long, what they knew before and after, and the advice they had. */
function trainings(): Records {
  const enrolment = Array.from({ length: 40 }, (_, i): Given => ({
    code: `P${i}`,
    edition: pick(['E1', 'E2', 'E1'], i),
    chosen_module: pick(['M3', 'M4', null], i),
    sector: pick(['city', 'ngo', 'city', null], i),
    unit: pick(['U1', 'U2', null, 'U3', 'U1'], i),
  }));
  const modules = ['M1', 'M2', 'M3', 'M4'];
  return {
    training_edition: [
      { code: 'E1', starts_on: '2025-02-03', ends_on: '2025-04-14', planned_hours: 32 },
      { code: 'E2', starts_on: '2023-02-03', ends_on: '2023-04-14' },
      { code: 'E3', starts_on: '2025-10-06', ends_on: '2026-02-02', planned_hours: 30.5 },
    ],
    training_session: ['E1', 'E2'].flatMap((edition) =>
      modules.map((module) => ({ code: `${edition}-${module}`, edition, module, hours: 12 })),
    ),
    enrolment,
    attendance: enrolment.flatMap(({ code, edition }, i) =>
      modules
        .filter((_module, j) => (i + j) % 5 > 0)
        .map((module, j) => ({
          session: `${edition as string}-${module}`,
          enrolment: code!,
          hours: pick([8, 12, 6.7, 9.9, 10.35], i * 3 + j),
        })),
    ),
    training_test: enrolment.flatMap(({ code }, i) =>
      ['pre', 'post']
        .filter((_phase, j) => (i + j) % 7 > 0)
        .map((phase, j) => ({
          enrolment: code!,
          phase,
          score: pick([11, 40, 17.3, 23], i + 2 * j),
          most: pick([40, 43, 40], i + j),
        })),
    ),
    advice_session: Array.from({ length: 9 }, (_, i) => ({
      code: `D${i}`,
      edition: 'E1',
      kind: pick(['individual', 'group'], i),
      held_on: pick(['2025-06-02', '2025-09-09', null, '2024-02-02'], i),
      service_hours: pick([1, 1.1, 0.7], i),
    })),
  };
}

describe('two engines', () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await startInstance(await freshDatabase());
  });
  afterAll(() => instance.stop());

  it('agree on every value', async () => {
    const { dataSource } = instance.foundation;
    const [authority] = (await dataSource.query(
      `INSERT INTO authority (code, name_pl, kind) VALUES ('T', 'T', 'state') RETURNING id`,
    )) as { id: number }[];
    const common = { authority_id: authority!.id, batch_id: 1, line: 1 };
    const records: Records = {
      legal_rule: [RULE],
      register_complete: complete('plan', 'report', 'decision', 'dispositions').map((row) => ({
        ...row,
        authority_id: authority!.id,
      })),
      consultation: [
        {
          code: 'A',
          unit: 'U1',
          matter_type: 'strategy',
          announced_on: '2025-02-24',
          target_population: 5000,
          direct_cost: 1234.5,
          staff_hours: 0,
          target_population_as_of: '2024-12-31',
          competent_unit: 'U1',
          council_due: 'yes',
          opens_on: '2025-03-01',
          closes_on: '2025-03-31',
          stage_at_launch: 'draft',
          decision_on: '2025-06-01',
          decision_published_on: '2025-06-03',
          decision_refers_to_report: 'no',
          report_published_on: '2025-05-20',
          unit_named: 'yes',
          coordinator_named: 'no',
          political_owner_named: 'yes',
          plan_listed_on: '2025-01-10',
          announced_closes_on: '2025-03-28',
          announcement_subject: 'met',
          announcement_purpose: 'met',
          announcement_period: 'not_met',
          announcement_forms: 'met',
          announcement_unit: 'met',
          announcement_materials: 'not_applicable',
          ...Object.fromEntries(
            ACCESSIBILITY.map((item, i) => [`accessibility_${item}`, pick(['met', 'not_met'], i)]),
          ),
        },
        {
          code: 'B',
          unit: 'U2',
          opens_on: '2025-09-01',
          closes_on: '2025-09-07',
          forms: ['letter'],
          addressee: 'organisations',
          council_due: 'no',
        },
        {
          code: 'C',
          unit: 'U4',
          closed_on: '2025-11-30',
          forms: ['letter', 'walk'],
          report_url: 'https://example.org/r',
        },
        { code: 'D', unit: 'U1', opens_on: '2025-12-01', remarks_until: '2025-12-31' },
      ],
      consultation_event: [
        { code: 'E1', consultation: 'A', kind: 'walk', planned_on: '2025-03-10', held_on: '2025-03-10' },
        { code: 'E2', consultation: 'A', kind: 'letter', held_on: '2025-02-26' },
        {
          code: 'E3',
          consultation: 'A',
          kind: 'workshop',
          planned_on: '2025-03-12',
          held_on: '2025-03-19',
          moved_notice_on: '2025-03-10',
        },
        { code: 'E4', consultation: 'B', kind: 'open_meeting', planned_on: '2025-09-03' },
        { code: 'E5', consultation: 'C', kind: 'walk', planned_on: '2026-02-01', cancelled_on: '2026-01-20' },
        { code: 'E6', consultation: 'C', kind: 'display', held_on: '2025-11-20', announced_place: 'Ratusz' },
        { code: 'E7', consultation: 'D', kind: 'online_form', held_on: '2025-12-01' },
      ],
      ...people(),
      ...trainings(),
    };
    for (const [table, rows] of Object.entries(records))
      for (const row of rows) {
        const stored =
          table === 'register_complete'
            ? row
            : { ...common, content: '00000000-0000-0000-0000-000000000000', ...row };
        const names = Object.keys(stored);
        await dataSource.query(
          `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
          Object.values(stored),
        );
      }
    const mirror = await mirrorOf({
      ...records,
      authority: [{ id: authority!.id, code: 'T', kind: 'state' }],
    });
    await dataSource.query(`CREATE VIEW survey_answer AS ${SURVEY_ANSWER_OF_POSTGRES}`);
    const measures = 'indicator, status, n, remark, x, numerator, denominator, score, low, high';
    const both = async (question: string) => {
      const [ours, theirs] = [
        await mirror.query<Value>(question),
        (await dataSource.query(question)) as Value[],
      ];
      expect(ours).toEqual(theirs);
      return new Set(ours.filter(({ x }) => x !== null).map(({ indicator }) => indicator));
    };
    const told = [
      ...(await both(
        `SELECT consultation, ${measures} FROM (${valuesSql([...ofLevel('consultation'), ...DIAGNOSTICS], AS_OF)}) q ORDER BY consultation, indicator`,
      )),
      ...(await both(
        `SELECT period, ${measures} FROM (${cityValuesSql(ofLevel('city'), AS_OF)}) q ORDER BY period, indicator`,
      )),
    ];
    mirror.close();
    expect(told.sort()).toEqual([...INDICATORS, ...DIAGNOSTICS].map(({ code }) => code).sort());
  });
});
