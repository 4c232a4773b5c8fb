import { useAccessSpeech } from '../access/words';
import { useBatchSpeech } from '../pages/batchWords';
import { spoken } from '../spoken';

const isEnglish = spoken === 'en';
const { intakeWords } = await (isEnglish ? import('../words.intake.en') : import('../words.intake.pl'));
const { mappingWords } = await (isEnglish ? import('../words.mapping.en') : import('../words.mapping.pl'));

/** The language of the page with the words of bringing files in. */
export const useIntakeSpeech = () => ({
  ...useAccessSpeech(),
  batch: useBatchSpeech().words.batch,
  intake: { ...intakeWords, ...mappingWords },
});
