import type { ConsultationEvent } from '../../server/contracts/consultation-event';
import { PLACES } from './city';
import type { Course } from './course';
import { isWeekend, workingDay, written, writtenIf } from './days';
import { type Fate, fateOf } from './fate';
import type { Draw } from './random';
import type { Task } from './schedule';

/** An event without the codes that tie it to its consultation. */
export type Meeting = Omit<
  ConsultationEvent,
  'code' | 'consultation' | 'latitude' | 'longitude' | 'hearing_support' | 'childcare'
>;

const AT_MOST = 5;
const HOURS = { early: ['10:00', '12:00', '13:30'], late: ['17:00', '17:30', '18:00'] };

/** Everything in which one could take part: letters and forms on the opening day, the rest within the window. */
export function eventsOf(task: Task, course: Course): Meeting[] {
  const inWriting = ['letter', ...(task.draw.chance(0.4 + 0.55 * task.care) ? ['online_form'] : [])];
  const meetings = kindsOf(task).slice(0, AT_MOST - inWriting.length);
  return [
    ...inWriting.map((kind) => openFrom(kind, course)),
    ...meetings.map((kind, i) => meetingOf(task, course, kind, i === 0)),
  ];
}

/** Writing takes place from the first day on, so that day is its day. */
const openFrom = (kind: string, { announced, opens }: Course): Meeting => ({
  kind,
  announced_on: written(announced),
  planned_on: written(opens),
  planned_time: null,
  announced_place: null,
  moved_notice_on: null,
  held_on: written(opens),
  cancelled_on: null,
  place: null,
  mode: kind === 'online_form' ? 'remote' : null,
  attendance: null,
  outside_office_hours: 'not_recorded',
  barrier_free: 'not_applicable',
});

function kindsOf({ draw, care, subject }: Task): string[] {
  const planted = subject.plant !== undefined && subject.plant !== 'too_little_recorded';
  const renewal = subject.matter === 'revitalisation';
  const odds: [kind: string, probability: number][] = [
    ['open_meeting', planted ? 1 : 0.5 + 0.5 * care],
    ['workshop', renewal ? 1 : 0.8 * care - 0.1],
    ['walk', subject.city ? 0 : 0.5 * care],
    ['public_hearing', subject.city ? 0.3 * care : 0],
    ['display', subject.matter === 'spatial_plan' ? 0.9 : 0],
    ['consultation_point', 0.5 * care - 0.05],
    ['open_meeting', 0.6 * care - 0.2],
  ];
  return odds.filter(([, probability]) => draw.chance(probability)).map(([kind]) => kind);
}

function meetingOf({ draw, care, subject }: Task, course: Course, kind: string, first: boolean): Meeting {
  const planned = plannedOn(draw, course, kind === 'walk' && draw.chance(care));
  const late = draw.chance(0.2 + 0.75 * care);
  const place = draw.pick(PLACES);
  const fate = fateOf(draw, care, first ? subject.plant : undefined, {
    announced: course.announced,
    planned,
    place,
  });
  return {
    kind,
    announced_on: written(course.announced),
    planned_on: written(planned),
    planned_time: draw.pick(HOURS[late ? 'late' : 'early']),
    announced_place: place,
    ...datesOf(fate),
    mode: care > 0.7 && draw.chance(0.4) ? 'hybrid' : 'on_site',
    attendance: fate.held === null ? null : draw.from(4, 20 + Math.round(50 * care)),
    outside_office_hours: late || isWeekend(planned) ? 'yes' : 'no',
    barrier_free: draw.chance(0.45 + 0.53 * care) ? 'met' : 'not_met',
  };
}

/** Around the middle of the window: late enough to have heard of it, early enough to be moved. */
function plannedOn(draw: Draw, { opens, announcedCloses }: Course, weekend: boolean): number {
  const window = announcedCloses - opens;
  const day = opens + draw.from(Math.round(window * 0.45), Math.round(window * 0.6));
  return weekend ? saturday(day) : workingDay(day);
}

const saturday = (day: number): number =>
  new Date(day * 86_400_000).getUTCDay() === 6 ? day : saturday(day + 1);

const datesOf = ({ held, notice, cancelled, place }: Fate) => ({
  moved_notice_on: writtenIf(notice),
  held_on: writtenIf(held),
  cancelled_on: writtenIf(cancelled),
  place,
});
