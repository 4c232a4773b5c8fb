import type { Consultation } from '../../server/contracts/consultation';
import { COUNTED_ON, DISTRICTS, ORGANISATIONS, PEOPLE, UNITS } from './city';
import { checksOf } from './checklists';
import { courseOf, daysOf } from './course';
import { written } from './days';
import { eventsOf, type Meeting } from './events';
import { outcomeOf } from './outcome';
import type { Task } from './schedule';

/** One consultation with its events, still without a code. */
export interface Drawn {
  task: Task;
  announced: number;
  facts: Omit<Partial<Consultation>, 'code'>;
  events: Meeting[];
}

/** Draws everything that the register holds of one consultation. */
export function drawn(task: Task): Drawn {
  const course = courseOf(task);
  const cancelled = task.subject.plant === 'cancelled' ? course.opens + 4 : null;
  const events = cancelled ? eventsOf(task, course).map(offAfter(cancelled)) : eventsOf(task, course);
  const meetings = events.filter(({ announced_place }) => announced_place !== null);
  const facts = {
    ...aboutOf(task, events),
    ...daysOf(course, cancelled),
    ...outcomeOf(task, course.closed, cancelled !== null),
    ...checksOf(task, meetings),
    forms: [...new Set(events.map(({ kind }) => kind))],
    ...reachOf(task),
    source_precision: 'dane demonstracyjne (wytworzone)',
  };
  return { task, announced: course.announced, facts, events };
}

const offAfter = (cancelled: number) => (event: Meeting) =>
  event.held_on! <= written(cancelled)
    ? event
    : {
        ...event,
        moved_notice_on: null,
        held_on: null,
        place: null,
        attendance: null,
        cancelled_on: written(cancelled),
      };

function aboutOf({ subject, draw, care }: Task, events: Meeting[]) {
  const council = ['strategy', 'cooperation_programme'].includes(subject.matter);
  return {
    title_pl: subject.pl,
    title_en: subject.en,
    topics: subject.topics,
    matter_type: subject.matter,
    addressee: subject.addressee ?? 'residents',
    initiator: draw.chance(0.72)
      ? 'mayor'
      : draw.pick(['residents', 'district_council', 'organisations', 'councillors']),
    iap2_level: levelOf(care, events),
    stage_at_launch: draw.chance(0.03)
      ? null
      : stageOf(subject.en, Math.round(care * 100) + draw.from(-30, 30)),
    unit: subject.unit,
    unit_name: UNITS.find(({ code }) => code === subject.unit)!.name_pl,
    competent_unit: subject.unit,
    council_due: council ? 'yes' : 'no',
  };
}

function levelOf(care: number, events: Meeting[]): string {
  const together = events.some(({ kind }) => kind === 'workshop');
  if (together) return care > 0.75 ? 'collaborate' : 'involve';
  return events.length === 1 ? 'inform' : 'consult';
}

/** What the title says goes before what is drawn. */
function stageOf(title: string, luck: number): string {
  if (title.endsWith('the diagnosis')) return 'diagnosis';
  if (/the draft\b/.test(title)) return 'draft';
  if (luck >= 74) return 'assumptions';
  if (luck >= 50) return 'variants';
  return luck >= -8 ? 'draft' : 'draft_after_approval';
}

/** Where, and how many people it concerns: districts that the title names, else one or two. */
function reachOf({ subject, draw }: Task) {
  const named = DISTRICTS.filter(({ name_pl }) => subject.en.includes(name_pl));
  const where = subject.city ? [] : named.length > 0 ? named : draw.some(DISTRICTS, draw.from(1, 2));
  const people = subject.city ? PEOPLE : where.reduce((sum, { population }) => sum + population!, 0);
  const count = subject.addressee === 'organisations' ? ORGANISATIONS : people;
  const unknown = subject.addressee === 'mixed' || draw.chance(0.1);
  return {
    districts: where.map(({ name_pl }) => name_pl),
    target_population: unknown ? null : count,
    target_population_as_of: unknown ? null : COUNTED_ON,
  };
}
