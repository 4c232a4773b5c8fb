import { councilOpinions } from './council';
import { codingsOf } from './codings';
import { type ContributionRow, inboxOf } from './contributions';
import { csv } from './csv';
import { type ParticipantRow, participantsOf } from './participants';
import type { Proceeding } from './proceeding';

/** Who took part, what they said, what they were answered, and who looked at the answers again. */
export function participation(proceedings: Proceeding[]) {
  const contributions: ContributionRow[] = [];
  const participants: ParticipantRow[] = [];
  for (const proceeding of proceedings) {
    const inbox = inboxOf(proceeding);
    contributions.push(...inbox.rows);
    participants.push(...participantsOf(proceeding, inbox));
  }
  return {
    contributions,
    participants,
    codings: codingsOf(contributions),
    opinions: councilOpinions(proceedings),
  };
}

/** The same as files. */
export function participationFiles(proceedings: Proceeding[]): Record<string, string> {
  const { contributions, participants, codings, opinions } = participation(proceedings);
  return {
    'contributions.csv': csv(contributions),
    'participants.csv': csv(participants),
    'codings.csv': csv(codings),
    'council_opinions.csv': csv(opinions),
  };
}
