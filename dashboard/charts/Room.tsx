import { Suspense, useRef, type ReactNode } from 'react';
import { Waiting } from '../pages/Waiting';
import { useWidth } from './width';

interface Props {
  /** The height that a drawing of this width will have. */
  height: (width: number) => number;
  children: (width: number) => ReactNode;
}

/** Keeps the room of a drawing, and draws once its width is known: what is not in sight fetches nothing. */
export function Room({ height, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <div className="plot" ref={box} style={{ minHeight: height(width) }}>
      {width > 0 && (
        <Suspense fallback={<Waiting rows={5} height={height(width) / 5} />}>{children(width)}</Suspense>
      )}
    </div>
  );
}
