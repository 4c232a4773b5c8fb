import { lazy, Suspense, useRef } from 'react';
import { Waiting } from '../pages/Waiting';
import type { Gantt } from './gantt';
import type { Told } from './speak';
import { useWidth } from './width';

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
