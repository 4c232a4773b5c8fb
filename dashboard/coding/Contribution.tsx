import type { DeskItem } from './drafts';
import { useCodingSpeech } from './words';

/** A contribution as it came, and as it was answered. */
export function Contribution({ item, place, total }: { item: DeskItem; place: number; total: number }) {
  const { coding, formats } = useCodingSpeech();
  const facts = [
    item.received_on && coding.received(formats.day(item.received_on)),
    item.drawn && coding.isDrawn,
  ].filter(Boolean);
  return (
    <section className="desk-text">
      <h2>
        <output>{coding.position(place, total, item.code)}</output>
      </h2>
      {facts.length > 0 && <p className="hint">{facts.join(', ')}</p>}
      <h3 className="minor">{coding.text}</h3>
      <p className={item.text ? 'said' : 'said none'}>{item.text ?? coding.noText}</p>
      <h3 className="minor">{coding.answer}</h3>
      <p className={item.rationale ? 'said' : 'said none'}>{item.rationale ?? coding.noAnswer}</p>
    </section>
  );
}
