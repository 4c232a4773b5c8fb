import { useAccessSpeech } from '../access/words';
import { spoken } from '../spoken';

const { auditWords } = await (spoken === 'en' ? import('../words.audit.en') : import('../words.audit.pl'));

/** The language of the page with the words of the log. */
export const useAuditSpeech = () => ({ ...useAccessSpeech(), log: auditWords });
