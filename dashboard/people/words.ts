import { useAccessSpeech } from '../access/words';
import { spoken } from '../spoken';

const { peopleWords } = await (spoken === 'en' ? import('../words.people.en') : import('../words.people.pl'));

/** The language of the page with the words of people and their roles. */
export const usePeopleSpeech = () => ({ ...useAccessSpeech(), people: peopleWords });
