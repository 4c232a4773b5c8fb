import type { WavePointView } from '../../server/publish/survey.view';
import { Heads } from '../pages/Heads';
import { sayings } from './say';
import { useSurveySpeech } from './words';

/** The mean in every wave; where the question was changed, the line of waves breaks. */
export function Waves({ points }: { points: WavePointView[] }) {
  const { own, formats } = useSurveySpeech();
  const say = sayings(formats, own);
  const { wave, mean, n, caption } = own.waves;
  return (
    <table className="tbl waves">
      <caption>{caption}</caption>
      <Heads of={[wave, mean, n]} numbers={[mean, n]} />
      <tbody>
        {points.map((point) => (
          <tr key={point.survey} className={point.break ? 'break' : undefined}>
            <th scope="row">
              {formats.number(point.wave)}
              {point.break && <small>{own.waves.break}</small>}
            </th>
            <td className="r">{point.mean === null ? own.none : say.mean(point.mean)}</td>
            <td className="r">{formats.number(point.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
