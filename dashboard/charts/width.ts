import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { whenWanted } from './wanted';

/** Printable width of an A4 page with the margins of the print style. */
const PAPER = 688;

/** The width of a box in steps of eight pixels, so that a drawing is not made anew for every pixel; on paper that of the page. */
export function useWidth(box: RefObject<HTMLElement | null>): number {
  const [screen, setScreen] = useState(0);
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor((entry?.contentRect.width ?? 0) / 8) * 8;
      if (now > 0) setScreen(now);
    });
    const forget = box.current && whenWanted(box.current, () => box.current && watch.observe(box.current));
    return () => {
      forget?.();
      watch.disconnect();
    };
  }, [box]);
  useEffect(() => {
    const before = () => flushSync(() => setOnPaper(true));
    const after = () => setOnPaper(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return onPaper ? PAPER : screen;
}
