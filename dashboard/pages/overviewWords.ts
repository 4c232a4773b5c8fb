import { useSpeech } from '../language';

const isEnglish = document.documentElement.lang === 'en';

// Only the language of this visit is fetched; the page waits for it as it waits for its own script.
const { overviewWords } = isEnglish
  ? await import('../words.overview.en')
  : await import('../words.overview.pl');

/** The language of the page with the words of the quarterly overview. */
export function useOverviewSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...overviewWords }, formats };
}

export type OverviewSpeech = ReturnType<typeof useOverviewSpeech>;
