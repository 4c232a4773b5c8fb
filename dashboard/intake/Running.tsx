import type { ImportView } from '../../server/intake/imports/import.view';
import { cancel } from './calls';
import { useIntakeSpeech } from './words';

/** How far a run is, and the way to break it off. */
export function Running({ file, reload }: { file: ImportView; reload: () => Promise<void> }) {
  const { intake } = useIntakeSpeech();
  const stage = intake.stages[file.stage ?? 'waiting'] ?? '';
  const seen = file.rows ?? 0;
  return (
    <section className="told" aria-label={stage}>
      <output>{intake.running(stage, seen)}</output>
      {file.interruptions > 0 && <p>{intake.interrupted(file.interruptions)}</p>}
      <p className="btns">
        <progress aria-label={stage} />
        <button type="button" className="btn small" onClick={() => void cancel(file.id).then(reload)}>
          {intake.cancel}
        </button>
      </p>
    </section>
  );
}
