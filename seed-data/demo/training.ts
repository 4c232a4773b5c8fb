import { STAR, UNFAIR, UNITS } from './city';
import { csv } from './csv';
import { dayOf, workingDay, written } from './days';
import { ORGANISATION_ROWS } from './organisations';
import { Draw } from './random';

/** First days of the five editions of the programme. */
const STARTS = ['2024-02-19', '2024-09-23', '2025-02-17', '2025-09-22', '2026-02-16'];
const PERSONS = 15;
const HOURS = 4;
const MOST = 40;

/** Modules with their sessions of four hours: everybody takes M1, M2 and one of the others, 32 hours. */
const MODULES: [code: string, name: string, sessions: number][] = [
  ['M1', 'Podstawy i prawo konsultacji', 2],
  ['M2', 'Projektowanie procesu konsultacji', 3],
  ['M3', 'Prowadzenie spotkań i moderacja', 3],
  ['M4', 'Analiza uwag i odpowiadanie', 3],
];

/** Units that send people: all but the unfair one, which never sent anybody. */
const SENDING = UNITS.filter(({ code }) => code !== UNFAIR && code !== STAR).map(({ code }) => code);

/** One edition with everything that took place in it. */
function editionOf(starts: string, i: number) {
  const code = `ED-${i + 1}`;
  const draw = new Draw(7001 + i);
  const sessions = sessionsOf(code, dayOf(starts));
  const people = Array.from({ length: PERSONS }, (_, n) =>
    personOf(draw, { code, starts, number: i * PERSONS + n }),
  );
  return {
    edition: {
      code,
      name_pl: `Edycja ${i + 1}`,
      starts_on: starts,
      ends_on: sessions.at(-1)!.held_on,
      planned_hours: 32,
      planned_persons: PERSONS,
    },
    modules: MODULES.map(([module, name_pl, count]) => ({
      code: `${code}-${module}`,
      edition: code,
      module,
      name_pl,
      planned_hours: count * HOURS,
    })),
    sessions,
    enrolments: people,
    attendance: people.flatMap((person) => attendanceOf(draw, person, sessions)),
    tests: people.flatMap((person) => testsOf(draw, person, { sessions, edition: i })),
    advice: adviceOf(draw, { code, from: dayOf(sessions.at(-1)!.held_on) }),
  };
}

type Sessions = ReturnType<typeof sessionsOf>;
type Person = ReturnType<typeof personOf>;

/** One session a week, module after module. */
function sessionsOf(edition: string, starts: number) {
  const modules = MODULES.flatMap(([module, , count]) => Array.from({ length: count }, () => module));
  return modules.map((module, i) => ({
    code: `${edition}-Z${String(i + 1).padStart(2, '0')}`,
    edition,
    module,
    held_on: written(workingDay(starts + i * 7)),
    hours: HOURS,
  }));
}

/** Eight of the city and seven of organisations; one in every second edition gives up. */
function personOf(draw: Draw, { code, starts, number }: { code: string; starts: string; number: number }) {
  const place = number % PERSONS;
  const city = place < 8;
  const gaveUp = place === 14 && code !== 'ED-2' && code !== 'ED-4';
  return {
    code: `${code}-U${String(place + 1).padStart(2, '0')}`,
    edition: code,
    person: `szkolenie-${String(number + 1).padStart(2, '0')}@example.org`,
    chosen_module: place % 5 < 3 ? 'M3' : 'M4',
    sector: city ? 'city' : 'ngo',
    unit: city ? SENDING[(number + place) % SENDING.length]! : null,
    organisation: city ? null : draw.pick(ORGANISATION_ROWS).code,
    enrolled_on: written(dayOf(starts) - draw.from(10, 35)),
    withdrawn_on: gaveUp ? written(dayOf(starts) + 16) : null,
  };
}

/** Most are there always; one in nine misses a third and more, and who gave up comes no more. */
function attendanceOf(draw: Draw, person: Person, sessions: Sessions) {
  const own = sessions.filter(({ module }) => ['M1', 'M2', person.chosen_module].includes(module));
  const missing = draw.below(9) === 0 ? 0.4 : 0.05;
  return own.flatMap(({ code, held_on, hours }) => {
    const gone = person.withdrawn_on !== null && held_on > person.withdrawn_on;
    if (gone || draw.chance(missing)) return [];
    return [{ session: code, enrolment: person.code, hours: draw.chance(0.06) ? hours - 1.5 : hours }];
  });
}

/** Later editions teach better; some come to one of the two tests only. */
function testsOf(draw: Draw, person: Person, { sessions, edition }: { sessions: Sessions; edition: number }) {
  const before = draw.from(12, 26);
  const gain = draw.from(34, 56) + edition * 4;
  const after = before + Math.round(((MOST - before) * gain) / 100);
  const row = (phase: string, taken_on: string, score: number) => ({
    enrolment: person.code,
    phase,
    taken_on,
    score,
    most: MOST,
  });
  const stayed = person.withdrawn_on === null && draw.below(14) > 0;
  return [
    ...(draw.below(20) > 0 ? [row('pre', sessions[0]!.held_on, before)] : []),
    ...(stayed ? [row('post', sessions.at(-1)!.held_on, after)] : []),
  ];
}

/** 45 hours an edition: fifteen times two hours for one person, five times three hours for a group. */
function adviceOf(draw: Draw, { code, from }: { code: string; from: number }) {
  const one = (number: number, kind: string, service_hours: number, persons: number) => {
    const city = number % 2 === 0;
    return {
      code: `${code}-D${String(number).padStart(2, '0')}`,
      edition: code,
      kind,
      held_on: written(workingDay(from + number * 4)),
      service_hours,
      persons,
      unit: city ? draw.pick(SENDING) : null,
      organisation: city ? null : draw.pick(ORGANISATION_ROWS).code,
    };
  };
  return [
    ...Array.from({ length: 15 }, (_, i) => one(i + 1, 'individual', 2, 1)),
    ...Array.from({ length: 5 }, (_, i) => one(i + 16, 'group', 3, draw.from(4, 9))),
  ];
}

/** The training programme: 5 editions of 32 hours, 75 people, 225 hours of advice. */
export const programme = () => STARTS.map(editionOf);

/** The same as files, one for each type of record. */
export function trainingFiles(): Record<string, string> {
  const editions = programme();
  return {
    'training_editions.csv': csv(editions.map(({ edition }) => edition)),
    'training_modules.csv': csv(editions.flatMap(({ modules }) => modules)),
    'training_sessions.csv': csv(editions.flatMap(({ sessions }) => sessions)),
    'enrolments.csv': csv(editions.flatMap(({ enrolments }) => enrolments)),
    'attendance.csv': csv(editions.flatMap(({ attendance }) => attendance)),
    'training_tests.csv': csv(editions.flatMap(({ tests }) => tests)),
    'advice_sessions.csv': csv(editions.flatMap(({ advice }) => advice)),
  };
}
