import type { IndicatorScoreView, ScoreView } from '../../server/publish/score.view';
import { useLabels } from '../language';
import { useScoreSpeech } from './scoreWords';

/** Something would have to be recorded, or more of it. */
const LACKING = ['missing', 'insufficient_n'];

/** Why there is no index, and which facts would have to be recorded. */
export function WhyNot({ score }: { score: ScoreView }) {
  const { words, formats } = useScoreSpeech();
  const missing = score.indicators.filter(({ status, weight }) => LACKING.includes(status) && weight > 0);
  const waiting = score.indicators.filter(({ status, weight }) => status === 'not_due' && weight > 0);
  return (
    <div className="whynot">
      <h3>{words.score.why}</h3>
      {score.reason && <p className="text">{score.reason[formats.language]}.</p>}
      {missing.length > 0 && <Lacking indicators={missing} />}
      {waiting.length > 0 && (
        <>
          <h4>{words.score.waiting}</h4>
          <p className="text">{waiting.map(({ label }) => label[formats.language]).join(' · ')}</p>
        </>
      )}
    </div>
  );
}

/** By indicator, the facts that it reads and that nobody recorded; where all are there, when they are not enough. */
function Lacking({ indicators }: { indicators: IndicatorScoreView[] }) {
  const { words, formats } = useScoreSpeech();
  const labels = useLabels();
  return (
    <>
      <h4>{words.score.lacking}</h4>
      <dl className="facts wide">
        {indicators.map(({ code, label, facts, missing: when }) => (
          <div key={code} className="pair">
            <dt>{label[formats.language]}</dt>
            <dd>
              {facts
                .filter(({ value }) => value === null)
                .map(({ field, related, label: fact }) =>
                  related ? fact[formats.language] : labels.field(field),
                )
                .map((name) => name.replace(/^[^:]+: /, ''))
                .join(' · ') || when[formats.language]}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
