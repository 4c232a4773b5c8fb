import { lazy, Suspense, useRef } from 'react';
import { Waiting } from '../pages/Waiting';
import type { TrendPoint } from './trend';
import { useWidth } from './width';

const TrendChart = lazy(() => import('./TrendChart'));

const HEIGHT = { wide: 300, narrow: 240 };
const NARROW_BELOW = 480;

/** Keeps the room of the trend, and draws it once its width is known and the library has come. */
export function TrendPlot({ points, id }: { points: TrendPoint[]; id: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const height = width < NARROW_BELOW ? HEIGHT.narrow : HEIGHT.wide;
  return (
    <div className="plot" ref={box} style={{ minHeight: height }}>
      {width > 0 && (
        <Suspense fallback={<Waiting rows={5} height={height / 5} />}>
          <TrendChart
            points={points}
            width={width}
            height={height}
            labelledBy={`${id}-headline`}
            describedBy={`${id}-words`}
          />
        </Suspense>
      )}
    </div>
  );
}
