import { useSpeech } from '../language';
import { spoken } from '../spoken';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { accessWords } = await (spoken === 'en' ? import('../words.access.en') : import('../words.access.pl'));

/** The language of the page with the words of signing in and of accounts. */
export const useAccessSpeech = () => ({ ...useSpeech(), own: accessWords });
