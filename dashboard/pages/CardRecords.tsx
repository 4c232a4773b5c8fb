import type { ConsultationCard } from '../../server/publish/card.view';
import { Events } from './Events';
import { NotRecorded } from './NotRecorded';
import { Provenance } from './Provenance';

/** The records under a card: its events, what nobody recorded, and the lines of files. */
export default function CardRecords({ card }: { card: ConsultationCard }) {
  return (
    <>
      <Events card={card} />
      <NotRecorded card={card} />
      <Provenance card={card} />
    </>
  );
}
