import { habitOf } from './city';
import { quarterStart, workingDay } from './days';
import { Draw } from './random';
import type { Subject } from './subject';
import { CITY_SUBJECTS } from './subjects-city';
import { PEOPLE_SUBJECTS } from './subjects-people';
import { SPACE } from './subjects-space';

export const SUBJECTS: Subject[] = [...SPACE, ...PEOPLE_SUBJECTS, ...CITY_SUBJECTS];
export const QUARTERS = 12;

/** The quarter from which plans, windows and announcements are better, everywhere but in the unfair unit: 2025-Q2. */
export const REFORM = 6;

/** One consultation before its facts: what it is about, when it is to end, and how well its unit goes about it. */
export interface Task {
  subject: Subject;
  draw: Draw;
  /** The last day, as it turns out. */
  end: number;
  care: number;
  reformed: boolean;
}

/** Every subject with its quarter: fixed ones first, the others of each unit spread evenly over what is left. */
export function tasks(): Task[] {
  const quarters = quartersOf();
  return SUBJECTS.map((subject, i) => {
    const draw = new Draw(2014 + i * 7919);
    const habit = habitOf(subject.unit);
    const end = workingDay(quarterStart(quarters.get(subject)!) + draw.from(6, subject.within ?? 84));
    const care = Math.min(0.98, Math.max(0.04, habit.care + draw.from(-16, 16) / 100));
    return {
      subject,
      draw,
      end,
      care: habit.care > 0.9 ? habit.care : care,
      reformed: habit.reformed && quarters.get(subject)! >= REFORM,
    };
  });
}

function quartersOf(): Map<Subject, number> {
  const quarters = new Map<Subject, number>();
  const left = Array.from({ length: QUARTERS }, () => SUBJECTS.length / QUARTERS);
  for (const subject of SUBJECTS.filter(({ quarter }) => quarter !== undefined)) {
    quarters.set(subject, subject.quarter!);
    left[subject.quarter!]!--;
  }
  for (const subject of spread()) {
    const quarter = left.findIndex((places) => places > 0);
    left[quarter]!--;
    quarters.set(subject, quarter);
  }
  return quarters;
}

/** Subjects without a quarter in an order in which every unit comes up again and again. */
function spread(): Subject[] {
  const draw = new Draw(340_000);
  const free = SUBJECTS.filter(({ quarter }) => quarter === undefined);
  const ofUnit = (unit: string) => free.filter((subject) => subject.unit === unit);
  const placed = [...new Set(free.map(({ unit }) => unit))].flatMap((unit) => {
    const own = draw.some(ofUnit(unit), free.length);
    return own.map((subject, i) => ({ subject, place: (i + draw.from(0, 99) / 100) / own.length }));
  });
  return placed.sort((a, b) => a.place - b.place).map(({ subject }) => subject);
}
