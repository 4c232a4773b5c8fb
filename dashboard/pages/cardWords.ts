import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the page waits for it as it waits for its own script.
const { cardWords } = await WORDS.card();

/** The language of the page with the words of the card of one consultation. */
export function useCardSpeech() {
  const { words, formats } = useSpeech();
  return { words: { ...words, ...cardWords }, formats };
}

export type CardSpeech = ReturnType<typeof useCardSpeech>;
