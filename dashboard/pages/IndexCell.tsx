import type { IndexView } from '../../server/publish/score.view';
import { figures } from '../figures';
import { useSpeech } from '../language';

/** Consultations below which a period has no index (method.md 4.10). */
const FEWEST = 3;

interface Props {
  of: Pick<IndexView, 'index'>;
  label: string;
  /** Of a period: how many closed in it. */
  consultations?: number;
}

/** An index in a table, or the words why there is none; never a dash and never 0. */
export function IndexCell({ of: { index }, label, consultations }: Props) {
  const { words, formats } = useSpeech();
  const { score } = figures(formats, words);
  const { tooFew, tooLittle } = words.index;
  const why = consultations !== undefined && consultations < FEWEST ? tooFew(consultations) : tooLittle;
  return (
    <td className={index === null ? 'r none' : 'r sc'} data-l={label}>
      {index === null ? why : <b>{score(index)}</b>}
    </td>
  );
}
