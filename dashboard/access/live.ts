import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './session';

export interface Live<T> {
  data: T | undefined;
  error: Error | undefined;
  /** Asks again; what was known stays until the answer is there. */
  reload: () => Promise<void>;
}

interface State<T> {
  of: string;
  data?: T;
  error?: Error;
}

/** What the API says to the person of this page, never kept for the next one. */
export function useLive<T>(address: string): Live<T> {
  const [state, setState] = useState<State<T>>({ of: address });
  const latest = useRef(address);
  const reload = useCallback(
    () =>
      call('GET', address)
        .then((response) => response.json())
        .then((data: T) => setState((now) => (latest.current === address ? { of: address, data } : now)))
        .catch((error: Error) =>
          setState((now) => (latest.current === address ? { ...kept(now, address), error } : now)),
        ),
    [address],
  );
  useEffect(() => {
    latest.current = address;
    void reload();
  }, [address, reload]);
  const own = kept(state, address);
  return { data: own.data, error: own.error, reload };
}

const kept = <T>(state: State<T>, address: string): State<T> =>
  state.of === address ? state : { of: address };
