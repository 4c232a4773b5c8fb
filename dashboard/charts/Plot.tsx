import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Waiting } from '../pages/Waiting';
import type { Gantt } from './gantt';
import type { Told } from './speak';

const GanttChart = lazy(() => import('./GanttChart'));

/** Keeps the room of the drawing, and hands it its width in steps so that it is not redrawn for every pixel. */
export function Plot({ gantt, told, id }: { gantt: Gantt; told: Told[]; id: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div className="plot" ref={box} style={{ minHeight: gantt.rows.length * 54 + 26 }}>
      {width > 0 && (
        <Suspense fallback={<Waiting rows={gantt.rows.length} height={54} />}>
          <GanttChart
            gantt={gantt}
            told={told}
            width={width}
            labelledBy={`${id}-headline`}
            describedBy={`${id}-words`}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Printable width of an A4 page with the margins of the print style. */
const PAPER = 688;

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [screen, setScreen] = useState(0);
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor((entry?.contentRect.width ?? 0) / 8) * 8;
      if (now > 0) setScreen(now);
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
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
