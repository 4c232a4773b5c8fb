import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answer } from './answers';
import { authoritiesOf, codebookOf } from './api';
import { Speaking } from './language';
import { createPages } from './routes';
import type { Language } from './words';
import './tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/frame-narrow.css';
import './styles/page.css';
import './styles/facts.css';
import './styles/page-narrow.css';
import './styles/table.css';
import './styles/table-narrow.css';
import './styles/controls.css';
import './styles/chosen.css';
import './styles/chart.css';
import './styles/overview.css';
import './styles/overview-tables.css';
import './styles/score.css';
import './styles/frame-tools.css';
import './styles/indicator.css';
import './styles/data.css';
import './styles/print.css';

const language: Language = /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'pl';
document.documentElement.lang = language;

/** Who speaks, and whether it is a demonstration, is known before the first line stands, so that none moves later. */
const LONGEST_MS = 1000;
void answer(codebookOf()).catch(() => undefined);
const [words] = await Promise.all([
  language === 'en' ? import('./words.en').then(({ en }) => en) : import('./words.pl').then(({ pl }) => pl),
  Promise.race([
    answer(authoritiesOf()).catch(() => undefined),
    new Promise((done) => setTimeout(done, LONGEST_MS)),
  ]),
]);

const pages = createPages(language === 'en' ? '/en' : '/');
// A new page speaks first: its heading takes the focus, without moving a restored scroll.
pages.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) document.querySelector('h1')?.focus({ preventScroll: true });
});

createRoot(document.getElementById('busola')!).render(
  <StrictMode>
    <Speaking language={language} words={words}>
      <RouterProvider router={pages} />
    </Speaking>
  </StrictMode>,
);
