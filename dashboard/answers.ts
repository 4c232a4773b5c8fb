import { useEffect, useState, useSyncExternalStore } from 'react';

/** Something to be asked of the server; questions with the same key share one answer. */
export interface Question<T> {
  key: string;
  ask: () => Promise<T>;
}

/** What is known of a question by now; an entry is never changed, only replaced. */
interface Entry {
  data?: unknown;
  error?: Error;
  at: number;
}

export interface Answer<T> {
  data: T | undefined;
  /** Why there is no answer to this very question. */
  error: Error | undefined;
  /** True while `data` still belongs to the question before this one. */
  isOld: boolean;
  retry: () => void;
}

const FRESH_MS = 60_000;
const KEPT = 100;
const PAUSES_MS = [500, 1500];

const entries = new Map<string, Entry>();
const asking = new Map<string, Promise<unknown>>();
const listeners = new Set<() => void>();

function store(key: string, entry: Entry) {
  entries.delete(key);
  entries.set(key, entry);
  const oldest = entries.keys().next().value;
  if (entries.size > KEPT && oldest !== undefined) entries.delete(oldest);
  listeners.forEach((listener) => listener());
}

/** Only a server that does not answer is asked again; a refusal is an answer. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return ask();
}

/** The answer, from memory where it is fresh; asked for once, however many wait for it. */
export function answer<T>({ key, ask }: Question<T>): Promise<T> {
  const known = entries.get(key);
  if (known && known.error === undefined && Date.now() - known.at < FRESH_MS)
    return Promise.resolve(known.data as T);
  const under = asking.get(key);
  if (under) return under as Promise<T>;
  const asked = patiently(ask)
    .then((data) => {
      store(key, { data, at: Date.now() });
      return data;
    })
    .finally(() => asking.delete(key));
  asking.set(key, asked);
  return asked;
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Asks while a page shows; until a new question is answered, the answer to the last one stays. */
export function useAnswer<T>(question: Question<T>): Answer<T> {
  const { key } = question;
  const entry = useSyncExternalStore(listen, () => entries.get(key));
  const [last, setLast] = useState<Entry | undefined>(entry);
  const [tries, setTries] = useState(0);
  if (entry?.data !== undefined && entry !== last) setLast(entry);

  useEffect(() => {
    answer(question).catch((error: Error) => {
      // What was known before a failure stays in sight.
      store(key, { ...entries.get(key), error, at: Date.now() });
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
