import { formats } from './words';

const { count, number } = formats('pl');

const rows = { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' };

/** The Polish words of what stands around every chart. */
export const chartWords = {
  chart: {
    tabs: { wykres: 'Wykres', tabela: 'Tabela', opis: 'Opis' },
    tabList: 'Widok wykresu',
    provisional: 'wstępne',
    browse: 'Przeglądaj punkty',
    browseHint: 'Strzałki: kolejne punkty, Home i End: pierwszy i ostatni, Esc: koniec.',
    browsed: 'Punkty wykresu',
    place: (n: number, all: number) => `${number(n)} z ${number(all)}`,
    menu: 'Więcej: pobierz, kopiuj, cytuj',
    items: {
      excel: (n: number) => `Pobierz dane (CSV dla Excela, ${count(n, rows)})`,
      csv: (n: number) => `Pobierz dane (CSV dla programów, ${count(n, rows)})`,
      png: 'Pobierz obraz (PNG, 2×)',
      svg: 'Pobierz obraz (SVG)',
      copy: 'Kopiuj dane z tabeli',
      cite: 'Kopiuj cytowanie',
    },
    saved: (file: string) => `Zapisano plik ${file}`,
    copied: 'Skopiowano',
    failed: 'Nie udało się. Spróbuj ponownie.',
    source: 'Źródło',
    link: 'Adres',
    asOf: 'Stan na',
    method: 'Metoda',
  },
};
