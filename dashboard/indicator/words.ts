import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { indicatorWords } = await WORDS.indicator();

/** The language of the page with the words of the indicators. */
export const useIndicatorSpeech = () => ({ ...useSpeech(), own: indicatorWords });
