import { dayOf, lastWorkingDay, workingDay, written, writtenIf, yearOf } from './days';
import type { Task } from './schedule';

/** The days of one consultation, from its announcement to its end. */
export interface Course {
  planListed: number | null;
  announced: number;
  opens: number;
  /** What was announced as the last day at first. */
  announcedCloses: number;
  closes: number;
  closed: number;
}

/** Days that the statutes ask for, and that the generator lets everyone keep who is not planted to break them. */
const STATUTORY = 35;
const RECOMMENDED = 21;
const EXTENSION = 14;
const CUT = 7;

/** Draws the days of a consultation backwards from its end. */
export function courseOf(task: Task): Course {
  const { end, subject } = task;
  const closed = end;
  const closes = subject.plant === 'closed_early' ? workingDay(end + CUT) : end;
  const announcedCloses = subject.plant === 'extended' ? lastWorkingDay(end - EXTENSION) : closes;
  const { opens, announced } = beginningOf(task, announcedCloses);
  return { planListed: planOf(task, announced), announced, opens, announcedCloses, closes, closed };
}

function beginningOf({ draw, care, reformed, subject }: Task, closes: number) {
  if (subject.plant === 'short_window')
    return { opens: lastWorkingDay(closes - 22), announced: lastWorkingDay(closes - 25) };
  const statutory = ['strategy', 'revitalisation'].includes(subject.matter);
  const benchmark = statutory ? STATUTORY : RECOMMENDED;
  const share = 0.68 + 0.5 * care + (reformed ? 0.36 : 0);
  const length = Math.round(benchmark * share) + draw.from(-3, 4);
  const least = subject.matter === 'revitalisation' ? STATUTORY : 0;
  const opens = lastWorkingDay(closes - Math.max(length - 1, least));
  const notice = Math.max(0, Math.round(13 * care) + draw.from(-4, 3) + (reformed ? 3 : 0));
  const latest = statutory ? closes - STATUTORY : opens;
  return { opens, announced: lastWorkingDay(Math.min(opens - notice, latest)) };
}

/** The plan of a year is published on 20 December before; some consultations are added to it later, in time or not. */
function planOf({ draw, care, reformed }: Task, announced: number): number | null {
  if (!draw.chance(0.12 + 0.75 * care + (reformed ? 0.45 : 0))) return null;
  return draw.chance(0.2) ? announced - draw.from(10, 40) : dayOf(`${yearOf(announced) - 1}-12-20`);
}

/** The columns of the days. */
export const daysOf = (course: Course, cancelled: number | null) => ({
  plan_listed_on: writtenIf(course.planListed),
  announced_on: written(course.announced),
  announced_closes_on: written(course.announcedCloses),
  opens_on: written(course.opens),
  closes_on: written(course.closes),
  closed_on: cancelled ? null : written(course.closed),
  cancelled_on: writtenIf(cancelled),
});
