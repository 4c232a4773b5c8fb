import { quarterNames } from './quarters';
import { formats } from './words';

const { number } = formats('pl');
const quarter = quarterNames('pl');

/** The Polish words of an indicator that measures the authority, not its consultations. */
export const capacityWords = {
  capacity: {
    latest: (name: string, score: string, measure: string) =>
      `W czterech kwartałach do ${quarter.of(name)} ocena wyniosła ${score} na 100; miara: ${measure}.`,
    none: (name: string, why: string) => `Za cztery kwartały do ${quarter.of(name)} nie ma wyniku: ${why}.`,
    base: (n: number | null) => (n === null ? 'wartość organu' : `n = ${number(n)}`),
    sub: (what: string, authority: string) =>
      `${what}, zawsze cztery kwartały zakończone podanym, ${authority}`,
    note: 'Pasmo: ocena, gdyby to, czego nie zapisano, było najgorsze albo najlepsze. Kwartał bez wyniku przerywa linię.',
    columns: {
      quarter: 'Ostatni kwartał',
      status: 'Stan wartości',
      n: 'Przypadki',
      numerator: 'Licznik',
      denominator: 'Mianownik',
    },
    alone: {
      title: 'Dlaczego nie ma tu konsultacji ani komórek',
      text: 'Ten wskaźnik mierzy organ: szkolenia i doradztwo służą wszystkim konsultacjom, więc nie przypisujemy ich jednym z nich. Wchodzi tylko do indeksu organu. Zawsze liczy się cztery kwartały, bo kompetencje trwają dłużej niż kwartał, w którym edycja się skończyła.',
    },
  },
};
