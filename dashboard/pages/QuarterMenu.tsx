import { useId } from 'react';
import type { OverviewView } from '../../server/publish/overview.view';
import { useOverviewSpeech } from './overviewWords';
import { defaultQuarter } from '../quarters';
import { Mark } from './marks';

interface Props {
  view: OverviewView;
  value: string;
  choose: (quarter: string | undefined) => void;
}

/** One quarter back or on, or any in which something closed. */
export function QuarterMenu({ view, value, choose }: Props) {
  const { words } = useOverviewSpeech();
  const { overview } = words;
  const id = useId();
  const at = view.quarters.indexOf(value);
  const older = view.quarters[at + 1];
  const newer = at > 0 ? view.quarters[at - 1] : undefined;
  const take = (quarter: string) => choose(quarter === defaultQuarter(view) ? undefined : quarter);
  return (
    <span className="step">
      <Arrow shape="left" name={older ? overview.older(older) : overview.oldest} to={older} take={take} />
      <label className="vh" htmlFor={id}>
        {overview.choose}
      </label>
      <select id={id} value={value} onChange={(event) => take(event.target.value)}>
        {byYear(view.quarters).map(([year, quarters]) => (
          <optgroup key={year} label={year}>
            {quarters.map((one) => (
              <option key={one} value={one}>
                {overview.quarter.short(one)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Arrow shape="right" name={newer ? overview.newer(newer) : overview.newest} to={newer} take={take} />
    </span>
  );
}

interface ArrowProps {
  shape: 'left' | 'right';
  name: string;
  to: string | undefined;
  take: (quarter: string) => void;
}

function Arrow({ shape, name, to, take }: ArrowProps) {
  return (
    <button type="button" aria-label={name} title={name} disabled={!to} onClick={() => to && take(to)}>
      <Mark shape={shape} />
    </button>
  );
}

function byYear(quarters: string[]): [string, string[]][] {
  const years = [...new Set(quarters.map((one) => one.slice(0, 4)))];
  return years.map((year) => [year, quarters.filter((one) => one.startsWith(year))]);
}
