import { UNFAIR } from './city';
import { dayOf, lastWorkingDay, workingDay, written, writtenIf } from './days';
import { KNOWN_UNTIL } from './outcome';
import { type DemoConsultation, drawFor, type Proceeding } from './proceeding';
import type { Draw } from './random';

/** Days that the act leaves the council of NGOs. */
const COUNCIL_DAYS = 14;

/** The opinions that are due: delivered in time, too late to wait for, or never asked for. */
export const councilOpinions = (proceedings: Proceeding[]) =>
  proceedings.filter(({ consultation }) => consultation.council_due === 'yes').flatMap(opinionOf);

function opinionOf(proceeding: Proceeding) {
  const { consultation, task } = proceeding;
  const draw = drawFor(proceeding, 17);
  const unfair = consultation.unit === UNFAIR;
  if (unfair && draw.chance(0.5)) return [];
  const late = unfair || !draw.chance(task.reformed ? 0.95 : 0.35 + 0.6 * task.care);
  const { delivered, given } = daysOf(consultation, late, draw);
  return [
    {
      code: `RDPP-${consultation.code}`,
      consultation: consultation.code,
      delivered_on: written(delivered),
      opinion_on: writtenIf(given),
      result: given === null ? 'none' : draw.pick(RESULTS),
      attached: given !== null && !late && draw.chance(0.7 + 0.3 * task.care) ? 'yes' : 'no',
    },
  ];
}

const RESULTS = ['positive', 'with_remarks', 'with_remarks', 'negative'];

/** Late is too late for the days that the act leaves before the decision. */
function daysOf({ decision_on, opens_on }: DemoConsultation, late: boolean, draw: Draw) {
  const delivered = lastWorkingDay(
    late && decision_on ? dayOf(decision_on) - draw.from(2, 9) : dayOf(opens_on!) + draw.from(1, 6),
  );
  const answer = workingDay(delivered + draw.from(8, late ? 24 : COUNCIL_DAYS));
  return { delivered, given: answer <= KNOWN_UNTIL && draw.chance(0.85) ? answer : null };
}
