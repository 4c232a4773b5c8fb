/** What a reader does before a drawing further down is wanted, on paper too. */
const STIRS = ['touchstart', 'scroll', 'keydown', 'beforeprint'];

/**
 * Says when a drawing is wanted: at a desk at once; on a touch screen, where the line is slow and dear, once its room
 * is in sight or the reader stirs. The drawing brings a library as large as all the rest of the page.
 * @returns how to stop waiting
 */
export function whenWanted(room: Element, draw: () => void): () => void {
  if (!matchMedia('(hover: none)').matches) {
    draw();
    return () => undefined;
  }
  const waiting = new AbortController();
  const { signal } = waiting;
  const now = () => {
    waiting.abort();
    draw();
  };
  const sight = new IntersectionObserver(
    (seen) => seen.some(({ isIntersecting }) => isIntersecting) && now(),
  );
  signal.addEventListener('abort', () => sight.disconnect());
  sight.observe(room);
  for (const stir of STIRS) addEventListener(stir, now, { signal, capture: true, passive: true });
  matchMedia('print').addEventListener('change', now, { signal });
  return () => waiting.abort();
}
