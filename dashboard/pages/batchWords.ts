import { useSpeech } from '../language';

const isEnglish = document.documentElement.lang === 'en';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { batchWords } = isEnglish ? await import('../words.batch.en') : await import('../words.batch.pl');

/** The language of the page with the words of what came in. */
export function useBatchSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...batchWords }, formats };
}
