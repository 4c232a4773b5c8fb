import { type Subject, subjects } from './subject';

const all = { city: true };
const ngos = { city: true, addressee: 'organisations' };

/** Culture, sport, education, social matters, the environment. */
export const PEOPLE_SUBJECTS: Subject[] = [
  ...subjects(
    'WKU',
    'strategy',
    ['kultura'],
    [
      ['Strategia rozwoju kultury: diagnoza', 'Culture strategy: the diagnosis', all],
      ['Program „Kultura bliżej domu”', 'The programme “Culture closer to home”', all],
    ],
  ),
  ...subjects(
    'WKU',
    'other',
    ['kultura'],
    [
      [
        'Filia biblioteki na Górkach',
        'A branch library in Górki',
        { plant: 'too_little_recorded', quarter: 2 },
      ],
      ['Program letnich koncertów', 'The programme of summer concerts', all],
      ['Mural na ścianie Domu Kultury „Przystań”', 'A mural on the wall of the “Przystań” house of culture'],
      [
        'Nazwy ulic w nowej części Dąbrowy',
        'Names of streets in the new part of Dąbrowa',
        { plant: 'extended', quarter: 4 },
      ],
      ['Regulamin stypendiów twórczych', 'Rules of grants for artists', ngos],
      ['Upamiętnienie historii cegielni', 'Commemorating the history of the brickworks'],
      ['Godziny otwarcia bibliotek', 'Opening hours of libraries', all],
    ],
  ),
  ...subjects(
    'WSR',
    'other',
    ['sport'],
    [
      ['Modernizacja boiska na Kamiennej', 'Modernising the pitch in Kamienna'],
      ['Pływalnia na Słonecznej: program użytkowy', 'The swimming pool in Słoneczna: what it should hold'],
      ['Skatepark w Nowym Mieście', 'A skatepark in Nowe Miasto', { plant: 'closed_early', quarter: 5 }],
      ['Siłownie plenerowe: wybór miejsc', 'Outdoor gyms: choosing the places', all],
      ['Trasy biegowe nad zalewem', 'Running tracks by the reservoir'],
      ['Lodowisko miejskie: gdzie i kiedy', 'The city ice rink: where and when', all],
    ],
  ),
  ...subjects(
    'WSR',
    'strategy',
    ['sport'],
    [['Program rozwoju sportu na lata 2026–2031', 'Sport programme 2026–2031', all]],
  ),
  ...subjects(
    'WSR',
    'local_law',
    ['sport'],
    [['Zasady dotacji dla klubów sportowych', 'Rules of grants for sports clubs', ngos]],
  ),
  ...subjects(
    'WED',
    'local_law',
    ['edukacja'],
    [
      [
        'Sieć szkół podstawowych: obwody',
        'Primary schools: their catchment areas',
        { plant: 'overdue_report', quarter: 5, city: true },
      ],
      ['Sieć przedszkoli od września 2025', 'Nursery schools from September 2025', all],
      ['Kryteria naboru do żłobków', 'Criteria of admission to crèches', all],
    ],
  ),
  ...subjects(
    'WED',
    'other',
    ['edukacja'],
    [
      ['Szkolne ulice: program pilotażowy', 'School streets: a pilot'],
      ['Stołówki szkolne: jakość i ceny', 'School canteens: quality and prices', all],
      ['Dni wolne i półkolonie', 'Days off and day camps', { plant: 'too_little_recorded', quarter: 3 }],
    ],
  ),
  ...subjects(
    'WED',
    'other',
    ['młodzież'],
    [
      ['Statut Młodzieżowej Rady Miasta', 'Statute of the Youth Council', all],
      ['Miejsca dla młodzieży w dzielnicach', 'Places for young people in the districts'],
    ],
  ),
  ...subjects(
    'WED',
    'strategy',
    ['edukacja', 'młodzież'],
    [['Strategia edukacji do roku 2032', 'Education strategy until 2032', all]],
  ),
  ...subjects(
    'WPS',
    'strategy',
    ['polityka społeczna'],
    [
      ['Strategia rozwiązywania problemów społecznych', 'Strategy for social problems', all],
      ['Program wspierania rodziny', 'Programme of support for families', all],
      ['Program „Miasto bez barier”', 'The programme “A city without barriers”', all],
    ],
  ),
  ...subjects(
    'WPS',
    'local_law',
    ['polityka społeczna'],
    [
      ['Odpłatność za usługi opiekuńcze', 'Charges for care at home', all],
      [
        'Zasady najmu mieszkań komunalnych',
        'Rules of letting municipal flats',
        { plant: 'form_called_off', quarter: 4, city: true },
      ],
    ],
  ),
  ...subjects(
    'WPS',
    'other',
    ['polityka społeczna'],
    [
      ['Centrum Aktywności Lokalnej na Osadzie', 'A local activity centre in Osada'],
      ['Jadłodzielnie w dzielnicach', 'Food-sharing points in the districts'],
      ['Dzienny dom pobytu w Łęgach', 'A day care house in Łęgi'],
      ['Karta mieszkańca: zakres ulg', 'The resident’s card: which reductions', all],
      ['Asystencja osobista: zasady programu', 'Personal assistance: rules of the programme', ngos],
    ],
  ),
  ...subjects(
    'BSE',
    'strategy',
    ['polityka społeczna'],
    [
      [
        'Polityka senioralna miasta do roku 2030',
        'Policy for senior citizens until 2030',
        { quarter: 4, city: true },
      ],
    ],
  ),
  ...subjects(
    'BSE',
    'other',
    ['polityka społeczna'],
    [
      [
        'Ławki i miejsca odpoczynku przy drogach do przychodni',
        'Benches and places to rest on the way to clinics',
        { quarter: 9, city: true },
      ],
    ],
  ),
  ...subjects(
    'WOS',
    'strategy',
    ['środowisko'],
    [
      ['Program ochrony środowiska na lata 2025–2029', 'Environment programme 2025–2029', all],
      ['Plan adaptacji do zmian klimatu', 'Plan of adaptation to climate change', all],
      ['Program ograniczania hałasu', 'Programme against noise', all],
    ],
  ),
  ...subjects(
    'WOS',
    'other',
    ['środowisko'],
    [
      [
        'Ochrona doliny potoku w Jeziornej',
        'Protection of the stream valley in Jeziorna',
        { plant: 'moved_late', quarter: 5 },
      ],
      ['Mała retencja w ogrodach i na dachach', 'Holding rain in gardens and on roofs', all],
      ['Czujniki jakości powietrza: wybór miejsc', 'Air quality sensors: choosing the places', all],
    ],
  ),
  ...subjects(
    'WOS',
    'local_law',
    ['środowisko'],
    [
      ['Dotacje na wymianę pieców', 'Grants for replacing stoves', all],
      ['Użytek ekologiczny „Starorzecze”', 'The nature site “Oxbow”'],
      ['Opieka nad zwierzętami bezdomnymi', 'Care of homeless animals', { city: true, addressee: 'mixed' }],
    ],
  ),
];
