import { useEffect, useRef } from 'react';
import { reasonOf } from '../pages/Waiting';
import { Mark } from '../pages/marks';
import { RefusedCall } from './session';
import { useAccessSpeech } from './words';

/** Why something was not done, in the words of the server; it takes the focus, so that nobody misses it. */
export function Alarm({ error }: { error: Error | null }) {
  const { words, formats, own } = useAccessSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const isTooMany = error instanceof RefusedCall && error.wait !== null;
  const { text, lang } = isTooMany
    ? { text: own.tooMany(error.wait!), lang: undefined }
    : reasonOf(error, formats.language, words);
  return (
    <div className="alarm" role="alert" tabIndex={-1} ref={box} lang={lang}>
      <Mark shape="square" />
      <p>{text}</p>
    </div>
  );
}
