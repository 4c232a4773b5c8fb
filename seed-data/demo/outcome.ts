import { workingDay, dayOf, written } from './days';
import type { Task } from './schedule';

/** The register stands as of this day: what came later is not in it. */
export const KNOWN_UNTIL = dayOf('2026-10-10');

const known = (day: number | null) => (day !== null && day <= KNOWN_UNTIL ? written(day) : null);
const NOTHING_COUNTED = {
  reported_participants: null,
  reported_contributions: null,
  reported_accepted: null,
  reported_partly: null,
};
const NOTHING = {
  report_published_on: null,
  decision_on: null,
  decision_published_on: null,
  decision_refers_to_report: 'not_recorded',
  ...NOTHING_COUNTED,
};

/** What became of a consultation: its report with what the report counts, and its decision. */
export function outcomeOf(task: Task, closed: number, cancelled: boolean) {
  if (cancelled) return NOTHING;
  const { draw, care, subject } = task;
  const delay = Math.max(9, Math.round(76 - 62 * care) + draw.from(-14, 16));
  const report = subject.plant === 'overdue_report' ? null : workingDay(closed + delay);
  const decision = decisionOf(task, closed, report);
  const published = decision !== null && draw.chance(0.5 + 0.5 * care) ? decision + draw.from(1, 10) : null;
  const refers = draw.chance(0.1 + 0.85 * care) ? 'yes' : 'no';
  const counts = countsOf(task);
  return {
    report_published_on: known(report),
    decision_on: known(decision),
    decision_published_on: known(published),
    decision_refers_to_report: known(published) ? refers : 'not_recorded',
    ...(known(report) ? counts : NOTHING_COUNTED),
  };
}

function decisionOf({ draw, care, subject }: Task, closed: number, report: number | null): number | null {
  if (subject.plant === 'decided_before_end') return workingDay(closed - 8);
  if (report === null) return workingDay(closed + 40);
  if (subject.matter === 'other' && draw.chance(0.06)) return null;
  if (draw.chance(0.58 - 0.72 * care)) return workingDay(closed + draw.from(2, report - closed - 5));
  return workingDay(report + draw.from(5, 60));
}

/** A campaign sends ten times what comes in otherwise. */
function countsOf({ draw, subject }: Task) {
  const usual = Math.round(14 * 2 ** (draw.from(0, 400) / 100));
  const campaign = subject.plant === 'campaign';
  const contributions = campaign ? 10 * draw.from(90, 120) : usual;
  return {
    reported_participants: Math.round((contributions * draw.from(60, 140)) / 100) + 1,
    reported_contributions: contributions,
    reported_accepted: Math.floor((contributions * draw.from(campaign ? 2 : 8, campaign ? 4 : 34)) / 100),
    reported_partly: Math.floor((contributions * draw.from(4, 18)) / 100),
  };
}
