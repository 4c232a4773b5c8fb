import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the page waits for it as it waits for its own script.
const { overviewWords } = await WORDS.overview();

/** The language of the page with the words of the quarterly overview. */
export function useOverviewSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...overviewWords }, formats };
}

export type OverviewSpeech = ReturnType<typeof useOverviewSpeech>;
