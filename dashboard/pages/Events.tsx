import type { ConsultationCard, EventView } from '../../server/publish/card.view';
import { useLabels, useSpeech } from '../language';
import { useCardSpeech } from './cardWords';
import { Cell } from './ConsultationTable';

const DAYS = ['announced_on', 'planned_on', 'held_on', 'cancelled_on'] as const;
const COLUMNS = ['kind', ...DAYS, 'place', 'attendance'] as const;

/** How people could take part, and the occasions that are recorded. */
export function Events({ card }: { card: ConsultationCard }) {
  const { words, formats } = useCardSpeech();
  const labels = useLabels();
  const forms = card.forms?.map((form) => labels.code('forms', form)) ?? [];
  return (
    <section>
      <div className="sec">
        <h2>{words.events.title}</h2>
        {card.events.length > 0 && <p>{words.events.count(card.events.length)}</p>}
      </div>
      <p className="text">
        {forms.length > 0 ? `${words.events.forms}: ${formats.list(forms)}.` : words.events.noForms}{' '}
        {card.events.length === 0 && words.events.none}
      </p>
      {card.events.length > 0 && <EventTable events={card.events} />}
    </section>
  );
}

function EventTable({ events }: { events: EventView[] }) {
  const { words } = useCardSpeech();
  const labels = useLabels();
  return (
    <table className="tbl cards events">
      <caption>{words.events.caption}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={name === 'attendance' ? 'r' : undefined}>
              {labels.field(name, 'consultation_event')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <EventRow key={event.code} event={event} />
        ))}
      </tbody>
    </table>
  );
}

function EventRow({ event }: { event: EventView }) {
  const { formats } = useSpeech();
  const labels = useLabels();
  const name = (field: string) => labels.field(field, 'consultation_event');
  const day = (iso: string | null) => iso && formats.day(iso);
  return (
    <tr>
      <th scope="row">
        {labels.code('kind', event.kind, 'consultation_event')}
        <small>{event.code}</small>
      </th>
      {DAYS.map((field) => (
        <Cell key={field} label={name(field)} text={day(event[field])} />
      ))}
      <Cell label={name('place')} text={event.place} className="full" />
      <Cell
        label={name('attendance')}
        text={event.attendance === null ? null : formats.number(event.attendance)}
        className="r full"
      />
    </tr>
  );
}
