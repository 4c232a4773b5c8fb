import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { batchWords } = await WORDS.batch();

/** The language of the page with the words of what came in. */
export function useBatchSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...batchWords }, formats };
}
