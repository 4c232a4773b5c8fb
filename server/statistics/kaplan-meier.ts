import { normalReach } from './normal';

/** The curve at a time: how many were still waited for, how many were answered, and the share not answered after it. */
export interface SurvivalStep {
  time: number;
  n_risk: number;
  n_event: number;
  surv: number;
  /** Greenwood's; null once nobody is left. */
  se_greenwood: number | null;
}

/** Time to an event of cases some of which are still waiting; a quantile is null where it was not reached. */
export interface WaitingTimes {
  n: number;
  events: number;
  q25: number | null;
  median: number | null;
  q75: number | null;
  median_low: number | null;
  median_high: number | null;
  curve: SurvivalStep[];
}

/** One case: how long, and whether the event ended it or the looking did. */
export interface Waited {
  time: number;
  happened: boolean;
}

/** Where the curve equals the level but for the last digits. */
const SAME = 1e-9;

/**
 * Kaplan and Meier's curve (1958, https://doi.org/10.1080/01621459.1958.10501452) with its quantiles, and the interval
 * of the median by the band exp(log S -+ z se) cut at 1 (Brookmeyer and Crowley 1982; R survival survfit, conf.type
 * "log"). Cases that are still waiting count for as long as they were looked at; without them waiting looks shorter.
 * Throws `RangeError` for a time that is negative or no number.
 */
export function kaplanMeier(cases: readonly Waited[], level = 0.95): WaitingTimes {
  for (const { time } of cases)
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`a time is ${time}; at least 0 is needed`);
  const curve = curveOf(cases);
  const z = normalReach(level);
  // once nobody is left the band is not known
  const known = curve.filter(({ se_greenwood }) => se_greenwood !== null);
  const band = (sign: 1 | -1) =>
    known.map(({ time, surv, se_greenwood: se }) => ({
      time,
      surv: Math.min(1, surv * Math.exp((sign * z * se!) / surv)),
    }));
  return {
    n: cases.length,
    events: cases.filter(({ happened }) => happened).length,
    q25: quantile(curve, 0.75),
    median: quantile(curve, 0.5),
    q75: quantile(curve, 0.25),
    median_low: quantile(band(-1), 0.5),
    median_high: quantile(band(1), 0.5),
    curve,
  };
}

function curveOf(cases: readonly Waited[]): SurvivalStep[] {
  const ended = new Map<number, { all: number; events: number }>();
  for (const { time, happened } of cases) {
    const { all, events } = ended.get(time) ?? { all: 0, events: 0 };
    ended.set(time, { all: all + 1, events: events + Number(happened) });
  }
  let [n_risk, surv, sum] = [cases.length, 1, 0];
  const steps = [...ended].sort(([a], [b]) => a - b);
  return steps.map(([time, { all, events: n_event }]) => {
    surv *= 1 - n_event / n_risk;
    sum += n_event / (n_risk * (n_risk - n_event));
    const step = { time, n_risk, n_event, surv, se_greenwood: surv > 0 ? surv * Math.sqrt(sum) : null };
    n_risk -= all;
    return step;
  });
}

/** The first time at which the curve is below a level; where a step of it equals the level, the middle of that step. */
function quantile(curve: readonly { time: number; surv: number }[], level: number): number | null {
  const first = curve.find(({ surv }) => surv < level + SAME);
  if (!first) return null;
  const next = first.surv > level - SAME ? curve.find(({ surv }) => surv < level - SAME) : undefined;
  return next ? (first.time + next.time) / 2 : first.time;
}
