import { formats } from './words';

const { count, number } = formats('en');

const rows = { one: 'row', other: 'rows' };

/** The English words of what stands around every chart. */
export const chartWords = {
  chart: {
    tabs: { wykres: 'Chart', tabela: 'Table', opis: 'In words' },
    tabList: 'View of the chart',
    provisional: 'provisional',
    browse: 'Browse points',
    browseHint: 'Arrows: the next points, Home and End: the first and the last, Esc: leave.',
    browsed: 'Points of the chart',
    place: (n: number, all: number) => `${number(n)} of ${number(all)}`,
    menu: 'More: download, copy, cite',
    items: {
      excel: (n: number) => `Download data (CSV for Polish Excel, ${count(n, rows)})`,
      csv: (n: number) => `Download data (CSV for programs, ${count(n, rows)})`,
      png: 'Download picture (PNG, 2×)',
      svg: 'Download picture (SVG)',
      copy: 'Copy the data of the table',
      cite: 'Copy the citation',
    },
    saved: (file: string) => `Saved as ${file}`,
    copied: 'Copied',
    failed: 'This did not work. Try again.',
    source: 'Source',
    link: 'Address',
    asOf: 'As of',
    method: 'Method',
  },
};
