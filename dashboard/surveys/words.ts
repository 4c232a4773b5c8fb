import { useSpeech } from '../language';
import { spoken } from '../spoken';

// Only the language of this visit is fetched; the pages wait for it as they wait for their own script.
const { surveyWords } = await (spoken === 'en' ? import('../words.survey.en') : import('../words.survey.pl'));

/** The language of the page with the words of surveys. */
export const useSurveySpeech = () => ({ ...useSpeech(), own: surveyWords });
export type Own = typeof surveyWords;
