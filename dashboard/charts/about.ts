import type { Formats } from '../words';
import { aboutWords as en } from '../words.about.en';
import { aboutWords as pl } from '../words.about.pl';
import type { About } from './save';

/** Where the numbers of a chart come from: the run that made them. */
export interface Origin {
  /** Code of what it is about: an indicator, a consultation, a quarter. */
  code: string;
  /** Name of what it is about, where the headline does not say it. */
  title?: string;
  meta: { as_of: string; snapshot: number | null; method?: string };
}

interface Copied {
  id: string;
  headline: string;
  origin: Origin;
  authority: { code: string; name: string };
}

/** What a copy of a chart says of its origin: source, day, method, and how to cite it. */
export function aboutOf({ id, headline, origin, authority }: Copied, formats: Formats): About {
  const { href } = location;
  const words = (formats.language === 'pl' ? pl : en)(formats);
  const { as_of, snapshot, method = null } = origin.meta;
  const name = `${authority.code}_${origin.code}_${id}_${as_of}`;
  return {
    file: name.replace(/[^\p{L}\p{N}._-]/gu, '_'),
    lines: [words.source(authority.name), words.run(formats.day(as_of), method, snapshot)],
    cite: words.cite({
      title: origin.title ? `${origin.title}. ${headline}` : headline,
      authority: authority.name,
      asOf: as_of,
      method,
      snapshot,
      address: href.replace(/#.*/, ''),
    }),
  };
}
