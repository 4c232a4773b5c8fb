import { useSpeech } from '../language';

const isEnglish = document.documentElement.lang === 'en';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { indicatorWords } = isEnglish
  ? await import('../words.indicator.en')
  : await import('../words.indicator.pl');

/** The language of the page with the words of the indicators. */
export const useIndicatorSpeech = () => ({ ...useSpeech(), own: indicatorWords });
