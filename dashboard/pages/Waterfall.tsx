import { useId, useRef } from 'react';
import type { ScoreView } from '../../server/publish/score.view';
import type { View } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { stepsOf, type Step } from '../charts/waterfall';
import { WaterfallChart } from '../charts/WaterfallChart';
import { useWidth } from '../charts/width';
import { figures, lowered, tenth } from '../figures';
import { stepsSaid, stepsTable } from './waterfallTable';
import { useScoreSpeech, type ScoreSpeech } from './scoreWords';

const ID = 'droga-do-indeksu';
/** Losses that the headline names. */
const NAMED = 2;

interface Props {
  score: ScoreView;
  view: View;
  onView: (view: View) => void;
}

/** The way from 100 to the index: what each dimension took away, drawn, as a table and in words. */
export function Waterfall({ score, view, onView }: Props) {
  const speech = useScoreSpeech();
  const { words, formats } = speech;
  const steps = stepsOf(score);
  const names = Object.fromEntries(
    score.dimensions.map(({ code, label }) => [code, label[formats.language]]),
  );
  return (
    <ChartFrame
      id={ID}
      headline={headline(steps, names, speech)}
      sub={words.score.sub}
      origin={{ code: score.consultation, meta: score.meta }}
      view={view}
      onView={onView}
      points={stepsSaid({ score, steps, names }, speech)}
      table={stepsTable({ score, steps, names }, speech)}
      panels={{
        wykres: <Plot steps={steps} names={names} index={tenth(score.index!)} />,
        tabela: <StepTable steps={steps} names={names} />,
        opis: <Description steps={steps} names={names} index={score.index!} />,
      }}
      footer={
        <>
          <p>{words.score.key}</p>
          <p>
            {score.method[formats.language]} · {words.index.asOf(score.meta.as_of)}
          </p>
        </>
      }
    />
  );
}

type Named = { steps: Step[]; names: Record<string, string> };

function headline(steps: Step[], names: Named['names'], { words, formats }: ScoreSpeech): string {
  const { tenth: shown } = figures(formats, words);
  const losses = steps.filter(({ points }) => points < 0).slice(0, NAMED);
  const [first] = losses;
  if (!first) return words.score.headlineNone;
  const together = shown(Math.abs(losses.reduce((sum, { points }) => sum + points, 0)));
  const named = losses.map(({ code }) => lowered(names[code]!));
  return named.length === 1
    ? words.score.headlineOne(named[0]!, together)
    : words.score.headline(named, together);
}

function Plot({ steps, names, index }: Named & { index: number }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const hatch = useId();
  return (
    <div className="plot" ref={box} style={{ minHeight: (steps.length + 2) * 36 + 44 }}>
      {width > 0 && (
        <WaterfallChart
          steps={steps}
          names={names}
          index={index}
          width={width}
          hatch={hatch}
          labelledBy={`${ID}-headline`}
          describedBy={`${ID}-words`}
        />
      )}
    </div>
  );
}

function StepTable({ steps, names }: Named) {
  const { words, formats } = useScoreSpeech();
  const { columns, caption, start } = words.score;
  const { tenth: shown, signed } = figures(formats, words);
  return (
    <table className="tbl steps">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.step}</th>
          <th scope="col" className="r">
            {columns.points}
          </th>
          <th scope="col" className="r">
            {columns.after}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{start}</th>
          <td className="r">–</td>
          <td className="r">{shown(100)}</td>
        </tr>
        {steps.map(({ code, points, to }) => (
          <tr key={code}>
            <th scope="row">{names[code]}</th>
            <td className="r">{signed(points)}</td>
            <td className="r">{shown(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Description({ steps, names, index }: Named & { index: number }) {
  const { words, formats } = useScoreSpeech();
  const { tenth: shown, signed } = figures(formats, words);
  return (
    <div className="text" id={`${ID}-words`}>
      <p>{words.score.describe(shown(100), shown(index))}</p>
      <p>{steps.map(({ code, points }) => words.score.step(names[code]!, signed(points))).join(' ')}</p>
    </div>
  );
}
