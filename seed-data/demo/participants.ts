import type { Inbox } from './contributions';
import { drawFor, type Proceeding } from './proceeding';
import { sizeOf } from './sizes';
import { type Voice, voicesOf } from './voices';

/** One row of the lists of who came, and of who signed what others wrote. */
export type ParticipantRow = ReturnType<typeof rowOf>;

/** Of those who came, so many in a hundred are on the list: with what was left there (`LEAVE`) never more than came. */
const LISTED = 55;

/** Those who wrote nothing: at the meetings as far as there was room, the others signed along with somebody. */
export function participantsOf(proceeding: Proceeding, { senders }: Inbox): ParticipantRow[] {
  const draw = drawFor(proceeding, 13);
  const wrote = new Set(senders);
  const missing = sizeOf(proceeding).people - wrote.size;
  const voices = voicesOf(proceeding, draw, missing + wrote.size)
    .filter(({ person }) => !wrote.has(person!))
    .slice(0, missing);
  const seats = proceeding.events.flatMap(({ code, attendance }) =>
    Array.from({ length: Math.floor(((attendance ?? 0) * LISTED) / 100) }, () => code),
  );
  return voices.map((voice, i) => rowOf(proceeding, voice, { number: i + 1, event: seats[i] ?? null }));
}

const rowOf = (
  { consultation }: Proceeding,
  voice: Voice,
  { number, event }: { number: number; event: string | null },
) => ({ consultation: consultation.code, code: `L${number}`, event, ...voice });
