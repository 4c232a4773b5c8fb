import type { Indicator } from './indicator';
import { LOG_PER_THOUSAND } from './units';

const FOR_ORGANISATIONS = `coalesce(f.addressee = 'organisations', false)`;
const ADDRESSEES = `CASE WHEN ${FOR_ORGANISATIONS} THEN coalesce(f.target_population, f.registered) ELSE f.target_population END`;
const LEAST = 0.1;

/** Decimal logarithm of those who took part among a thousand addressees. */
const perThousand = (persons: string) =>
  `log10(greatest(${LEAST}, 1000 * CAST(${persons} AS double precision) / nullif(${ADDRESSEES}, 0)))`;
const counted = (residents: string, organisations: string) =>
  `CASE WHEN ${FOR_ORGANISATIONS} THEN ${organisations} ELSE ${residents} END`;
const KNOWN = counted('f.persons', 'f.organisations');

export const OP1: Indicator = {
  code: 'OP1',
  dimension: 'D2',
  weight: 1,
  goalposts: [-1, 1],
  unit: LOG_PER_THOUSAND,
  provisional: true,
  label: { pl: 'Zasięg na 1000 adresatów', en: 'Reach per 1,000 addressees' },
  meaning: {
    pl: 'Jak wielu z tych, których sprawa dotyczy, wzięło udział; każdy liczy się raz, bez względu na liczbę dróg.',
    en: 'How many of those whom it concerns took part; everyone counts once, by however many channels they came.',
  },
  formula: {
    pl: 'log₁₀ z liczby osób na 1000 adresatów, co najmniej 0,1; gdy adresatem są organizacje: z liczby organizacji na 1000 zarejestrowanych',
    en: 'log₁₀ of persons per 1,000 addressees, at least 0.1; where it is for organisations: of organisations per 1,000 registered',
  },
  reason: {
    pl: '0,1 na 1000 (35 z 340 000) to 0; 10 na 1000 to 100; logarytm, bo zasięg ma ciężki ogon. Dla organizacji 5 i 200 na 1000.',
    en: '0.1 per 1,000 (35 of 340,000) is 0; 10 per 1,000 is 100; a logarithm because reach is heavy-tailed. For organisations 5 and 200 per 1,000.',
  },
  missing: {
    pl: 'Nie ma kluczy osób albo liczby adresatów z roku zamknięcia lub wcześniejszego; liczby mieszkańców nikt nie zgaduje.',
    en: 'There are no keys of persons, or no number of addressees of the year of closing or before; nobody guesses the population.',
  },
  source: 'Siedem zasad konsultacji (2); OECD 2005',
  facts: ['contributions', 'participants', 'addressee', 'target_population', 'target_population_as_of'],
  n: KNOWN,
  interval: 'poisson',
  goalpostsWhere: { sql: FOR_ORGANISATIONS, goalposts: [Math.log10(5), Math.log10(200)] },
  when: {
    observed: `${KNOWN} > 0 AND ${ADDRESSEES} > 0 AND coalesce(extract(year FROM f.target_population_as_of) <= extract(year FROM f.closed), true)`,
  },
  numerator: KNOWN,
  denominator: ADDRESSEES,
  x: perThousand(KNOWN),
  // a row without a key may be somebody new
  xHigh: perThousand(counted('f.persons + f.without_key', 'f.organisations + f.without_name')),
};
