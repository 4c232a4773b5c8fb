import type { BreakdownView, GroupView, SurveyItemView } from '../../server/publish/survey.view';
import { inLanguage } from '../language';
import { Heads } from '../pages/Heads';
import { sayings } from './say';
import { useSurveySpeech } from './words';

interface Props {
  item: SurveyItemView;
  breakdown: BreakdownView;
}

/** The answers of each group; the whole of it is missing where a cell would tell too much. */
export function BreakdownTable({ item, breakdown }: Props) {
  const { own, formats } = useSurveySpeech();
  const words = own.breakdown;
  if (breakdown.hidden) return <p className="tnote">{words.hidden}</p>;
  const say = sayings(formats, own);
  const { below, middle, above, columns } = own.opinions;
  const answers =
    breakdown.columns === 'sides'
      ? [below, middle, above]
      : item.answers.map((_answer, at) => say.answer(item, at));
  const name = words.name[breakdown.by];
  const heads = [name, words.n, ...(item.scale === 'bool' ? [] : [columns.mean]), ...answers];
  return (
    <>
      <table className="tbl cards breakdown">
        <caption>{words.caption(name.toLocaleLowerCase())}</caption>
        <Heads of={heads} numbers={heads.slice(1)} />
        <tbody>
          {breakdown.groups.map((group) => (
            <Row
              key={`${group.kind} ${group.code}`}
              group={group}
              heads={heads}
              hasMean={item.scale !== 'bool'}
            />
          ))}
        </tbody>
      </table>
      {breakdown.columns === 'sides' && item.scale !== 'bool' && <p className="tnote">{words.sides}</p>}
    </>
  );
}

function Row({ group, heads, hasMean }: { group: GroupView; heads: string[]; hasMean: boolean }) {
  const { own, formats } = useSurveySpeech();
  const say = sayings(formats, own);
  const mean = group.mean ? say.whole(group.mean, say.mean) : own.none;
  const shares = heads.slice(hasMean ? 3 : 2).map((_head, i) => group.shares[i]);
  const cells = [
    formats.number(group.n),
    ...(hasMean ? [mean] : []),
    ...shares.map((share) => (share === undefined ? own.none : say.percent(share))),
  ];
  return (
    <tr>
      <th scope="row">
        {group.label ? inLanguage(group.label, formats.language)?.text : own.breakdown.rest[group.kind]}
        {!group.comparable && group.kind !== 'unknown' && <small>{own.breakdown.small}</small>}
      </th>
      {cells.map((cell, i) => (
        <td key={heads[i + 1]} className="r" data-l={heads[i + 1]}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
