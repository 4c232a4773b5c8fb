import { type Subject, subjects } from './subject';

const all = { city: true };
const ngos = { city: true, addressee: 'organisations' };

/** Participation itself, and the municipal services. */
export const CITY_SUBJECTS: Subject[] = [
  ...subjects(
    'BPS',
    'cooperation_programme',
    ['partycypacja'],
    [
      [
        'Program współpracy z organizacjami pozarządowymi na rok 2024',
        'Cooperation programme with NGOs for 2024',
        { ...ngos, quarter: 0, within: 24 },
      ],
      [
        'Program współpracy z organizacjami pozarządowymi na rok 2025',
        'Cooperation programme with NGOs for 2025',
        { ...ngos, quarter: 4, within: 24 },
      ],
      [
        'Program współpracy z organizacjami pozarządowymi na rok 2026',
        'Cooperation programme with NGOs for 2026',
        { ...ngos, quarter: 8, within: 24 },
      ],
    ],
  ),
  ...subjects(
    'BPS',
    'participatory_budget',
    ['partycypacja'],
    [
      [
        'Regulamin budżetu obywatelskiego 2025',
        'Rules of the participatory budget 2025',
        { quarter: 1, city: true },
      ],
      [
        'Ewaluacja budżetu obywatelskiego i zasady na rok 2026',
        'Review of the participatory budget and its rules for 2026',
        { quarter: 5, city: true },
      ],
      ['Zielony budżet obywatelski 2027', 'The green participatory budget 2027', { quarter: 9, city: true }],
    ],
  ),
  ...subjects(
    'BPS',
    'other',
    ['partycypacja'],
    [
      [
        'Wybory do Rady Działalności Pożytku Publicznego',
        'Election of the NGO council',
        { ...ngos, quarter: 6, plant: 'council_election' },
      ],
      ['Statuty dzielnic', 'Statutes of the districts', all],
    ],
  ),
  ...subjects(
    'BPS',
    'local_law',
    ['partycypacja'],
    [
      [
        'Nowe zasady konsultacji społecznych',
        'New rules of public consultations',
        { city: true, addressee: 'mixed', quarter: 5 },
      ],
    ],
  ),
  ...subjects(
    'WGK',
    'strategy',
    ['gospodarka komunalna'],
    [
      [
        'Program gospodarki odpadami na lata 2024–2028',
        'Waste programme 2024–2028',
        { plant: 'short_window', quarter: 2, city: true },
      ],
      [
        'Program zaopatrzenia w wodę i ciepło',
        'Programme of water and heat supply',
        { plant: 'short_window', quarter: 7, city: true },
      ],
      ['Plan modernizacji cmentarzy komunalnych', 'Plan for the municipal cemeteries', all],
    ],
  ),
  ...subjects(
    'WGK',
    'local_law',
    ['gospodarka komunalna'],
    [
      ['Regulamin utrzymania czystości i porządku', 'Rules of cleanliness and order', all],
      [
        'Stawki opłat za odbiór odpadów',
        'Rates for waste collection',
        { plant: 'decided_before_end', quarter: 4, city: true },
      ],
      ['Regulamin targowisk', 'Rules of the market places', all],
      ['Regulamin korzystania z cmentarzy', 'Rules of the cemeteries', all],
      ['Regulamin dostarczania wody', 'Rules of water supply', all],
      ['Opłata targowa i miejsca handlu', 'The market fee and places of trade', all],
    ],
  ),
  ...subjects(
    'WGK',
    'other',
    ['gospodarka komunalna'],
    [
      [
        'Punkt zbiórki odpadów na Osadzie',
        'A waste collection point in Osada',
        { plant: 'too_little_recorded', quarter: 0 },
      ],
      ['Oświetlenie ulic w Kolonii', 'Street lighting in Kolonia'],
      ['Toalety publiczne: wybór miejsc', 'Public toilets: choosing the places', all],
      [
        'Zimowe utrzymanie chodników',
        'Winter care of pavements',
        { plant: 'too_little_recorded', quarter: 6, city: true },
      ],
      ['Kompostowniki na osiedlach', 'Composters in housing estates'],
    ],
  ),
];
