import { DISTRICTS, UNITS } from './city';
import { drawn, type Drawn } from './consultation';
import { csv } from './csv';
import { yearOf } from './days';
import { distributions } from './distributions';
import { ORGANISATION_ROWS } from './organisations';
import { participationFiles } from './participation';
import type { DemoConsultation, DemoEvent, Proceeding } from './proceeding';
import { programmeFiles } from './programme';
import { tasks } from './schedule';
import type { Plant } from './subject';
import { surveyFiles } from './surveys';
import { trainingFiles } from './training';

export type { DemoConsultation } from './proceeding';

/** The records of the demonstration city, and the codes of what was planted among them. */
export interface Demonstration {
  consultations: DemoConsultation[];
  events: DemoEvent[];
  /** The same, each consultation with how it was drawn. */
  proceedings: Proceeding[];
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
  const proceedings = coded.map(({ code, register_no, task, facts, events }, number) => ({
    number,
    task,
    consultation: { code, register_no, ...facts },
    events: events.map((event, i) => ({ code: `${code}-W${i + 1}`, consultation: code, ...event })),
  }));
  return {
    consultations: proceedings.map(({ consultation }) => consultation),
    events: proceedings.flatMap(({ events }) => events),
    proceedings,
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
  const { consultations, events, proceedings } = demonstration();
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
    'reference_distributions.csv': csv(distributions()),
    'organisations.csv': csv(ORGANISATION_ROWS),
    ...participationFiles(proceedings),
    ...surveyFiles(proceedings),
    ...trainingFiles(),
    ...programmeFiles(),
  };
}
