import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the score waits for it as it waits for its own script.
const { scoreWords } = await WORDS.score();

/** The language of the page with the words of the score of one consultation. */
export function useScoreSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...scoreWords }, formats };
}

export type ScoreSpeech = ReturnType<typeof useScoreSpeech>;
