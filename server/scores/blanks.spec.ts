import { recordType } from '../contracts/record-type';
import { complete, contributions } from '../testing/measure';
import type { Given } from '../testing/records';
import { scored } from '../testing/score';
import { BANDS, GRADES } from './grade';

interface Score {
  consultation: string;
  index: number | null;
  low: number;
  high: number;
}

const fields = (type: string) => recordType(type)!.fields.map(({ name }) => name);
const checklist = (list: string): Given =>
  Object.fromEntries(
    fields('consultation')
      .filter((name) => name.startsWith(`${list}_`))
      .map((name, i) => [name, (['met', 'not_met', 'met', 'not_applicable'] as const)[i % 4]!]),
  );

/** Every field on record. It was open until 14 April: the later of both ends, and it closed on that day. */
const WHOLE: Given = {
  code: 'W',
  register_no: '1/2025',
  title_pl: 'Strategia',
  title_en: 'Strategy',
  topics: ['strategia'],
  matter_type: 'strategy',
  addressee: 'residents',
  initiator: 'mayor',
  iap2_level: 'consult',
  stage_at_launch: 'draft',
  unit: 'A',
  unit_name: 'Wydział A',
  competent_unit: 'A',
  unit_named: 'yes',
  coordinator_named: 'no',
  political_owner_named: 'yes',
  legal_rule: 'R',
  legal_basis: 'uchwała',
  plan_listed_on: '2025-02-10',
  announced_on: '2025-02-22',
  announced_closes_on: '2025-04-14',
  opens_on: '2025-03-01',
  closes_on: '2025-03-31',
  remarks_until: '2025-04-14',
  closed_on: '2025-04-14',
  report_published_on: '2025-06-10',
  report_url: 'https://example.org/report',
  decision_on: '2025-06-20',
  decision_published_on: '2025-06-25',
  decision_refers_to_report: 'no',
  council_due: 'no',
  ...checklist('announcement'),
  ...checklist('accessibility'),
  forms: ['letter', 'open_meeting', 'walk'],
  districts: ['Felin'],
  target_population: 1000,
  target_population_as_of: '2024-12-31',
  direct_cost: '100',
  staff_hours: '10',
  reported_participants: 5,
  reported_contributions: 5,
  reported_accepted: 1,
  reported_partly: 1,
  source_url: 'https://example.org',
  source_precision: 'day',
};
/** Blank they would say something else, not less: the key, and the day on which it was called off. */
const NOT_BLANKED = ['code', 'consultation', 'kind', 'cancelled_on'];

const event = (kind: string, day: string, more: Given = {}): Given => ({
  kind,
  announced_on: '2025-02-22',
  planned_on: day,
  planned_time: '17:00',
  announced_place: 'Ratusz',
  held_on: day,
  place: 'Ratusz',
  mode: 'on_site',
  attendance: 12,
  ...more,
});
const LETTER = event('letter', '2025-03-01');
const MEETING = event('open_meeting', '2025-03-10');
/** Events with one bad fact among them, which hiding any other fact must not make better. */
const EVENTS: [what: string, events: Given[]][] = [
  ['kept', [LETTER, MEETING]],
  ['two days late', [LETTER, { ...MEETING, held_on: '2025-03-12' }]],
  ['moved too late', [LETTER, { ...MEETING, held_on: '2025-03-20', moved_notice_on: '2025-03-09' }]],
  ['moved in time', [LETTER, { ...MEETING, held_on: '2025-03-20', moved_notice_on: '2025-03-01' }]],
  ['in another place', [LETTER, { ...MEETING, place: 'Szkoła' }]],
  ['called off', [LETTER, { ...MEETING, held_on: null, place: null, cancelled_on: '2025-03-09' }]],
  ['before the opening', [LETTER, event('walk', '2025-02-24', { held_on: '2025-03-05' })]],
  ['all of them bad', [{ ...MEETING, held_on: '2025-03-12' }, event('walk', '2025-02-24', { place: 'Las' })]],
  ['still ahead', [LETTER, MEETING, event('workshop', '2027-01-10', { held_on: null, place: null })]],
];
const BAD: [what: string, consultation: Given][] = [
  ['an ordinary one', {}],
  ['one decided before the report', { decision_on: '2025-06-01' }],
  ['one with nobody named', { unit_named: 'no', coordinator_named: 'no', political_owner_named: 'no' }],
  ['one put into the plan afterwards', { plan_listed_on: '2025-03-01' }],
  ['one shorter than announced', { announced_closes_on: '2025-04-30' }],
  ['one whose report is dated before its end', { report_published_on: '2025-04-10' }],
];

const gradeOf = (index: number) => GRADES.findIndex((grade) => index >= BANDS[grade]);

/** The consultation as it is, and once for every recorded cell of it and of its events with that cell blank. */
function blanked(consultation: Given, events: Given[]) {
  const cells = (row: Given) => Object.keys(row).filter((name) => row[name] !== null);
  const variants = [
    { code: 'whole', consultation, events },
    ...cells(consultation)
      .filter((name) => !NOT_BLANKED.includes(name))
      .map((name) => ({ code: name, consultation: { ...consultation, [name]: null }, events })),
    ...events.flatMap((row, i) =>
      cells(row)
        .filter((name) => name !== 'kind')
        .map((name) => ({
          code: `${i}.${name}`,
          consultation,
          events: events.map((one, j) => (i === j ? { ...one, [name]: null } : one)),
        })),
    ),
  ];
  return {
    authority: [{ id: 1, code: 'T', kind: 'state' }],
    legal_rule: [
      {
        code: 'R',
        matter_type: 'strategy',
        min_days: 35,
        count_from: 'announcement',
        valid_since: '2020-01-01',
      },
    ],
    consultation: variants.map((one) => ({ ...one.consultation, code: one.code })),
    consultation_event: variants.flatMap((one) =>
      one.events.map((row, i) => ({ ...row, code: `${one.code}-${i}`, consultation: one.code })),
    ),
  };
}

it('has every field of a consultation on record', () => {
  const unsaid = fields('consultation').filter((name) => (WHOLE[name] ?? null) === null);
  expect(unsaid).toEqual(['cancelled_on']);
});

const REGISTERS = ['plan', 'report', 'decision'];
const CASES = [
  ...EVENTS.map(([what, events]) => [`events ${what}`, WHOLE, events, [[]]] as const),
  ...BAD.map(([what, more]) => [what, { ...WHOLE, ...more }, EVENTS[1]![1], [[], REGISTERS]] as const),
];
it.each(CASES)('hiding a fact never pays: %s', async (_what, consultation, events, registers) => {
  for (const declared of registers) {
    const records = { ...blanked(consultation, events), register_complete: complete(...declared) };
    const mirror = await scored(records);
    const scores = await mirror.query<Score>(
      'SELECT consultation, index, low, high FROM scored.consultation_score',
    );
    mirror.close();
    const whole = scores.find((one) => one.consultation === 'whole')!;
    expect(scores).toHaveLength(records.consultation.length);
    const richer = scores.filter(({ low }) => low > whole.low + 1e-9);
    const silent = scores.filter(
      ({ index, low, high }) =>
        index !== null && high - low < 1e-9 && gradeOf(index) < gradeOf(whole.index ?? whole.low),
    );
    expect([declared, richer, silent]).toEqual([declared, [], []]);
  }
});

const contribution = (more: Given): Given => ({
  received_on: '2025-03-10',
  valid: 'yes',
  late: 'no',
  substantive: 'yes',
  cluster: null,
  author_kind: 'resident',
  competent_unit: 'A',
  sex: 'f',
  age_band: '25_39',
  district: 'N',
  outcome: 'rejected',
  rationale_quality: 'substantive',
  signed_unit: 'A',
  decided_on: '2025-05-01',
  published_on: '2025-05-01',
  change_ref: null,
  ...more,
});
/** Sixteen of every sort, good and bad; only the first of each sort is blanked, cell by cell. */
const SORTS: [number, Given][] = [
  [4, contribution({})],
  [3, contribution({ rationale_quality: 'none', district: 'S' })],
  [3, contribution({ outcome: 'accepted', change_ref: 'par. 2', sex: 'm' })],
  [2, contribution({ outcome: 'partly', published_on: '2025-09-01', signed_unit: 'B' })],
  [2, contribution({ outcome: null, rationale_quality: null, published_on: null, author_kind: 'unknown' })],
  [1, contribution({ valid: 'no', outcome: null, published_on: null })],
  [1, contribution({ late: 'yes', received_on: '2025-05-01', outcome: null, published_on: null })],
  [2, contribution({ cluster: 'P1', outcome: 'explained', author_kind: 'organisation', organisation: 'O1' })],
];
const REGISTER: Given[] = contributions(...SORTS).map((row, i) => ({ ...row, person: `p${i}` }));
/** Thirty others who came, more of them from the north than live there. */
const LIST: Given[] = Array.from({ length: 30 }, (_, i) => ({
  code: `L${i}`,
  person: `q${i}`,
  kind: 'resident',
  sex: i % 2 === 0 ? 'f' : 'm',
  age_band: '25_39',
  district: i < 22 ? 'N' : 'S',
}));
const reference = (dimension: string, categories: string[]): Given[] =>
  categories.map((category) => ({
    scope: 'residents',
    dimension,
    category,
    count: 500,
    as_of: '2024-12-31',
  }));

/** Blank they say something else, not less: a contribution counts again that was not valid, or late. */
const SAYS_ELSE = ['code', 'consultation', 'valid', 'late'];

/** The whole, and once for every recorded cell of one contribution of each sort and of two who came. */
function blankedPeople() {
  const firsts = SORTS.map((_, i) => SORTS.slice(0, i).reduce((sum, [count]) => sum + count, 0));
  const cells = (row: Given) =>
    Object.keys(row).filter((name) => row[name] !== null && !SAYS_ELSE.includes(name));
  const variants = [
    { code: 'whole', register: REGISTER, list: LIST },
    ...firsts.flatMap((at) =>
      cells(REGISTER[at]!).map((name) => ({
        code: `U${at}.${name}`,
        register: REGISTER.map((row, i) => (i === at ? { ...row, [name]: null } : row)),
        list: LIST,
      })),
    ),
    ...[0, 29].flatMap((at) =>
      cells(LIST[at]!).map((name) => ({
        code: `L${at}.${name}`,
        register: REGISTER,
        list: LIST.map((row, i) => (i === at ? { ...row, [name]: null } : row)),
      })),
    ),
  ];
  const of = (code: string, rows: Given[]) => rows.map((row) => ({ ...row, consultation: code }));
  return {
    authority: [{ id: 1, code: 'T', kind: 'state' }],
    reference_distribution: [
      ...reference('district', ['N', 'S']),
      ...reference('sex_age', ['f 25_39', 'm 25_39']),
    ],
    consultation: variants.map(({ code }) => ({ ...WHOLE, code, legal_rule: null })),
    consultation_event: variants.flatMap(({ code }) =>
      of(code, EVENTS[1]![1]).map((row, i) => ({ ...row, code: `${code}-${i}` })),
    ),
    contribution: variants.flatMap(({ code, register }) => of(code, register)),
    participant: variants.flatMap(({ code, list }) => of(code, list)),
  };
}

it.each([[[]], [[...REGISTERS, 'dispositions']]])(
  'hiding a fact of a contribution or of who came never pays: %j complete',
  async (declared) => {
    const records = blankedPeople();
    const mirror = await scored({ ...records, register_complete: complete(...declared) });
    const low = await mirror.query<{ consultation: string; indicator: string; low: number; whole: number }>(
      `SELECT v.consultation, v.indicator, coalesce(v.low, 100) AS low, coalesce(w.low, 100) AS whole FROM scored.value v
       JOIN (FROM scored.value WHERE consultation = 'whole') w USING (indicator) WHERE v.low > w.low + 1e-9`,
    );
    // by a complete register an answer without a day was not given: an indicator of answers may gain, the index does not
    const gains = low.filter((one) => declared.length === 0 || !one.consultation.endsWith('published_on'));
    const scores = await mirror.query<Score>('SELECT * FROM scored.consultation_score');
    mirror.close();
    const whole = scores.find((one) => one.consultation === 'whole')!;
    const richer = scores.filter((one) => one.low > whole.low + 1e-9).map((one) => one.consultation);
    expect(scores).toHaveLength(records.consultation.length);
    expect([declared, gains, richer]).toEqual([declared, [], []]);
  },
);
