import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** An address of the pages: where a step leads from and to. */
export interface Place {
  pathname: string;
  search: string;
}

const always = () => true;

/**
 * Asks before a page with something unsaved is left, by a link or by closing it.
 * @param leaves whether a step leaves it; every one unless told
 */
export function useUnsaved(
  isUnsaved: boolean,
  question: string,
  leaves: (from: Place, to: Place) => boolean = always,
) {
  // the hook of the router for this would be fetched by every reader
  const { history } = useRouter();
  useEffect(() => {
    if (!isUnsaved) return;
    return history.block({
      blockerFn: ({ currentLocation, nextLocation }) =>
        leaves(currentLocation, nextLocation) && !window.confirm(question),
    });
  }, [history, isUnsaved, question, leaves]);
}
