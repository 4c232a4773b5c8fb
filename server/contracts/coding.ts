import { OUTCOME, RATIONALE } from './codes-people';
import { Code, Reference, Text } from './field';

/** How a second person, who did not see the first coding, coded the answer to one contribution. */
export class Coding {
  @Reference('contribution', {
    label: { pl: 'Uwaga', en: 'Contribution' },
    required: true,
    within: 'consultation',
  })
  contribution!: string;
  @Reference('consultation', { label: { pl: 'Konsultacje', en: 'Consultation' }, required: true })
  consultation!: string;
  @Text({ label: { pl: 'Koder', en: 'Coder' }, max: 80, required: true }) coder!: string;
  @Code(OUTCOME, { label: { pl: 'Rozstrzygnięcie', en: 'Outcome' } }) outcome!: string | null;
  @Code(RATIONALE, { label: { pl: 'Jakość uzasadnienia', en: 'Quality of the rationale' } })
  rationale_quality!: string | null;
}
