import { useEffect, useState, useSyncExternalStore } from 'react';
import { answer, keep, known, listen, type Entry, type Question } from './questions';

export interface Answer<T> {
  data: T | undefined;
  /** Why there is no answer to this very question. */
  error: Error | undefined;
  /** True while `data` still belongs to the question before this one. */
  isOld: boolean;
  retry: () => void;
}

/** Asks while a page shows; until a new question is answered, the answer to the last one stays. */
export function useAnswer<T>(question: Question<T>): Answer<T> {
  const { key } = question;
  const entry = useSyncExternalStore(listen, () => known(key));
  const [last, setLast] = useState<Entry | undefined>(entry);
  const [tries, setTries] = useState(0);
  if (entry?.data !== undefined && entry !== last) setLast(entry);

  useEffect(() => {
    answer(question).catch((error: Error) => {
      // What was known before a failure stays in sight.
      keep(key, { ...known(key), error, at: Date.now() });
    });
    // The key says all there is to say about a question.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, tries]);

  const own = entry?.data !== undefined;
  return {
    data: (own ? entry : last)?.data as T | undefined,
    error: own ? undefined : entry?.error,
    isOld: !own && last !== undefined,
    retry: () => setTries((now) => now + 1),
  };
}
