/** What is planted on purpose, so that every page and figure has something true to show. */
export type Plant =
  | 'short_window'
  | 'decided_before_end'
  | 'overdue_report'
  | 'cancelled'
  | 'extended'
  | 'closed_early'
  | 'campaign'
  | 'moved_in_time'
  | 'moved_late'
  | 'form_called_off'
  | 'too_little_recorded'
  | 'council_election';

interface Options {
  /** 0 is the last quarter of 2023; without it the consultations of a unit are spread evenly. */
  quarter?: number;
  /** The last day lies within so many days of the quarter; anywhere in it where not told. */
  within?: number;
  plant?: Plant;
  addressee?: string;
  /** Concerns the whole city where true, one district or a few otherwise. */
  city?: boolean;
}

/** What a consultation is about. */
export interface Subject extends Options {
  unit: string;
  matter: string;
  topics: string[];
  pl: string;
  en: string;
}

type Line = [pl: string, en: string, options?: Options];

/** Subjects of one unit and one kind of matter. */
export const subjects = (unit: string, matter: string, topics: string[], lines: Line[]): Subject[] =>
  lines.map(([pl, en, options]) => ({ unit, matter, topics, pl, en, ...options }));
