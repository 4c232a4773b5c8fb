import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api';
import { Speaking } from './language';
import { createPages } from './routes';
import type { Language } from './words';
import './tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/table.css';
import './styles/controls.css';
import './styles/chart.css';
import './styles/print.css';

const language: Language = /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'pl';
const words = language === 'en' ? (await import('./words.en')).en : (await import('./words.pl')).pl;
document.documentElement.lang = language;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // A refusal is an answer; only a server that does not answer is asked again.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      retryDelay: 500,
    },
  },
});

const pages = createPages(language === 'en' ? '/en' : '/');
// A new page speaks first: its heading takes the focus, without moving a restored scroll.
pages.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
});

createRoot(document.getElementById('busola')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Speaking language={language} words={words}>
        <RouterProvider router={pages} />
      </Speaking>
    </QueryClientProvider>
  </StrictMode>,
);
