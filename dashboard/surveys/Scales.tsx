import type { ScaleReliabilityView } from '../../server/publish/survey.view';
import { Heads } from '../pages/Heads';
import { useSurveySpeech } from './words';

/** Whether the questions of one construct measure one thing. */
export function Scales({ scales }: { scales: ScaleReliabilityView[] }) {
  const { own, formats } = useSurveySpeech();
  const { title, caption, columns } = own.scales;
  if (scales.length === 0) return null;
  return (
    <section className="scales">
      <div className="sec">
        <h2>{title}</h2>
      </div>
      <table className="tbl cards">
        <caption>{caption}</caption>
        <Heads
          of={[columns.stem, columns.items, columns.n, columns.alpha, columns.note]}
          numbers={[columns.n, columns.alpha]}
        />
        <tbody>
          {scales.map((scale) => (
            <tr key={scale.stem}>
              <th scope="row">{scale.stem}</th>
              <td data-l={columns.items}>{scale.items.join(', ')}</td>
              <td data-l={columns.n} className="r">
                {formats.number(scale.n)}
              </td>
              <td data-l={columns.alpha} className="r">
                {scale.alpha === null ? own.none : formats.number(scale.alpha, 2)}
              </td>
              <td data-l={columns.note}>
                <Note scale={scale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Note({ scale: { reason, doubtful } }: { scale: ScaleReliabilityView }) {
  const { own, formats } = useSurveySpeech();
  if (reason === null) return <>{own.none}</>;
  const words = own.scales;
  return <>{reason === 'reversed_unknown' ? words[reason](formats.list(doubtful)) : words[reason]}</>;
}
