import { csv } from './csv';
import { FEEDBACK } from './feedback';

const EVENTS: [
  code: string,
  kind: string,
  pl: string,
  en: string,
  held: string,
  registered: number,
  attended: number,
][] = [
  ['SEM-2024-1', 'seminar', 'Jak odpowiadać na uwagi', 'How to answer remarks', '2024-05-16', 52, 41],
  ['SEM-2024-2', 'seminar', 'Konsultacje bez barier', 'Consultations without barriers', '2024-11-14', 44, 33],
  [
    'SEM-2025-1',
    'seminar',
    'Reforma konsultacji: pierwsze tygodnie',
    'The reform: the first weeks',
    '2025-05-15',
    70,
    58,
  ],
  ['SEM-2025-2', 'seminar', 'Ankiety po konsultacjach', 'Surveys after consultations', '2025-11-13', 60, 47],
  ['SEM-2026-1', 'seminar', 'Organizacje w konsultacjach', 'NGOs in consultations', '2026-02-19', 55, 39],
  ['KONF-2026', 'conference', 'Miasto, które odpowiada', 'A city that answers', '2026-05-21', 210, 164],
];

/** Seminars and the conference; those that asked their guests name the survey. */
const events = () =>
  EVENTS.map(([code, kind, title_pl, title_en, held_on, registered, attended]) => ({
    code,
    kind,
    title_pl,
    title_en,
    held_on,
    place: 'Ratusz, sala obrad',
    registered,
    attended,
    feedback_survey: FEEDBACK.some((asked) => asked.code === code) ? `ANK-${code}` : null,
  }));

const TARGETS: [indicator: string, unit: string | null, since: string, value: number][] = [
  ['RE1', null, '2024-01-01', 80],
  ['RE1', null, '2025-04-01', 95],
  ['RE2', null, '2025-04-01', 80],
  ['RE3', null, '2025-04-01', 30],
  ['TR2', null, '2024-01-01', 45],
  ['TR2', null, '2025-04-01', 30],
  ['PR1', null, '2024-01-01', 1],
  ['PR2', null, '2025-04-01', 7],
  ['PR3', null, '2025-04-01', 100],
  ['OP3', null, '2024-01-01', 3],
  ['OP4', null, '2025-04-01', 80],
  ['TR1', null, '2025-04-01', 90],
  ['GF3', null, '2025-01-01', 60],
  ['CA1', null, '2024-01-01', 85],
  ['CA4', null, '2024-01-01', 3],
  ['GF3', 'WGK', '2026-01-01', 45],
  ['RE1', 'WGK', '2026-01-01', 80],
  ['TR2', 'WPP', '2025-07-01', 45],
];

/** What the indicators ought to be, for all units or for one. */
const targets = () =>
  TARGETS.map(([indicator, unit, valid_since, value], i) => ({
    code: `CEL-${String(i + 1).padStart(2, '0')}`,
    indicator,
    unit,
    valid_since,
    value,
  }));

const NOTES: [indicator: string | null, unit: string, quarter: string, text: string, next: string | null][] =
  [
    ['TR2', 'WPP', '2024-3', 'Raporty czekały na opinie projektantów.', 'Umowa z terminem opinii: 14 dni.'],
    ['RE1', 'WGK', '2024-2', 'Odpowiadamy zbiorczo w raporcie.', null],
    ['PR1', 'WGK', '2024-2', 'Krótszy termin z powodu przetargu.', null],
    [
      'GF2',
      'WGK',
      '2024-4',
      'Stawki uchwalono przed końcem konsultacji.',
      'Kalendarz uchwał uzgadniany z BPS.',
    ],
    ['OP3', 'WTR', '2024-4', 'Brak sali po godzinach pracy.', 'Sale szkolne od stycznia.'],
    [
      'RE3',
      'BPS',
      '2025-2',
      'Od kwietnia odpowiedzi wysyłamy bez czekania na raport.',
      'Przegląd po dwóch kwartałach.',
    ],
    [
      'PR3',
      'BPS',
      '2025-2',
      'Plan konsultacji jest jeden dla wszystkich komórek.',
      'Zmiany planu do 10. dnia miesiąca.',
    ],
    ['TR2', 'WED', '2025-1', 'Raport o obwodach szkół nie został opublikowany.', 'Publikacja z opóźnieniem.'],
    ['OP2', 'WPS', '2025-3', 'Mało osób do 24 lat.', 'Spotkania w szkołach.'],
    [
      'RE1',
      'WTR',
      '2025-4',
      'Większość listów w sprawie strefy ma tę samą treść.',
      'Jedna odpowiedź na tę samą propozycję.',
    ],
    ['GF3', 'BSE', '2026-1', 'Oceny dobre, ale odpowiedzi niewiele.', 'Ankieta także na papierze.'],
    ['CO4', 'WGK', '2026-1', 'Część odpowiedzi podpisuje BPS.', 'Odpowiedzi przejmuje WGK.'],
    ['IN2', 'WPP', '2026-2', 'Do uchwał dodajemy wykaz zmian po uwagach.', null],
    [null, 'BRE', '2026-2', 'Kwartał z dwiema konsultacjami w wakacje.', null],
  ];

/** What the units say of their quarters. Who takes care is an office, never a name. */
const notes = () =>
  NOTES.map(([indicator, unit, when, text, next_step], i) => {
    const [year, quarter] = when.split('-').map(Number) as [number, number];
    return {
      code: `NOT-${String(i + 1).padStart(2, '0')}`,
      indicator,
      unit,
      year,
      quarter,
      text,
      owner: `kierownik ${unit}`,
      next_step,
      dated: quarter === 4 ? `${year + 1}-01-20` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-20`,
    };
  });

/** Events of the observatory, targets and notes. */
export const programmeFiles = (): Record<string, string> => ({
  'events.csv': csv(events()),
  'targets.csv': csv(targets()),
  'notes.csv': csv(notes()),
});
