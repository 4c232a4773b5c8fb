import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import type { SessionView } from '../../server/access/session.view';
import { giveUp, goOn, hasEnded, listen } from './ended';
import { SignInForm } from './SignInForm';
import { useAccessSpeech } from './words';

/** Asks to sign in again over a page whose session ended; the page stays as it is, with all that was typed. */
export function EndedSession({ session: { person, sign_in } }: { session: SessionView }) {
  const { own } = useAccessSpeech();
  const id = useId();
  const isOpen = useSyncExternalStore(listen, hasEnded);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      className="ask"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={() => hasEnded() && giveUp()}
    >
      <h2 id={`${id}-title`}>{own.ended.title}</h2>
      <p id={`${id}-text`}>{sign_in === 'oidc' ? own.ended.city : own.ended.text}</p>
      {isOpen && <SignInForm way={sign_in} login={person?.login ?? null} onSignedIn={goOn} />}
      <p className="btns">
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          {own.ended.later}
        </button>
      </p>
    </dialog>
  );
}
