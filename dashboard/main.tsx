import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Speaking } from './language';
import { createPages } from './routes';
import { spoken, WORDS } from './spoken';

/** How long the first line waits for what comes with it: who speaks and what of, so that none moves later. */
const LONGEST_MS = 1000;

/** Shows the pages, the first one whole where all it needs comes soon. */
export async function show(ready: Promise<void>): Promise<void> {
  const pages = createPages(spoken === 'en' ? '/en' : '/');
  // A new page speaks first: its heading takes the focus, without moving a restored scroll.
  pages.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
  });
  const [words] = await Promise.all([
    WORDS.every(),
    Promise.race([ready.then(() => pages.load()), new Promise((done) => setTimeout(done, LONGEST_MS))]),
  ]);
  // drawn in slices: a slow phone answers a touch meanwhile
  startTransition(() =>
    createRoot(document.getElementById('busola')!).render(
      <StrictMode>
        <Speaking language={spoken} words={words}>
          <RouterProvider router={pages} />
        </Speaking>
      </StrictMode>,
    ),
  );
}
