import type { Language } from './words';

/** The language of this visit, as its address says. */
export const spoken: Language = /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'pl';

const isEnglish = spoken === 'en';

/** The words of each part of the product; only those of the language of this visit are fetched. */
export const WORDS = {
  every: () =>
    isEnglish ? import('./words.en').then(({ en }) => en) : import('./words.pl').then(({ pl }) => pl),
  overview: () => (isEnglish ? import('./words.overview.en') : import('./words.overview.pl')),
  card: () => (isEnglish ? import('./words.card.en') : import('./words.card.pl')),
  score: () => (isEnglish ? import('./words.score.en') : import('./words.score.pl')),
  indicator: () => (isEnglish ? import('./words.indicator.en') : import('./words.indicator.pl')),
  data: () => (isEnglish ? import('./words.data.en') : import('./words.data.pl')),
  batch: () => (isEnglish ? import('./words.batch.en') : import('./words.batch.pl')),
};
