import { useRef, useState, type DragEvent } from 'react';
import { Alarm } from '../access/Alarm';
import { addressOf } from '../access/address';
import { bring } from './calls';
import { useIntakeSpeech } from './words';

/** Stopped by whoever sent it: nothing to say about it. */
class Stopped extends Error {}

/** A place to drop a file or to choose one; leads on to its page once it has arrived. */
export function DropZone() {
  const { intake } = useIntakeSpeech();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { send, stop, share, error } = useSending();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Alarm error={error} />
      <p className="strong">{intake.drop}</p>
      <p className="hint">{intake.dropHint}</p>
      <input
        ref={input}
        type="file"
        className="vh"
        aria-label={intake.choose}
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.pb"
        onChange={(event) => {
          send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {share === null ? (
        <p className="btns">
          <button type="button" className="btn pri" onClick={() => input.current?.click()}>
            {intake.choose}
          </button>
        </p>
      ) : (
        <Sending share={share} stop={stop} />
      )}
    </div>
  );
}

function Sending({ share, stop }: { share: number; stop: () => void }) {
  const { intake } = useIntakeSpeech();
  return (
    <div className="btns">
      <progress value={share} aria-label={intake.title} />
      <output>{intake.sending(Math.floor(share * 100))}</output>
      <button type="button" className="btn small" onClick={stop}>
        {intake.stopSending}
      </button>
    </div>
  );
}

function useSending() {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const abort = useRef<AbortController | null>(null);
  const send = (file: File | undefined) => {
    if (!file || share !== null) return;
    setError(null);
    setShare(0);
    abort.current = new AbortController();
    bring(file, setShare, abort.current.signal)
      .then(({ id }) => location.assign(`${addressOf('wczytaj')}?plik=${id}`))
      .catch((failure: Error) => {
        setShare(null);
        if (!(failure instanceof Stopped)) setError(failure);
      });
  };
  return { send, stop: () => abort.current?.abort(new Stopped()), share, error };
}
