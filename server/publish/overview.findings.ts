import { GATES } from '../indicators/gates';
import type { FindingView, OverviewConsultationView } from './overview.view';
import type { WordsView } from './score.view';

/** Consultations named by a finding; the page shows these and how many there are. */
const NAMED = 6;

const UNSCORED = { pl: 'za mało danych, by ocenić', en: 'too little on record for a score' };

/** What the rules say of all consultations of the quarter, also of those that the page does not list. */
export function findingsOf(consultations: OverviewConsultationView[]): FindingView[] {
  const finding = (rule: string, label: WordsView, of: OverviewConsultationView[]): FindingView => ({
    rule,
    label,
    total: of.length,
    consultations: of.slice(0, NAMED).map(({ code, title }) => ({ code, title })),
  });
  return [
    ...GATES.map(({ code, label }) =>
      finding(
        code,
        label,
        consultations.filter(({ gates }) => gates.includes(code)),
      ),
    ),
    finding(
      'no_index',
      UNSCORED,
      consultations.filter(({ index }) => index === null),
    ),
  ].filter(({ total }) => total > 0);
}
