import type { SurveyItemView } from '../../server/publish/survey.view';
import { Heads } from '../pages/Heads';
import { sayings } from './say';
import { useSurveySpeech } from './words';

/** Scales whose answers stand in the chart already. */
const DRAWN = ['likert5', 'likert7'];

/** The answers of an item; those of a rating are folded, its chart shows them. */
export function Answers({ item, name }: { item: SurveyItemView; name: string }) {
  const { own } = useSurveySpeech();
  if (item.answers.length === 0) return null;
  if (!DRAWN.includes(item.scale)) return <AnswerTable item={item} name={name} />;
  return (
    <details className="fold">
      <summary>{own.items.each}</summary>
      <AnswerTable item={item} name={name} />
    </details>
  );
}

/** The answers one below the other: people, share with its interval, and a bar for the eye. */
function AnswerTable({ item, name }: { item: SurveyItemView; name: string }) {
  const { own, formats } = useSurveySpeech();
  const say = sayings(formats, own);
  const { answer, count, share } = own.items;
  return (
    <>
      <table className="tbl answers">
        <caption className="vh">{own.items.caption(name)}</caption>
        <Heads of={[answer, count, share]} numbers={[count]} />
        <tbody>
          {item.answers.map((one, at) => (
            <tr key={`${one.value} ${one.label} ${one.rare}`}>
              <th scope="row">{say.answer(item, at)}</th>
              <td className="r">{formats.number(one.count)}</td>
              <td className="share">
                <svg className="share-bar" width="100%" height="14" aria-hidden="true">
                  <rect width={`${one.share.estimate * 100}%`} height="14" />
                </svg>
                <span>{say.whole(one.share, say.percent)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {item.scale === 'multi' && <p className="tnote">{own.items.several}</p>}
    </>
  );
}
