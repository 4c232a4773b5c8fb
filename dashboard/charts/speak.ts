import type { ConsultationCard } from '../../server/publish/card.view';
import type { Labels } from '../language';
import type { CardSpeech } from '../pages/cardWords';
import { daysLate, daysShort } from '../pages/sentences';
import { dayNumber } from '../words';
import type { Gantt, Row } from './gantt';

/** What is written at a row: its value, the day of the law, and that day in few letters for a phone. */
export interface Told {
  key: Row['key'];
  name: string;
  value: string | null;
  legal: string | null;
  legalShort: string | null;
}

type Teller = (
  row: Row,
  card: ConsultationCard,
  speech: CardSpeech,
  labels: Labels,
) => Omit<Told, 'key' | 'name'>;

const nothing = { value: null, legal: null, legalShort: null };

const TELLERS: Record<Row['key'], Teller> = {
  announcement: (_row, card, { words }) => {
    const { announced_on: from, opens_on: opens } = card;
    const before = from && opens ? dayNumber(opens) - dayNumber(from) : null;
    return { ...nothing, value: from && words.course.announced(from, before) };
  },
  remarks: (row, card, { words }, labels) => {
    const { legal } = card;
    const min = legal?.min_days ?? null;
    const from = legal?.count_from ? labels.code('count_from', legal.count_from, 'legal_rule') : '';
    const told = row.legalDay !== null && min !== null;
    return {
      value: remarksValue(row, card, words),
      legal: told ? words.course.minimum(row.legalDay!, min, from) : null,
      legalShort: told ? words.course.minimumShort(row.legalDay!) : null,
    };
  },
  report: (row, card, { words }) => ({
    value: row.to && words.course.reported(row.to, daysLate(card)),
    legal: row.legalDay && words.course.due(row.legalDay, card.legal?.report_due_days ?? null),
    legalShort: row.legalDay && words.course.dueShort(row.legalDay),
  }),
  decision: (row, _card, { words }) => {
    const published = row.to ? words.course.decisionPublished(row.to) : null;
    return {
      ...nothing,
      value: [row.from && words.course.decided(row.from), published].filter(Boolean).join(', '),
    };
  },
};

function remarksValue(row: Row, card: ConsultationCard, words: CardSpeech['words']): string | null {
  const { opens_on: opens, closes_on: closes } = card;
  if (row.to === null) return opens && words.course.opened(opens);
  if (closes === null || row.to <= closes) return words.course.collected(card.days_open, row.to);
  return `${words.course.collected(card.days_open, closes)}, ${words.course.remarksUntil(row.to)}`;
}

/** The words of every row of the drawing. */
export function tell(gantt: Gantt, card: ConsultationCard, speech: CardSpeech, labels: Labels): Told[] {
  return gantt.rows.map((row) => ({
    key: row.key,
    name: speech.words.course.rows[row.key],
    ...TELLERS[row.key](row, card, speech, labels),
  }));
}

/** The finding of the drawing: the minimum, and the report where its due day is known. */
export function courseHeadline(card: ConsultationCard, { words }: CardSpeech): string {
  const { headline } = words.course;
  const late = daysLate(card);
  const report = late === null ? null : late > 0 ? headline.late(late) : headline.inTime;
  return [minimumHeadline(card, headline), report].filter(Boolean).join('; ');
}

function minimumHeadline(
  card: ConsultationCard,
  headline: CardSpeech['words']['course']['headline'],
): string {
  if (!card.legal) return headline.noRule;
  if (card.legal.min_days === null) return headline.noMinimum;
  if (card.legal.kept === null) return headline.unknown;
  const short = daysShort(card);
  return short === null ? headline.kept : headline.short(short);
}
