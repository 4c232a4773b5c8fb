import type { Label } from '../../../contracts/field';
import { hidden } from '../../../contracts/personal';
import { remarkSentence, type SurveyRemark } from '../../../contracts/rules-survey';

/** One thing said of a column of a proposed survey. */
export interface Remark {
  column: string;
  rule: SurveyRemark;
  message: Label;
}

const LONGEST = 200;

/** @param value what the sentence names; what may tell a person is hidden */
export const remark = (column: string, rule: SurveyRemark, value = '', reason?: Label): Remark => ({
  column,
  rule,
  message: remarkSentence(rule, [...hidden(value)].slice(0, LONGEST).join(''), reason),
});
