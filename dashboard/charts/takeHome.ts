import type { RefObject } from 'react';
import { useSpeech } from '../language';
import { useAuthority } from '../pages/authority';
import { aboutOf, type Origin } from './about';
import type { About } from './save';
import type { Table } from './table';

/** The chart whose menu it is. */
export interface Charted {
  id: string;
  headline: string;
  sub: string;
  table?: Table | undefined;
  origin: Origin;
  figure: RefObject<HTMLElement | null>;
  hasPicture: boolean;
}

/** Something that can be done with a chart; says what was done. */
export interface Item {
  key: string;
  name: string;
  act: () => Promise<string>;
}

/** The makers of files are fetched only when one is asked for. */
const saving = () => import('./save');

/** What can be taken home of this chart: its numbers, its picture, its citation. */
export function useItems(chart: Charted): Item[] {
  const { words, formats } = useSpeech();
  const { current, name } = useAuthority();
  const { items, saved, copied } = words.chart;
  const { table } = chart;
  const authority = { code: current?.code ?? 'busola', name: name ?? 'Busola' };
  const about = aboutOf({ ...chart, authority }, formats);
  const ofTable = (known: Table): Item[] => [
    {
      key: 'excel',
      name: items.excel(known.rows.length),
      act: async () => saved((await saving()).saveTable(known, 'excel', about)),
    },
    {
      key: 'csv',
      name: items.csv(known.rows.length),
      act: async () => saved((await saving()).saveTable(known, 'machine', about)),
    },
    {
      key: 'copy',
      name: items.copy,
      act: async () => (await saving()).copyTable(known, formats.language).then(() => copied),
    },
  ];
  const cite: Item = {
    key: 'cite',
    name: items.cite,
    act: async () => (await saving()).copyText(about.cite).then(() => copied),
  };
  return [
    ...(table ? ofTable(table) : []),
    ...(chart.hasPicture ? pictures(chart, about, words.chart) : []),
    cite,
  ];
}

type ChartWords = ReturnType<typeof useSpeech>['words']['chart'];

function pictures({ figure, headline, sub }: Charted, about: About, { items, saved }: ChartWords): Item[] {
  const drawn = () => ({ figure: figure.current!, headline, sub, about });
  return [
    { key: 'png', name: items.png, act: async () => saved(await (await saving()).savePng(drawn())) },
    { key: 'svg', name: items.svg, act: async () => saved(await (await saving()).saveSvg(drawn())) },
  ];
}
