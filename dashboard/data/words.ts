import { useSpeech } from '../language';

const isEnglish = document.documentElement.lang === 'en';

// Only the language of this visit is fetched; the page waits for it as it waits for its own script.
const { dataWords } = isEnglish ? await import('../words.data.en') : await import('../words.data.pl');

/** The language of the page with the words of the data sets. */
export const useDataSpeech = () => ({ ...useSpeech(), own: dataWords });
