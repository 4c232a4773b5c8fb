import { hidden, type PersonalKind } from '../contracts/personal';
import type { Mapping } from './mapping';

/**
 * A column of personal data. One that is left out is as if the file did not have it; of one that is keyed only the keys
 * made from its cells are stored.
 */
export interface PersonalColumn {
  column: string;
  kind: PersonalKind;
  fate: 'left_out' | 'kept' | 'keyed';
}

/** Whether a column of personal data is left out. */
export const isLeftOut = (personal: PersonalColumn[], name: string): boolean =>
  personal.some(({ column, fate }) => column === name && fate === 'left_out');

const LONGEST_NAME = 200;

/** Columns of a file that are not taken in, as the receipt names them: of no field, or of personal data. */
export const droppedColumns = ({ sources, survey, personal }: Mapping, header: string[]): string[] =>
  header
    .filter((name) =>
      survey
        ? survey.dropped.includes(name) || isLeftOut(personal, name)
        : !sources.some(({ column }) => column === name),
    )
    // Postgres takes no NUL, and a key of a JSON record may hold one
    .map((name) => hidden(name.replaceAll('\0', '').slice(0, LONGEST_NAME)));
