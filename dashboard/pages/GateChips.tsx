import type { GateView } from '../../server/publish/score.view';
import { useSpeech } from '../language';

/** The gates that are raised: a red border and their words. */
export function GateChips({ gates }: { gates: GateView[] }) {
  const { formats } = useSpeech();
  return (
    <>
      {gates.map(({ code, label }) => (
        <span key={code} className="chip gate">
          {code} {label[formats.language]}
        </span>
      ))}
    </>
  );
}
