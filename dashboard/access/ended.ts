/** A session that ended while a page was open: the page waits until its person signed in again, or did not want to. */
interface Waiting {
  promise: Promise<void>;
  done: () => void;
  dismissed: () => void;
}

let waiting: Waiting | null = null;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export const hasEnded = (): boolean => waiting !== null;

export const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Asks to sign in again, once for however many calls wait for it. Rejects where nobody did. */
export function signedInAgain(): Promise<void> {
  if (!waiting) {
    let done = () => {};
    let dismissed = () => {};
    const promise = new Promise<void>((resolve, reject) => {
      done = resolve;
      dismissed = () => reject(new Error('Nobody signed in'));
    });
    waiting = { promise, done, dismissed };
    tell();
  }
  return waiting.promise;
}

function close(act: 'done' | 'dismissed') {
  const was = waiting;
  waiting = null;
  was?.[act]();
  tell();
}

export const goOn = () => close('done');
export const giveUp = () => close('dismissed');
