import { UNFAIR, UNITS } from './city';
import { dayOf } from './days';
import { KNOWN_UNTIL } from './outcome';
import { isPlanted, type Proceeding } from './proceeding';
import type { Proposal } from './proposals';
import type { Draw } from './random';

/** The city's answer to one proposal; days as numbers. */
export interface Reply {
  published: number;
  decided: number;
  quality: number | null;
  signed: string;
  competent: string;
  changed: boolean;
  together: boolean;
}

/** When the answers of one consultation come. */
interface Pace {
  closed: number;
  report: number | null;
  /** Of a hundred: nobody answers; the answer comes after the report. */
  silent: number;
  late: number;
  /** Days from the end to an answer that does not wait for the report; null where all wait. */
  quick: [least: number, most: number] | null;
}

const TAKEN_UP = ['accepted', 'partly'];
const HELP_OF = 'BPS';
/** Days within which a report is due where no rule says otherwise. */
const DUE = 30;

/** Before the reform answers wait for the report; since then they go out one by one, except in the unfair unit. */
function paceOf({ task, consultation }: Proceeding): Pace {
  const care = Math.round(task.care * 100);
  const report = consultation.report_published_on ?? null;
  const open = {
    closed: dayOf(consultation.closed_on!),
    report: report === null ? null : dayOf(report),
  };
  if (consultation.unit === UNFAIR) return { ...open, silent: 42, late: 50, quick: null };
  const swift = Math.max(5, 22 - Math.round(care / 5));
  if (care > 90) return { ...open, silent: 0, late: 0, quick: [3, 10] };
  if (task.reformed) return { ...open, silent: 5, late: 4, quick: [swift - 4, swift + 10] };
  return { ...open, silent: Math.round((100 - care) / 3), late: 14, quick: null };
}

/** The answer to a proposal, or null where none came by the day on which the register stands. */
export function replyTo(proceeding: Proceeding, proposal: Proposal, draw: Draw): Reply | null {
  if (!proposal.valid || !proceeding.consultation.closed_on || isPlanted(proceeding, 'overdue_report'))
    return null;
  const published = publishedOn(paceOf(proceeding), proposal, draw);
  if (published === null || published > KNOWN_UNTIL) return null;
  return { published, decided: published - draw.from(0, 4), ...contentOf(proceeding, proposal, draw) };
}

/** What the report counts as taken up was answered by the day of the report. */
function publishedOn({ closed, report, silent, late, quick }: Pace, { outcome }: Proposal, draw: Draw) {
  const counted = TAKEN_UP.includes(outcome);
  if (report === null) return unreported(closed, quick, draw);
  const missed = draw.below(100);
  if (!counted && missed < silent) return null;
  if (!counted && missed < silent + late) return report + draw.from(4, 40);
  if (quick) return Math.min(report, closed + draw.from(...quick));
  return draw.chance(0.75) ? report : report - draw.below(Math.max(1, Math.floor((report - closed) / 3)));
}

/** Where the report is due and not there, some answers went out before it; where it is not due yet, nobody was told. */
function unreported(closed: number, quick: Pace['quick'], draw: Draw): number | null {
  if (!quick || closed + DUE > KNOWN_UNTIL) return null;
  return draw.chance(0.4) ? closed + 12 + draw.from(...quick) : null;
}

function contentOf({ task, consultation }: Proceeding, { outcome, copies }: Proposal, draw: Draw) {
  const unit = consultation.unit!;
  const own = draw.chance(0.3 + 0.68 * task.care + (task.reformed ? 0.1 : 0));
  const competent =
    outcome === 'passed_on' ? draw.pick(UNITS.filter(({ code }) => code !== unit)).code : unit;
  const helper = competent === HELP_OF ? 'BRE' : HELP_OF;
  return {
    quality: outcome === 'accepted' ? null : qualityOf(task.care, task.reformed, draw),
    competent,
    signed: own ? competent : helper,
    changed: TAKEN_UP.includes(outcome) && consultation.decision_on !== null && draw.chance(0.7),
    together: copies >= 3 || draw.chance(0.3 * (1 - task.care)),
  };
}

/** 0 none, 1 general, 2 substantive, 3 with what it rests on. */
function qualityOf(care: number, reformed: boolean, draw: Draw): number {
  const good = draw.chance(0.28 + 0.68 * care + (reformed ? 0.1 : 0));
  if (good) return draw.chance(0.2 + 0.4 * care) ? 3 : 2;
  return draw.chance(0.65) ? 1 : 0;
}
