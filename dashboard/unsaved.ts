import { useBlocker } from '@tanstack/react-router';

/** An address of the pages: where a step leads from and to. */
export interface Place {
  pathname: string;
  search: object;
}

/**
 * Asks before a page with something unsaved is left, by a link or by closing it.
 * @param leaves whether a step leaves it; every one unless told
 */
export function useUnsaved(
  isUnsaved: boolean,
  question: string,
  leaves: (from: Place, to: Place) => boolean = () => true,
) {
  useBlocker({
    shouldBlockFn: ({ current, next }) => leaves(current, next) && !window.confirm(question),
    enableBeforeUnload: isUnsaved,
    disabled: !isUnsaved,
  });
}
