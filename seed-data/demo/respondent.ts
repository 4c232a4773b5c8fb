import type { District } from '../../server/contracts/district';
import { DISTRICTS, STAR, UNFAIR } from './city';
import { dayOf, written } from './days';
import { KNOWN_UNTIL } from './outcome';
import type { Draw } from './random';
import { AGES, weighted } from './residents';
import { ADULTS, type Asked, STRATA } from './sample';

/** Questions, two letters each: fairness, information, answers, influence. */
const QUESTIONS = ['F1', 'F2', 'F3', 'I1', 'I2', 'R1', 'R2', 'W1', 'W2'] as const;

const HEARD = ['strona', 'plakat', 'media', 'znajomi', 'dzielnica', 'szkoła'];
const REMARKS = [
  'Chciałbym wiedzieć, co z moją uwagą.',
  'Wreszcie ktoś nas zapytał.',
  'Za mało czasu.',
  'Spotkanie było rzeczowe.',
  'Decyzja zapadła wcześniej.',
  'Dziękuję za odpowiedź na piśmie.',
  'Trudny język dokumentów.',
  'Proszę o więcej takich ankiet.',
];
/** Youngest and oldest in each band of grown-ups, and how many of a hundred answer online. */
const YEARS: Record<string, [from: number, to: number, share: number]> = {
  '18_24': [18, 24, 9],
  '25_39': [25, 39, 34],
  '40_59': [40, 59, 35],
  '60_74': [60, 74, 18],
  '75_plus': [75, 91, 4],
};

/** One filled-in survey: who answered and what, in the columns of its design. The report is out when people are asked. */
export function respondent({ proceeding, design, responses }: Asked, draw: Draw, place: number) {
  const report = dayOf(proceeding.consultation.report_published_on!);
  const part = place % STRATA.length;
  const person = personOf(design, draw, design === 'stratified' ? STRATA[part]!.districts : DISTRICTS);
  const mood = draw.from(-95, 95);
  const answers = QUESTIONS.map((question) => [
    question,
    answerOf(draw, levelOf(proceeding, question) + mood),
  ]);
  return {
    data: written(Math.min(KNOWN_UNTIL, report + 1 + draw.below(28))),
    ...(design === 'open_link' ? {} : weightOf(design, responses, part)),
    ...Object.fromEntries(answers),
    skad: draw.some(HEARD, draw.from(1, 2)).join(';'),
    plec: draw.chance(0.94) ? person.sex : null,
    wiek: draw.chance(0.93) ? person.years : null,
    dzielnica: draw.chance(0.92) ? person.district : null,
    uwagi: draw.chance(0.12) ? draw.pick(REMARKS) : null,
  };
}

/** An open link reaches the younger; a drawn sample is as the city is. */
function personOf(design: string, draw: Draw, districts: District[]) {
  const drawn = design !== 'open_link';
  const [band] = weighted(draw, AGES.slice(1), ([code, f, m]) => (drawn ? f + m : YEARS[code]![2]));
  const [from, to] = YEARS[band]!;
  return {
    sex: draw.chance(drawn ? 0.53 : 0.6) ? 'K' : 'M',
    years: draw.from(from, to),
    district: weighted(draw, districts, ({ population }) => population!).code,
  };
}

/**
 * What is thought of it on average, in hundredths of a point from 100 to 500: by how the unit works, least of all in the
 * unfair one; since the reform people see the answers.
 */
function levelOf({ task, consultation }: Asked['proceeding'], question: string): number {
  const kind = question[0]!;
  if (consultation.unit === STAR) return 440;
  if (consultation.unit === UNFAIR) return { F: 195, I: 235, R: 190, W: 180 }[kind]!;
  const base = { F: 270, I: 280, R: 215, W: 215 }[kind]! + Math.round(100 * task.care);
  return base + (task.reformed ? { F: 15, I: 40, R: 60, W: 20 }[kind]! : 0);
}

/** A whole point from 1 to 5; four in a hundred leave the question out. */
function answerOf(draw: Draw, level: number): number | null {
  if (draw.chance(0.04)) return null;
  return Math.min(5, Math.max(1, Math.round((level + draw.from(-90, 90)) / 100)));
}

/** How many grown-ups one answer stands for, with the size of what it was drawn from. */
function weightOf(design: string, responses: number, part: number) {
  if (design === 'srs') return { waga: (ADULTS / responses).toFixed(3), N: ADULTS };
  const { name, size } = STRATA[part]!;
  const drawn = Math.ceil((responses - part) / STRATA.length);
  return { warstwa: name, waga: (size / drawn).toFixed(3), N: size };
}
