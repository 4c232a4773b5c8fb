import type { IndicatorPageView } from '../../server/publish/indicator.view';
import type { IndicatorSearch } from '../address';
import type { Show } from '../pages/IndicatorPage';
import { Distribution } from './Distribution';
import { Units } from './Units';
import { Values } from './Values';

interface Props {
  page: IndicatorPageView;
  search: IndicatorSearch;
  show: Show;
}

/** How the consultations of an indicator lie, by unit and one by one. */
export default function IndicatorParts(props: Props) {
  return (
    <>
      <div className="grid pair">
        <Distribution {...props} />
        <Units {...props} />
      </div>
      <Values {...props} />
    </>
  );
}
