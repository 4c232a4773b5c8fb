import { YES_NO } from './codes';
import { OPINION } from './codes-people';
import { Code, Day, Reference, Text } from './field';
import { Keeps } from './row-rule';

/** The opinion of the council of NGOs (RDPP) on a draft: when it got the draft, when it answered, what it said. */
@Keeps({
  constraint: 'council_opinion_after_delivery',
  rule: 'end_before_start',
  column: 'opinion_on',
  columns: ['delivered_on', 'opinion_on'],
  sql: 'opinion_on >= delivered_on',
})
export class CouncilOpinion {
  @Text({ label: { pl: 'Identyfikator opinii', en: 'Opinion code' }, max: 80, key: true }) code!: string;
  @Reference('consultation', { label: { pl: 'Konsultacje', en: 'Consultation' }, required: true })
  consultation!: string;
  @Day({ label: { pl: 'Doręczono projekt', en: 'Draft delivered' } }) delivered_on!: string | null;
  @Day({ label: { pl: 'Opinia z dnia', en: 'Opinion given' } }) opinion_on!: string | null;
  @Code(OPINION, { label: { pl: 'Opinia', en: 'Opinion' } }) result!: string | null;
  @Code(YES_NO, {
    label: { pl: 'Dołączono do uchwały', en: 'Attached to the act' },
    unrecorded: 'not_recorded',
  })
  attached!: string | null;
}
