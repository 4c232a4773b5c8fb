import { createContext, use, useRef, useState, type KeyboardEvent } from 'react';

/** Where in its points a reader of a chart is, and how the chart says where the pointer is. */
export interface Place {
  at: number | null;
  go: (at: number | null) => void;
}

export const PlaceContext = createContext<Place>({ at: null, go: () => undefined });

/** The place among the points of the chart around it. */
export const usePlace = (): Place => use(PlaceContext);

/** Of the points of a line the one that the reader is at, by keys or by the pointer; those without a value are passed over. */
export function useChosen<T>(points: T[], isKnown: (point: T) => boolean) {
  const { at, go } = usePlace();
  const known = points.filter(isKnown);
  return {
    chosen: at === null ? undefined : known[at],
    last: known.at(-1),
    onMouseMove: ({ activeTooltipIndex }: { activeTooltipIndex?: unknown }) => {
      const found = activeTooltipIndex == null ? undefined : points[Number(activeTooltipIndex)];
      if (found !== undefined && isKnown(found)) go(known.indexOf(found));
    },
  };
}

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The next place for a key, or null where the key means nothing here. */
export const stepOf = (key: string, at: number, count: number): number | null =>
  STEPS[key]?.(at, count - 1) ?? null;

/** Browsing the points of a chart by keys: it begins at the last one, the latest of a trend. */
export function useBrowsing(count: number) {
  const [at, go] = useState<number | null>(null);
  const [isOn, setOn] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const leave = () => {
    setOn(false);
    go(null);
  };
  return {
    at: at !== null && at < count ? at : null,
    go,
    isOn,
    stage,
    enter: (from: HTMLElement | null) => {
      opener.current = from;
      setOn(true);
      go(count - 1);
      stage.current?.focus();
    },
    leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (!isOn) return;
      if (event.key === 'Escape') {
        event.stopPropagation();
        opener.current?.focus();
        return leave();
      }
      const next = stepOf(event.key, at ?? count - 1, count);
      if (next === null) return;
      event.preventDefault();
      go(next);
    },
  };
}
