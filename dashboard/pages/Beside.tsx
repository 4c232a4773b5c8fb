import { useId, useState } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import type { DiagnosticView, ScoreView } from '../../server/publish/score.view';
import { figures } from '../figures';
import { Heads } from './Heads';
import { Mark } from './marks';
import { Behind } from './PartRow';
import { useScoreSpeech } from './scoreWords';

interface Props {
  score: ScoreView;
  card: ConsultationCard;
}

/** What is told of a consultation beside its score, without effect on it; each measure opens to its facts and source rows. */
export default function Beside({ score, card }: Props) {
  const { words } = useScoreSpeech();
  const { title, caption, columns } = words.score.beside;
  return (
    <table className="tbl cards cards3 parts diagnostics">
      <caption>
        <b>{title}.</b> {caption}.
      </caption>
      <Heads of={[columns.name, columns.says, columns.x, columns.n]} numbers={[columns.x, columns.n]} />
      <tbody>
        {score.diagnostics.map((one) => (
          <Row key={one.code} one={one} card={card} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one, card }: { one: DiagnosticView; card: ConsultationCard }) {
  const { words, formats } = useScoreSpeech();
  const { columns } = words.score.beside;
  const { measure } = figures(formats, words);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const said = one.x === null ? one.missing : (one.remark ?? null);
  return (
    <>
      <tr className="sub">
        <th scope="row">
          <button
            type="button"
            className="opens"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <Mark shape="right" />
            {one.label[formats.language]}
          </button>
        </th>
        <td className="full" data-l={columns.says}>
          {one.meaning[formats.language]}
        </td>
        <td className={one.x === null ? 'r none' : 'r'} data-l={columns.x}>
          {one.x === null ? (words.score.status[one.status] ?? one.status) : measure(one.x, one.unit)}
        </td>
        <td className="r" data-l={columns.n}>
          {one.n === null ? '–' : formats.number(one.n)}
        </td>
      </tr>
      <tr className="behind" id={id} hidden={!isOpen}>
        <td colSpan={4} className="full">
          {said && <p>{said[formats.language]}</p>}
          <Behind one={one} card={card} />
        </td>
      </tr>
    </>
  );
}
