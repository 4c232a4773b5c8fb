import type { Consultation } from '../../server/contracts/consultation';
import type { ConsultationEvent } from '../../server/contracts/consultation-event';
import { DISTRICTS, UNITS } from './city';
import { drawn, type Drawn } from './consultation';
import { csv } from './csv';
import { yearOf } from './days';
import { tasks } from './schedule';
import type { Plant } from './subject';

export type DemoConsultation = Pick<Consultation, 'code'> & Partial<Consultation>;
export type DemoEvent = Pick<ConsultationEvent, 'code' | 'consultation' | 'kind'> &
  Partial<ConsultationEvent>;

/** The records of the demonstration city, and the codes of what was planted among them. */
export interface Demonstration {
  consultations: DemoConsultation[];
  events: DemoEvent[];
  planted: Record<Plant, string[]>;
}

/** Draws the demonstration city: the same on every machine and every day. */
export function demonstration(): Demonstration {
  const inOrder = tasks()
    .map(drawn)
    .sort((a, b) => a.announced - b.announced);
  const coded = inOrder.map((one, i) => ({ ...one, ...codesOf(inOrder, i) }));
  const planted = {} as Demonstration['planted'];
  for (const { task, code } of coded) if (task.subject.plant) (planted[task.subject.plant] ??= []).push(code);
  return {
    consultations: coded.map(({ code, register_no, facts }) => ({ code, register_no, ...facts })),
    events: coded.flatMap(({ code, events }) =>
      events.map((event, i) => ({ code: `${code}-W${i + 1}`, consultation: code, ...event })),
    ),
    planted,
  };
}

/** Numbered by the year and the order of the announcement, as offices do. */
function codesOf(inOrder: Drawn[], i: number): { code: string; register_no: string } {
  const year = yearOf(inOrder[i]!.announced);
  const number = i + 1 - inOrder.findIndex(({ announced }) => yearOf(announced) === year);
  return { code: `MP-${year}-${String(number).padStart(2, '0')}`, register_no: `BPS.0151.${number}.${year}` };
}

/** The committed files of the demonstration city: name below seed-data/demo -> text. */
export function demoFiles(): Record<string, string> {
  const { consultations, events } = demonstration();
  return {
    'units.csv': csv(UNITS),
    'districts.csv': csv(
      DISTRICTS.map(({ code, name_pl, population, population_as_of }) => ({
        code,
        name_pl,
        population,
        population_as_of,
      })),
    ),
    'consultations.csv': csv(consultations),
    'consultation_events.csv': csv(events),
  };
}
