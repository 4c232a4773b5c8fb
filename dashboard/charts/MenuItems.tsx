import { useSpeech } from '../language';
import type { Props as MenuProps } from './ChartMenu';
import { useItems, type Item } from './takeHome';

interface Props extends MenuProps {
  choose: (act: Item['act']) => void;
  browse: () => void;
}

/** On a phone the points are browsed from here: the line above the chart has no room for a second button. */
export default function MenuItems({ choose, browse, ...props }: Props) {
  const { words } = useSpeech();
  return (
    <ul>
      {props.onBrowse && (
        <li className="narrow-only">
          <button type="button" onClick={browse}>
            {words.chart.browse}
          </button>
        </li>
      )}
      {useItems(props).map(({ key, name, act }) => (
        <li key={key}>
          <button type="button" data-item={key} onClick={() => choose(act)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
