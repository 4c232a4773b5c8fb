import type { RunView } from '../../server/publish/score.view';
import type { About } from '../charts/save';
import type { Formats } from '../words';
import type { IndicatorWords } from '../words.indicator.pl';

interface Of {
  meta: RunView;
  code: string;
  authority: { code: string; name: string };
  /** The chart among those of the page, as a part of the names of its files. */
  chart: string;
  title: string;
}

/** What a copy of a chart says of its origin: source, day, method, and how to cite it. */
export function aboutOf(
  { meta, code, authority, chart, title }: Of,
  own: IndicatorWords,
  formats: Formats,
): About {
  const { origin, pathname, search } = location;
  const name = `${authority.code}_${code}_${chart}_${meta.as_of}`;
  return {
    file: name.replace(/[^\p{L}\p{N}._-]/gu, '_'),
    lines: [
      own.about.source(authority.name),
      own.about.run(formats.day(meta.as_of), meta.method, meta.snapshot),
    ],
    cite: own.about.cite({
      year: meta.as_of.slice(0, 4),
      title,
      authority: authority.name,
      asOf: meta.as_of,
      method: meta.method,
      snapshot: meta.snapshot,
      address: origin + pathname + search,
    }),
  };
}
