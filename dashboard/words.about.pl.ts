import type { Formats } from './words';

/** What is cited. */
export interface Cited {
  title: string;
  authority: string;
  asOf: string;
  method: string | null;
  snapshot: number | null;
  address: string;
}

/** Words that go along with a copy of a chart. Fetched when one is made. */
export const aboutWords = ({ number }: Formats) => ({
  source: (authority: string) => `Źródło: zapis konsultacji, ${authority}. CC BY 4.0`,
  /** @param method null: facts, that no method had a part in */
  run: (day: string, method: string | null, snapshot: number | null) =>
    [
      `Stan na ${day}`,
      method && `metoda ${method}`,
      snapshot !== null && `migawka ${number(snapshot)}`,
      'wstępne, niewydane',
    ]
      .filter(Boolean)
      .join('; '),
  cite: (c: Cited) => {
    const run = [
      `Stan na ${c.asOf}`,
      c.snapshot !== null && `migawka ${c.snapshot}`,
      c.method && `metoda ${c.method}`,
    ];
    return `Obserwatorium Partycypacji Busola (${c.asOf.slice(0, 4)}). ${c.title}: ${c.authority}. ${run.filter(Boolean).join(', ')} [wykres, wstępny, niewydany]. ${c.address}`;
  },
});

export type AboutWords = ReturnType<typeof aboutWords>;
