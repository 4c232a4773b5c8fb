import type { PoolClient } from 'pg';
import type { Caller } from '../../access/caller';
import { NotAllowed } from '../../access/refused';
import { OWN_FIRST_SQL } from './drawn';

/** What a second coder who signed in is called: always the same for one person, and no name. */
export const coderNamed = (person: number): string => `person-${person}`;

const NAMED = '^person-[0-9]+$';

/**
 * Refuses a batch, in its open transaction, of second codes under the name of somebody else who signed in, or of what
 * the person coded first. Throws `NotAllowed` naming the contribution.
 */
export async function requireOwnCodes(
  postgres: PoolClient,
  { identity: { person } }: Caller,
  { authorityId, batchId }: { authorityId: number; batchId: number },
): Promise<void> {
  const own = person === null ? null : coderNamed(person);
  const { rows } = await postgres.query<{ coder: string; contribution: string; consultation: string }>(
    `SELECT coder, contribution, consultation FROM coding WHERE batch_id = $1 AND coder ~ $2 ORDER BY id`,
    [batchId, NAMED],
  );
  const foreign = rows.find(({ coder }) => coder !== own);
  if (foreign) throw ofAnotherCoder(foreign);
  for (const consultation of new Set(rows.map((row) => row.consultation))) {
    const { rows: first } = await postgres.query<{ code: string }>(OWN_FIRST_SQL, [
      authorityId,
      consultation,
      person,
    ]);
    const mine = new Set(first.map(({ code }) => code));
    const twice = rows.find((row) => row.consultation === consultation && mine.has(row.contribution));
    if (twice) throw codedByThemselves(twice.contribution);
  }
}

const ofAnotherCoder = ({ coder, contribution }: { coder: string; contribution: string }) =>
  new NotAllowed(
    `Uwaga „${contribution}”: kod „${coder}” nadaje strona kodowania osobie, która się zalogowała; kodować może pod nim tylko ona`,
    `Contribution “${contribution}”: the coding desk gives the code “${coder}” to a person who signed in; only they can code under it`,
  );

const codedByThemselves = (contribution: string) =>
  new NotAllowed(
    `Uwagę „${contribution}” kodujesz jako pierwszy; drugi raz koduje ją ktoś inny`,
    `You are the first coder of the contribution “${contribution}”; somebody else codes it a second time`,
  );
