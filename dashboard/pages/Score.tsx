import type { ScoreView } from '../../server/publish/score.view';
import type { ConsultationCard } from '../../server/publish/card.view';
import { VIEWS, type View } from '../address';
import { useAnswer } from '../answers';
import { Refused, scoreOf } from '../api';
import { Scale } from '../charts/Scale';
import { figures } from '../figures';
import { useSpeech } from '../language';
import { GateChips } from './GateChips';
import { Beyond, Filled } from './Hero';
import { ScoreParts } from './ScoreParts';
import { unscoredBecause } from './sentences';
import { Pending } from './Waiting';
import { Waterfall } from './Waterfall';
import { WhyNot } from './WhyNot';
import { useScoreSpeech } from './scoreWords';

interface Props {
  card: ConsultationCard;
  org: string | undefined;
  view: View | undefined;
  onView: (view: View) => void;
}

/** The score of a consultation: its number, what took points away, and the rows of files that say so. */
export function Score(props: Props) {
  const { words } = useScoreSpeech();
  const why = unscoredBecause(props.card);
  if (why === null) return <Asked {...props} />;
  return (
    <section id="ocena">
      <div className="sec">
        <h2>{words.score.title}</h2>
      </div>
      <None why={words.score.unscored[why]} />
    </section>
  );
}

function Asked({ card, org, view, onView }: Props) {
  const { words, formats } = useScoreSpeech();
  const query = useAnswer(scoreOf(card.code, org));
  const score = query.isOld ? undefined : query.data;
  return (
    <section id="ocena">
      <div className="sec">
        <h2>{words.score.title}</h2>
        {score && <p>{score.method[formats.language]}</p>}
      </div>
      {score ? (
        <Scored score={score} card={card} view={view ?? VIEWS[0]} onView={onView} />
      ) : (
        <Unscored query={query} />
      )}
    </section>
  );
}

function None({ why, lang }: { why: string; lang?: 'pl' | undefined }) {
  const { words } = useScoreSpeech();
  return (
    <>
      <p className="text">
        <b>{words.score.pending}.</b>
      </p>
      <p className="text" lang={lang}>
        {why}
      </p>
    </>
  );
}

/** Until there is a score: its shape, or that it has not been made yet and why, or what failed. */
function Unscored({ query }: { query: { error: Error | undefined; retry: () => void } }) {
  const { formats } = useSpeech();
  const { error } = query;
  if (!(error instanceof Refused) || error.status !== 404) return <Pending of={query} rows={6} height={44} />;
  const { detail, detail_en: english } = error.problem;
  const isForeign = formats.language === 'en' && english === undefined;
  const why = (formats.language === 'en' ? english : undefined) ?? detail ?? error.message;
  return <None why={`${why}.`} lang={isForeign ? 'pl' : undefined} />;
}

interface ScoredProps {
  score: ScoreView;
  card: ConsultationCard;
  view: View;
  onView: (view: View) => void;
}

function Scored({ score, card, view, onView }: ScoredProps) {
  return (
    <>
      <div className="grid">
        <div className="c5">
          <Number score={score} />
        </div>
        <div className="c7">
          {score.index === null ? (
            <WhyNot score={score} />
          ) : (
            <Waterfall score={score} view={view} onView={onView} />
          )}
        </div>
      </div>
      <ScoreParts score={score} card={card} />
    </>
  );
}

function Number({ score }: { score: ScoreView }) {
  const { words, formats } = useScoreSpeech();
  // to the decimal to which the parts below add up
  const { tenth } = figures(formats, words);
  return (
    <div className="hero">
      <div className="hero-n">
        <strong className={score.index === null ? 'no' : undefined}>
          {score.index === null ? words.index.noIndex : tenth(score.index)}
        </strong>
        <p>
          {score.index !== null && (
            <>
              <b>{words.index.outOf}</b>
              {score.grade && ` · ${words.index.grade(score.grade)}`}
              <br />
            </>
          )}
          <Filled of={score} />
          <br />
          {score.interval.low !== null && score.interval.high !== null && (
            <>
              {words.score.certainty.index(`${tenth(score.interval.low)}–${tenth(score.interval.high)}`)}
              <br />
            </>
          )}
          {words.score.observed(score.dimensions_observed, score.dimensions_expected)}
        </p>
      </div>
      <Scale index={score.index} low={score.low} high={score.high} grade={score.grade} />
      <p className="key">{words.index.scale.block}</p>
      {score.gates.length > 0 && (
        <div className="gates">
          <h3>{words.score.gates}</h3>
          <p>
            <GateChips gates={score.gates} />
          </p>
          <p className="tnote">
            {[...new Set(score.gates.map(({ cap }) => cap))].map(words.score.cap).join('; ')}
          </p>
        </div>
      )}
      <Beyond of={[score]} />
    </div>
  );
}
