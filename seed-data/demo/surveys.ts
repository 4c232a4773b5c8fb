import { STAR } from './city';
import { csv } from './csv';
import { dayOf, quarterStart } from './days';
import { drawFor, type Proceeding } from './proceeding';
import { QUARTERS } from './schedule';
import { FEEDBACK, feedbackRows } from './feedback';
import { respondent } from './respondent';
import type { Asked, Design } from './sample';

/** All responses together, about. */
const RESPONSES = 12_000;
/** At least so many in a hundred of the consultations of every unit and of every quarter have a survey. */
const ASKED = 36;
/** Those whose people were drawn, by their place among the surveys of residents; all others had an open link. */
const DRAWN = { srs: [4, 23], stratified: [9, 17, 31] };
/** The survey that nearly nobody filled in, by its place. */
const SCARCE = 20;

/** The surveys after the largest consultations of each unit and quarter, in the order of the register. */
export function asked(proceedings: Proceeding[]): Asked[] {
  const chosen = largest(proceedings.filter(({ consultation }) => consultation.report_published_on));
  const all = chosen.reduce((sum, one) => sum + weightOf(one), 0);
  const ofResidents = chosen.filter(({ consultation }) => consultation.addressee === 'residents');
  return chosen.map((proceeding, i) => ({
    proceeding,
    design: designOf(ofResidents.indexOf(proceeding)),
    responses: i === SCARCE ? 8 : Math.round((RESPONSES * weightOf(proceeding)) / all),
  }));
}

function designOf(place: number): Design {
  if (DRAWN.srs.includes(place)) return 'srs';
  return DRAWN.stratified.includes(place) ? 'stratified' : 'open_link';
}

/** The star asks few people, and both times. */
const weightOf = ({ consultation }: Proceeding): number =>
  consultation.unit === STAR ? 12 : Math.min(240, 90 + consultation.reported_contributions!);

function largest(reported: Proceeding[]): Proceeding[] {
  const bySize = [...reported].sort(
    (a, b) =>
      b.consultation.reported_contributions! - a.consultation.reported_contributions! || a.number - b.number,
  );
  const chosen = new Set<Proceeding>();
  const groups = [
    ...new Set(reported.map(({ consultation }) => consultation.unit!)),
    ...Array.from({ length: QUARTERS }, (_, quarter) => quarter),
  ];
  for (const group of groups) {
    const own = bySize.filter((one) => isIn(one, group));
    const wanted = group === STAR ? own.length : Math.ceil((own.length * ASKED) / 100);
    const missing = wanted - own.filter((one) => chosen.has(one)).length;
    for (const one of own.filter((other) => !chosen.has(other)).slice(0, Math.max(0, missing)))
      chosen.add(one);
  }
  return reported.filter((one) => chosen.has(one));
}

/** Whether a consultation is of this unit, or ended in this quarter. */
function isIn({ consultation }: Proceeding, group: string | number): boolean {
  if (typeof group === 'string') return consultation.unit === group;
  const closed = dayOf(consultation.closed_on!);
  return closed >= quarterStart(group) && closed < quarterStart(group + 1);
}

/** One wide file a survey, in a folder of its design: `surveys/<design>/<consultation>.csv`. */
export function surveyFiles(proceedings: Proceeding[]): Record<string, string> {
  const files = asked(proceedings).map((survey) => [
    `surveys/${survey.design}/${survey.proceeding.consultation.code}.csv`,
    csv(rowsOf(survey)),
  ]);
  const feedback = FEEDBACK.map((event) => [`surveys/event/${event.code}.csv`, csv(feedbackRows(event))]);
  return Object.fromEntries([...files, ...feedback]) as Record<string, string>;
}

function rowsOf(survey: Asked): object[] {
  const draw = drawFor(survey.proceeding, 19);
  return Array.from({ length: survey.responses }, (_, i) => ({
    id: i + 1,
    ...respondent(survey, draw, i),
  }));
}
