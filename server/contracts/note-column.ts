import type { Label } from './field';

/** The column that a marked copy of a file gets; a file that comes back with it does not bring it in. */
export const NOTE_COLUMN: Label = { pl: 'Busola: co poprawić', en: 'Busola: what to correct' };

export const isNoteColumn = (column: string): boolean => Object.values(NOTE_COLUMN).includes(column);
