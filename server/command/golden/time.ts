import { quarterName, quarterOf } from '../../scores/quarter';
import { kaplanMeier, type Waited } from '../../statistics/kaplan-meier';
import { localDay, localTime } from '../../statistics/local-time';
import { CaseError } from './golden-case';
import type { Inputs } from './inputs';

export function quarter(inputs: Inputs): unknown {
  const instant = new Date(String(inputs.value('utc')));
  const zone = inputs.textSetting('time_zone');
  return { local: localTime(instant, zone), quarter: quarterName(quarterOf(localDay(instant, zone))) };
}

/** With `observed_only_median`, the wrong value one gets without those who still wait. */
export function waiting(inputs: Inputs): unknown {
  inputs.choice('interval', ['log']);
  inputs.choice('half_rule', ['midpoint']);
  const level = inputs.level();
  const cases = casesOf(inputs);
  const answered = kaplanMeier(
    cases.filter(({ happened }) => happened),
    level,
  );
  return { ...kaplanMeier(cases, level), observed_only_median: answered.median };
}

function casesOf(inputs: Inputs): Waited[] {
  const [times, events] = [inputs.numbers('time'), inputs.numbers('event')];
  const group = inputs.setting('group_level') ?? null;
  const groups = group === null ? null : inputs.texts('group');
  return times.flatMap((time, row): Waited[] => {
    if (groups && groups[row] !== String(group)) return [];
    if (time === null || ![0, 1].includes(events[row] ?? -1))
      throw new CaseError(
        `row ${row + 1} has the time ${time} and the event ${events[row]}; event is 0 or 1`,
      );
    return [{ time, happened: events[row] === 1 }];
  });
}
