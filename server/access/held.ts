import type { EntityManager } from 'typeorm';
import { PersonRow } from '../store/access.entities';

/**
 * The row of a person, held until the transaction ends: who closes, erases or changes the account meanwhile waits. Taken
 * before any other row of theirs, so that no two wait for each other.
 */
export const held = (manager: EntityManager, id: number): Promise<PersonRow> =>
  manager.findOneOrFail(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
