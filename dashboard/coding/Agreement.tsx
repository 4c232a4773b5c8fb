import type { AgreementView, CodingMetaView, KappaView } from '../../server/intake/coding.view';
import { useCodingSpeech } from './words';

interface Props {
  agreement: AgreementView;
  meta: CodingMetaView;
}

/**
 * How far two coders agree beyond chance, in sentences; where there is no number, why. Whether it is enough is said once
 * all that was drawn is coded twice.
 */
export function Agreement({ agreement, meta: { drawn, coded_twice } }: Props) {
  const { coding } = useCodingSpeech();
  const { outcome, quality, quality_weighted } = agreement;
  const isWhole = coded_twice === drawn;
  const least = isWhole ? agreement.least : null;
  return (
    <section>
      <div className="sec">
        <h2>{coding.agreement}</h2>
        <p>{coding.agreementText}</p>
      </div>
      {!isWhole && <p className="text">{coding.unfinished(coded_twice, drawn)}</p>}
      <ul className="kappas text">
        <Line name={coding.outcome} of={outcome} least={least} />
        <Line name={coding.quality} of={quality} least={least} />
        <Line name={coding.qualityWeighted} of={quality_weighted} least={least} />
      </ul>
    </section>
  );
}

interface LineProps {
  name: string;
  of: KappaView;
  /** From where on it is enough; null: nothing is said of that. */
  least: number | null;
}

function Line({ name, of, least }: LineProps) {
  const { coding, formats } = useCodingSpeech();
  const { n, kappa, interval, reason } = of;
  if (kappa === null)
    return <li>{reason === 'too_few' ? coding.tooFew(name, n) : coding.oneCategory(name, n)}</li>;
  const number = (value: number) => formats.number(value, 2);
  const spread = interval ? coding.interval(number(interval[0]), number(interval[1])) : coding.noInterval;
  return (
    <li>
      {coding.kappa(name, number(kappa), n)} ({spread}).{' '}
      {least !== null && <Verdict kappa={kappa} least={least} />}
    </li>
  );
}

function Verdict({ kappa, least }: { kappa: number; least: number }) {
  const { coding, formats } = useCodingSpeech();
  const said = formats.number(least, 1);
  return kappa >= least ? (
    <b className="enough">{coding.enough(said)}</b>
  ) : (
    <b className="too-low">{coding.tooLow(said)}</b>
  );
}
