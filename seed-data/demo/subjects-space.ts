import { type Subject, subjects } from './subject';

const all = { city: true };

/** Plans, renewal, roads and greenery. */
export const SPACE: Subject[] = [
  ...subjects(
    'WPP',
    'spatial_plan',
    ['planowanie przestrzenne'],
    [
      [
        'Plan miejscowy „Olszyny Północ”',
        'Local plan “Olszyny North”',
        { plant: 'too_little_recorded', quarter: 0 },
      ],
      [
        'Plan miejscowy „Cegielnia – tereny poprzemysłowe”',
        'Local plan “Cegielnia, former industrial grounds”',
      ],
      ['Plan miejscowy „Dolina – zabudowa jednorodzinna”', 'Local plan “Dolina, single-family houses”'],
      ['Plan miejscowy „Stacja – otoczenie dworca”', 'Local plan “Stacja, around the railway station”'],
      ['Plan miejscowy „Wrzosy – park i sąsiedztwo”', 'Local plan “Wrzosy, the park and its neighbourhood”'],
      [
        'Plan miejscowy „Nadrzecze – bulwary”',
        'Local plan “Nadrzecze, the embankments”',
        { plant: 'extended', quarter: 5 },
      ],
      ['Plan miejscowy „Młynarska – kwartał handlowy”', 'Local plan “Młynarska, the shopping quarter”'],
      ['Plan miejscowy „Górki Południe”', 'Local plan “Górki South”'],
      ['Plan miejscowy „Słoneczna – centrum osiedla”', 'Local plan “Słoneczna, the centre of the estate”'],
      [
        'Plan miejscowy „Pod Lasem – ochrona krajobrazu”',
        'Local plan “Pod Lasem, protection of the landscape”',
      ],
      ['Plan miejscowy „Kamienna – zabudowa usługowa”', 'Local plan “Kamienna, services”'],
      ['Plan miejscowy „Jeziorna – brzeg zalewu”', 'Local plan “Jeziorna, the shore of the reservoir”'],
      ['Zmiana planu miejscowego „Podwale”', 'Change of the local plan “Podwale”'],
      ['Zmiana planu miejscowego „Kolonia – szkoła”', 'Change of the local plan “Kolonia, the school”'],
      [
        'Plan ogólny miasta: strefy planistyczne',
        'General plan of the city: planning zones',
        { quarter: 4, city: true },
      ],
      [
        'Plan ogólny miasta: projekt po uwagach',
        'General plan of the city: the draft after remarks',
        { quarter: 9, city: true },
      ],
    ],
  ),
  ...subjects(
    'WPP',
    'local_law',
    ['planowanie przestrzenne'],
    [
      ['Uchwała krajobrazowa: reklamy i szyldy', 'Landscape resolution: advertisements and signs', all],
      ['Standardy lokalizacji inwestycji mieszkaniowych', 'Standards for the location of housing', all],
    ],
  ),
  ...subjects(
    'WPP',
    'strategy',
    ['planowanie przestrzenne'],
    [
      [
        'Strategia rozwoju miasta do roku 2035: wizja',
        'City strategy until 2035: the vision',
        { quarter: 7, city: true },
      ],
      [
        'Strategia rozwoju miasta do roku 2035: projekt',
        'City strategy until 2035: the draft',
        { quarter: 11, city: true },
      ],
    ],
  ),
  ...subjects(
    'BRE',
    'revitalisation',
    ['rewitalizacja'],
    [
      [
        'Wyznaczenie obszaru zdegradowanego i obszaru rewitalizacji',
        'Delimitation of the degraded area and the renewal area',
        all,
      ],
      ['Gminny program rewitalizacji: diagnoza', 'Municipal renewal programme: the diagnosis', all],
      ['Gminny program rewitalizacji: projekt', 'Municipal renewal programme: the draft', all],
      ['Zasady działania Komitetu Rewitalizacji', 'Rules of the Renewal Committee', all],
      [
        'Zmiana gminnego programu rewitalizacji: Stare Miasto',
        'Change of the renewal programme: Stare Miasto',
      ],
    ],
  ),
  ...subjects(
    'BRE',
    'other',
    ['rewitalizacja'],
    [
      ['Podwórka Podwala: jak je urządzić', 'The courtyards of Podwale: how to arrange them'],
      ['Nowe życie dawnej cegielni', 'A new life for the old brickworks'],
    ],
  ),
  ...subjects(
    'WZM',
    'other',
    ['zieleń'],
    [
      ['Park Wrzosowy: program przebudowy', 'The Heath Park: what to rebuild'],
      [
        'Skwer przy bibliotece na Lipowej',
        'The square by the library in Lipowa',
        { plant: 'moved_in_time', quarter: 3 },
      ],
      ['Zielone przystanki: wybór miejsc', 'Green bus stops: choosing the places', all],
      ['Łąki kwietne zamiast trawników', 'Flower meadows instead of lawns', all],
      ['Ogród społeczny na Zaciszu', 'A community garden in Zacisze'],
      ['Plac zabaw w Dąbrowie', 'The playground in Dąbrowa'],
      ['Wybieg dla psów na Słonecznej', 'A dog run in Słoneczna'],
    ],
  ),
  ...subjects(
    'WZM',
    'strategy',
    ['zieleń', 'środowisko'],
    [
      ['Standardy ochrony drzew', 'Standards for the protection of trees', all],
      ['Program rozwoju terenów zieleni na lata 2026–2032', 'Programme of green areas 2026–2032', all],
    ],
  ),
  ...subjects(
    'WTR',
    'other',
    ['transport'],
    [
      ['Przebudowa alei Głównej', 'Rebuilding the Main Avenue', { plant: 'too_little_recorded', quarter: 1 }],
      ['Droga rowerowa przez Nowe Miasto', 'A cycle track through Nowe Miasto'],
      ['Organizacja ruchu wokół Szkoły Podstawowej nr 12', 'Traffic around Primary School No. 12'],
      ['Ulica tylko dla pieszych na Starym Mieście', 'A street for pedestrians only in Stare Miasto'],
      [
        'Most pieszo-rowerowy nad zalewem',
        'A bridge for walking and cycling over the reservoir',
        { plant: 'cancelled', quarter: 6 },
      ],
      ['Uspokojenie ruchu na Wzgórzu', 'Calming traffic in Wzgórze'],
      ['Rozkład linii nocnych', 'The timetable of night buses', all],
      ['Nowa sieć połączeń autobusowych', 'A new network of bus lines', all],
      ['Parking przy dworcu', 'The car park at the station'],
      ['Przejścia dla pieszych na Południowej', 'Pedestrian crossings in Południowa'],
    ],
  ),
  ...subjects(
    'WTR',
    'local_law',
    ['transport'],
    [
      [
        'Strefa płatnego parkowania: granice i stawki',
        'The paid parking zone: its limits and rates',
        { plant: 'campaign', quarter: 8, city: true },
      ],
      ['Ceny biletów komunikacji miejskiej', 'Fares of public transport', all],
    ],
  ),
  ...subjects(
    'WTR',
    'strategy',
    ['transport'],
    [
      ['Plan zrównoważonej mobilności miejskiej', 'Sustainable urban mobility plan', all],
      ['Polityka rowerowa do roku 2030', 'Cycling policy until 2030', all],
    ],
  ),
];
