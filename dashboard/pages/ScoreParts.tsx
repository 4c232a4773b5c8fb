import { Fragment, lazy, Suspense } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import type { DimensionScoreView, IndicatorScoreView, ScoreView } from '../../server/publish/score.view';
import { stepsOf } from '../charts/waterfall';
import { figures } from '../figures';
import { PartRow } from './PartRow';
import { useScoreSpeech } from './scoreWords';
import { Waiting } from './Waiting';

// It stands below everything that makes the score, and makes none of it.
const Beside = lazy(() => import('./Beside'));

interface Props {
  score: ScoreView;
  card: ConsultationCard;
}

/** Every dimension with its indicators: value, score, weight, points; each indicator opens to facts and source rows. */
export function ScoreParts({ score, card }: Props) {
  const { words } = useScoreSpeech();
  const { parts } = words.score;
  const steps = stepsOf(score);
  const rank = (code: string) => steps.findIndex((step) => step.code === code);
  const groups = score.dimensions.toSorted((a, b) => rank(a.code) - rank(b.code));
  const apart = score.indicators.filter(({ weight }) => weight === 0);
  return (
    <>
      <table className="tbl cards cards3 parts">
        <caption>
          <b>{parts.title}.</b> {parts.caption}.
        </caption>
        <thead>
          <tr>
            {Object.entries(parts.columns).map(([name, column]) => (
              <th key={name} scope="col" className={name === 'name' ? undefined : 'r'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Group
              key={group.code}
              group={group}
              indicators={score.indicators.filter(
                ({ dimension, weight }) => dimension === group.code && weight > 0,
              )}
              card={card}
            />
          ))}
          {apart.map((one) => (
            <PartRow key={one.code} one={one} card={card} />
          ))}
        </tbody>
      </table>
      <Sum score={score} />
      <Suspense fallback={<Waiting rows={7} height={44} />}>
        <Beside score={score} card={card} />
      </Suspense>
    </>
  );
}

interface GroupProps {
  group: DimensionScoreView;
  indicators: IndicatorScoreView[];
  card: ConsultationCard;
}

function Group({ group, indicators, card }: GroupProps) {
  const { words, formats } = useScoreSpeech();
  const { parts } = words.score;
  const { score, signed } = figures(formats, words);
  return (
    <Fragment>
      <tr className="whole">
        <th scope="row">
          <b>{group.label[formats.language]}</b>
        </th>
        <td className="r q" data-l={parts.columns.x}>
          {parts.known(group.observed, group.expected)}
        </td>
        <td className={group.score === null ? 'r none' : 'r'} data-l={parts.columns.score}>
          {group.score === null ? words.index.tooLittle : score(group.score)}
        </td>
        <td className="r">–</td>
        <td className="r" data-l={parts.columns.points}>
          {group.shown === null ? '–' : <b>{signed(group.shown)}</b>}
        </td>
      </tr>
      {indicators.map((one) => (
        <PartRow key={one.code} one={one} card={card} />
      ))}
    </Fragment>
  );
}

/** The parts and their sum, as they are shown. */
function Sum({ score }: { score: ScoreView }) {
  const { words, formats } = useScoreSpeech();
  const { parts } = words.score;
  const { tenth } = figures(formats, words);
  if (score.index === null) return <p className="tnote">{parts.noSum}</p>;
  const points = stepsOf(score).map((step) => tenth(Math.abs(step.points)));
  return (
    <p className="sum-line">
      <b>{parts.sum([formats.number(100), ...points].join(' − '), tenth(score.index))}</b>
      <small>{parts.sumNote}</small>
    </p>
  );
}
