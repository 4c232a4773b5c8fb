import { useSpeech } from '../language';
import { WORDS } from '../spoken';

// Only the language of this visit is fetched; the page waits for it as it waits for its own script.
const { dataWords } = await WORDS.data();

/** The language of the page with the words of the data sets. */
export const useDataSpeech = () => ({ ...useSpeech(), own: dataWords });
