import { useAccessSpeech } from '../access/words';
import { spoken } from '../spoken';

const { codingWords } = await (spoken === 'en' ? import('../words.coding.en') : import('../words.coding.pl'));

/** The language of the page with the words of the coding desk. */
export const useCodingSpeech = () => ({ ...useAccessSpeech(), coding: codingWords });
