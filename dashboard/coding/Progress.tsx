import type { CodingMetaView } from '../../server/intake/coding.view';
import { useCodingSpeech } from './words';

/** How much of a consultation is coded. */
export function Progress({ meta }: { meta: CodingMetaView }) {
  const { coding } = useCodingSpeech();
  return (
    <Bars
      of={[
        [coding.decided, meta.decided, meta.total],
        [coding.rated, meta.rated, meta.total],
        [coding.clustered, meta.clustered, meta.total],
        [coding.twice, meta.coded_twice, meta.drawn],
      ]}
    />
  );
}

/** Counts of a whole, each in words and as a bar. */
export function Bars({ of }: { of: [name: string, n: number, total: number][] }) {
  const { coding } = useCodingSpeech();
  return (
    <section>
      <div className="sec">
        <h2>{coding.progress}</h2>
      </div>
      <ul className="bars">
        {of.map(([name, n, total]) => (
          <li key={name}>
            <span>{name}</span>
            <progress max={Math.max(1, total)} value={n} aria-label={name} />
            <span>{coding.progressOf(n, total)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
