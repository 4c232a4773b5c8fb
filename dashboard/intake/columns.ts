import type { ImportPreview } from '../../server/intake/imports/import.view';

/** Columns that a table shows; a wider file keeps what was proposed for the others. */
export const MOST_COLUMNS = 300;

export type Column = ImportPreview['columns'][number];

const SAMPLES = 3;
const LONGEST = 60;

/** A few values of a column, cut. */
export const samplesOf = ({ distinct }: Column): string =>
  (distinct ?? [])
    .slice(0, SAMPLES)
    .map((text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text))
    .join(' · ');
