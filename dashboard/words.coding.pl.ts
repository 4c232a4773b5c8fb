import { formats, tidy } from './words';

const { count, number } = formats('pl');
const ofContributions = { one: 'uwagi', few: 'uwag', many: 'uwag', other: 'uwagi' };

/** The Polish words of the coding desk. */
export const codingWords = tidy({
  title: 'Kodowanie uwag',
  titleOf: (name: string) => `Kodowanie uwag: ${name}`,
  noCode: 'Adres nie mówi, o które konsultacje chodzi.',
  choose: 'Wybierz konsultacje z listy',
  toList: 'Konsultacje',
  modes: 'Kto koduje',
  first: 'Pierwsze kodowanie',
  second: 'Drugie kodowanie, na ślepo',
  blind: (drawn: number, total: number) =>
    `Kodujesz jako druga osoba i nie widzisz tu kodów pierwszej. Wylosowano ${number(drawn)} z ${count(total, ofContributions)}.`,
  ownOnes: (n: number) =>
    `${count(n, { one: 'wylosowana uwaga ma', few: 'wylosowane uwagi mają', many: 'wylosowanych uwag ma', other: 'wylosowanej uwagi ma' })} pierwsze kody od Ciebie; drugie kody nadaje kto inny.`,
  none: 'W tych konsultacjach nie ma uwag do zakodowania.',
  position: (place: number, total: number, code: string) =>
    `Uwaga ${number(place)} z ${number(total)}: ${code}`,
  received: (day: string) => `wpłynęła ${day}`,
  isDrawn: 'wylosowana do drugiego kodowania',
  text: 'Treść uwagi',
  noText: 'Treści nie odnotowano.',
  answer: 'Odpowiedź urzędu',
  noAnswer: 'Uzasadnienia nie odnotowano.',
  codes: 'Kody',
  cluster: 'Propozycja',
  clusterHint: 'Ten sam znak przy uwagach, które proponują to samo.',
  notCoded: 'bez kodu',
  keys: 'Klawisze: cyfra wybiera w tej grupie, w której jesteś, Enter przechodzi do następnej uwagi, Shift+Enter do poprzedniej, Ctrl+Enter zapisuje.',
  previous: 'Poprzednia',
  next: 'Następna',
  toUncoded: 'Pierwsza bez kodu',
  save: (n: number) => (n === 0 ? 'Zapisz' : `Zapisz (${number(n)})`),
  nothing: 'Nie ma niczego do zapisania.',
  saved: (n: number): string =>
    `Zapisano ${count(n, { one: 'uwagę', few: 'uwagi', many: 'uwag', other: 'uwagi' })}.`,
  toBatch: (id: number) => `Potwierdzenie: partia ${id}`,
  refusedOnes: 'Tych nie zapisano:',
  reason: 'kodowanie uwag',
  leave: 'Kody, które tu wpisano, nie są zapisane. Wyjść bez zapisania?',
  progress: 'Postęp',
  progressOf: (n: number, total: number) => `${number(n)} z ${number(total)}`,
  clustered: 'Propozycja',
  decided: 'Rozstrzygnięcie',
  rated: 'Jakość uzasadnienia',
  twice: 'Zakodowane dwa razy, z wylosowanych',
  coded: 'Zakodowane',
  agreement: 'Zgodność dwóch osób',
  agreementText: 'Kappa Cohena: 1 to zawsze to samo, 0 to tyle, ile daje przypadek.',
  outcome: 'Rozstrzygnięcie, bez wag',
  quality: 'Jakość uzasadnienia, bez wag',
  qualityWeighted: 'Jakość uzasadnienia, wagi kwadratowe',
  kappa: (name: string, kappa: string, n: number) =>
    `${name}: kappa ${kappa} z ${count(n, ofContributions)} zakodowanych przez dwie osoby`,
  interval: (low: string, high: string) => `przedział ufności 95%: od ${low} do ${high}`,
  noInterval: 'bez przedziału: te osoby nigdy się nie różniły',
  unfinished: (n: number, drawn: number) =>
    `Drugie kodowanie nie jest skończone: ${number(n)} z ${number(drawn)} wylosowanych. Czy zgodność wystarcza, będzie wiadomo po ostatniej.`,
  enough: (least: string) => `Wystarcza: co najmniej ${least}.`,
  tooLow: (least: string) => `Za mało: poniżej ${least} kodowanie jest niewiarygodne.`,
  tooFew: (name: string, n: number) =>
    `${name}: kappy nie da się policzyć, bo dwie osoby zakodowały ${count(n, { one: 'uwagę', few: 'uwagi', many: 'uwag', other: 'uwagi' })}; potrzeba co najmniej 2.`,
  oneCategory: (name: string, n: number) =>
    `${name}: kappy nie da się policzyć, bo przy wszystkich ${count(n, { one: 'uwadze', few: 'uwagach', many: 'uwagach', other: 'uwagi' })} obie osoby dały ten sam jeden kod.`,
});
export type CodingWords = typeof codingWords;
