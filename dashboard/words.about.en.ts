import type { Formats } from './words';
import type { AboutWords, Cited } from './words.about.pl';

/** Words that go along with a copy of a chart. Fetched when one is made. */
export const aboutWords = ({ number }: Formats): AboutWords => ({
  source: (authority: string) => `Source: record of consultations, ${authority}. CC BY 4.0`,
  /** @param method null: facts, that no method had a part in */
  run: (day: string, method: string | null, snapshot: number | null) =>
    [
      `As of ${day}`,
      method && `method ${method}`,
      snapshot !== null && `snapshot ${number(snapshot)}`,
      'provisional, not released',
    ]
      .filter(Boolean)
      .join('; '),
  cite: (c: Cited) => {
    const run = [
      `As of ${c.asOf}`,
      c.snapshot !== null && `snapshot ${c.snapshot}`,
      c.method && `method ${c.method}`,
    ];
    return `Busola Participation Observatory (${c.asOf.slice(0, 4)}). ${c.title}: ${c.authority}. ${run.filter(Boolean).join(', ')} [chart, preliminary, not released]. ${c.address}`;
  },
});
