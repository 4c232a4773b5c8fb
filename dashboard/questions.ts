/** Something to be asked of the server; questions with the same key share one answer. */
export interface Question<T> {
  key: string;
  ask: () => Promise<T>;
}

/** What is known of a question by now; an entry is never changed, only replaced. */
export interface Entry {
  data?: unknown;
  error?: Error;
  at: number;
}

const FRESH_MS = 60_000;
const KEPT = 100;
const PAUSES_MS = [500, 1500];

const entries = new Map<string, Entry>();
const asking = new Map<string, Promise<unknown>>();
const listeners = new Set<() => void>();

export const known = (key: string): Entry | undefined => entries.get(key);

export function keep(key: string, entry: Entry) {
  entries.delete(key);
  entries.set(key, entry);
  const oldest = entries.keys().next().value;
  if (entries.size > KEPT && oldest !== undefined) entries.delete(oldest);
  listeners.forEach((listener) => listener());
}

export const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

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
  const entry = entries.get(key);
  if (entry && entry.error === undefined && Date.now() - entry.at < FRESH_MS)
    return Promise.resolve(entry.data as T);
  const under = asking.get(key);
  if (under) return under as Promise<T>;
  const asked = patiently(ask)
    .then((data) => {
      keep(key, { data, at: Date.now() });
      return data;
    })
    .finally(() => asking.delete(key));
  asking.set(key, asked);
  return asked;
}

/** Asks ahead of the page, which itself says what fails. */
export const askAhead = (question: Question<unknown>): Promise<void> =>
  answer(question).then(
    () => undefined,
    () => undefined,
  );
