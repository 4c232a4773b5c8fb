import { useAccessSpeech } from '../access/words';
import { spoken } from '../spoken';

const { recordWords } = await (spoken === 'en'
  ? import('../words.records.en')
  : import('../words.records.pl'));

/** The language of the page with the words of records and their forms. */
export const useRecordSpeech = () => ({ ...useAccessSpeech(), records: recordWords });
