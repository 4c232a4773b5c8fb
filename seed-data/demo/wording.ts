import type { Draw } from './random';

/** What people write about, and in which words; no sentence names anybody. */
const SAID: Record<string, string[]> = {
  koszty: [
    'Proszę podać, ile to będzie kosztować.',
    'Za te pieniądze można zrobić więcej.',
    'Koszt utrzymania jest zaniżony.',
    'Stawka jest zbyt wysoka.',
  ],
  terminy: [
    'Proszę wpisać termin wykonania.',
    'Termin jest zbyt odległy.',
    'Proszę podzielić prace na etapy.',
    'Zacznijmy po wakacjach.',
  ],
  zapisy: [
    'Zapis jest niejasny, proszę go doprecyzować.',
    'Proszę skreślić drugie zdanie.',
    'Brakuje definicji użytego pojęcia.',
    'Proponuję inne brzmienie.',
  ],
  dostępność: [
    'Potrzebne jest dojście bez schodów.',
    'Proszę o ławki z oparciem.',
    'Brakuje miejsca dla wózków.',
    'Informacja powinna być też dużym drukiem.',
  ],
  bezpieczeństwo: [
    'Po zmroku jest tam zbyt ciemno.',
    'Proszę o przejście dla pieszych.',
    'Samochody jeżdżą tam za szybko.',
    'Potrzebny jest monitoring.',
  ],
  zieleń: [
    'Proszę zachować stare drzewa.',
    'Mniej betonu, więcej cienia.',
    'Proponuję krzewy zamiast płotu.',
    'Brakuje miejsca na wodę opadową.',
  ],
  sąsiedztwo: [
    'Zabudowa będzie zbyt wysoka.',
    'Boimy się hałasu wieczorami.',
    'Gdzie będą parkować goście?',
    'Proszę odsunąć to od okien.',
  ],
  informacja: [
    'Dowiedziałam się o tym za późno.',
    'Brakuje mapy w dokumentach.',
    'Proszę o spotkanie w dzielnicy.',
    'Proszę ogłosić wyniki w gablotach.',
  ],
};
export const TOPICS = Object.keys(SAID);

const THANKS = ['Dziękuję za to spotkanie.', 'Popieram.', 'Dobry pomysł, oby się udało.', 'Jestem na nie.'];
/** What the campaign sends, word for word. */
const MAILS = [
  'Jestem przeciw poszerzeniu strefy. Proszę zostawić granice bez zmian.',
  'Proszę o tańszy abonament dla mieszkańców strefy.',
];
const WHY: string[][] = [
  [''],
  ['Bez zmian w projekcie.', 'Uwaga niezasadna.', 'Propozycji nie uwzględniono.'],
  [
    'Koszt byłby niewspółmierny do liczby osób, które skorzystają.',
    'To rozwiązanie pogorszyłoby dojazd służb.',
    'Teren jest potrzebny na kanalizację.',
    'Wniosek sprzeczny z większością uwag z warsztatów.',
  ],
  ['Nie pozwala na to art. 15 ustawy; zob. s. 12 raportu.', 'Przekracza limit z § 4 uchwały budżetowej.'],
];

/** The text of a view; of the campaign it is always the same. */
export function said(
  draw: Draw,
  topic: string,
  { vague, mail }: { vague: boolean; mail: number | null },
): string {
  if (mail !== null) return MAILS[mail]!;
  if (vague) return draw.pick(THANKS);
  const text = draw.pick(SAID[topic]!);
  return draw.chance(0.35) ? `${text} Dotyczy pkt ${draw.from(1, 24)}.` : text;
}

/** Why a view was not taken up as it stood, as well as it was explained; nothing where nothing was. */
export const because = (draw: Draw, quality: number | null): string | null =>
  (quality === null ? '' : draw.pick(WHY[quality]!)) || null;
