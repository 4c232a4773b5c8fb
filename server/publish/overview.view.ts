import { ApiProperty } from '@nestjs/swagger';
import { GateView, IndexView, MethodView, RunView, WordsView } from './score.view';

const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });

/** The index of an authority or a unit in a quarter or four rolling ones. */
export class PeriodIndexView extends IndexView {
  @ApiProperty({ description: 'YYYY-Qn; of four rolling quarters the last' }) quarter!: string;
  @ApiProperty({ description: 'Closed in the period; below 3 there is no index' }) consultations!: number;
  @ApiProperty({ description: 'At most 120 days since its end' }) provisional!: boolean;
}

export class OverviewDimensionView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @number('0 to 100') score!: number | null;
  @number('Share of the expected weight that is known') coverage!: number | null;
  @number('Were every gap 0') low!: number | null;
  @number('Were every gap 100') high!: number | null;
  @ApiProperty({ type: [Number], description: 'Scores of the quarters of `trend`, null where there is none' })
  trend!: (number | null)[];
}

/**
 * An indicator over the consultations of a period: the typical consultation, each counted once. One of level city is of the
 * authority over the four rolling quarters that end with it: one value, so 1 observed, missing or not due, or none.
 */
export class OverviewIndicatorView {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['consultation', 'city'] }) level!: string;
  @ApiProperty() dimension!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) unit!: WordsView;
  @ApiProperty() weight!: number;
  @ApiProperty({ description: 'A goalpost is judgement until four quarters of data exist' })
  provisional!: boolean;
  @number('Mean of the measure, in its unit') x!: number | null;
  @number('Mean of the scores, 0 to 100') score!: number | null;
  @number('Standard error of that mean, as of a process; the figures themselves are a full count')
  se!: number | null;
  @number('Pooled over all consultations, for ratios: the typical contribution') pooled!: number | null;
  @ApiProperty({ description: 'Consultations with a value' }) observed!: number;
  @ApiProperty({ description: 'Consultations that should have one' }) missing!: number;
  @ApiProperty({ description: 'Consultations whose term has not come' }) not_due!: number;
  @number('The mean score were the missing ones 0') low!: number | null;
  @number('The mean score were the missing ones 100') high!: number | null;
  @ApiProperty({ type: [Number], description: 'Mean scores of the quarters of `trend`' }) trend!: (
    number | null
  )[];
}

export class OverviewUnitView extends PeriodIndexView {
  @ApiProperty() unit!: string;
  @ApiProperty({ type: WordsView, description: 'As the register of units has it; `en` may be null' }) name!: {
    pl: string;
    en: string | null;
  };
}

/** The index of another quarter, to be read beside that of the page. */
export class ComparedIndexView extends PeriodIndexView {
  @ApiProperty({
    description:
      'Whether a difference may be told: both have at least 5 consultations, and this quarter has ended',
  })
  comparable!: boolean;
}

export class OverviewConsultationView extends IndexView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView, description: 'A language may be null' }) title!: {
    pl: string | null;
    en: string | null;
  };
  @ApiProperty({ type: WordsView, nullable: true, description: '`en` may be null' }) unit!: {
    pl: string;
    en: string | null;
  } | null;
  @ApiProperty({ format: 'date' }) closed_on!: string;
  @number('Days open, both ends counted') days!: number | null;
  @number('As the source states') reported_contributions!: number | null;
  @ApiProperty({ type: [String], description: 'Codes of the gates raised' }) gates!: string[];
}

/** A consultation by its code and its title. */
export class NamedConsultationView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView, description: 'A language may be null' }) title!: {
    pl: string | null;
    en: string | null;
  };
}

/** Something that asks for a decision, found by a rule that is named. */
export class FindingView {
  @ApiProperty({ description: 'Name of the rule' }) rule!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ description: 'How many consultations it speaks of' }) total!: number;
  @ApiProperty({ type: [NamedConsultationView], description: 'The first six of them, the latest first' })
  consultations!: NamedConsultationView[];
}

/** A quarter of an authority on one page. */
export class OverviewView {
  @ApiProperty() authority!: string;
  @ApiProperty({ type: WordsView }) name!: { pl: string; en: string | null };
  @ApiProperty({ type: MethodView }) method!: MethodView;
  @ApiProperty({ type: [String], description: 'Quarters with closed consultations, the latest first' })
  quarters!: string[];
  @ApiProperty({ type: PeriodIndexView }) quarter!: PeriodIndexView;
  @ApiProperty({ type: ComparedIndexView, nullable: true }) previous!: ComparedIndexView | null;
  @ApiProperty({ type: ComparedIndexView, nullable: true }) year_before!: ComparedIndexView | null;
  @ApiProperty({ type: [PeriodIndexView], description: 'Up to twelve quarters that end with this one' })
  trend!: PeriodIndexView[];
  @ApiProperty({ type: [OverviewDimensionView] }) dimensions!: OverviewDimensionView[];
  @ApiProperty({ type: [OverviewIndicatorView] }) indicators!: OverviewIndicatorView[];
  @ApiProperty({
    type: [OverviewUnitView],
    description: 'Four rolling quarters; as many as fit, those with most consultations first',
  })
  units!: OverviewUnitView[];
  @ApiProperty() units_total!: number;
  @ApiProperty({ type: [OverviewConsultationView], description: 'As many as fit, the latest first' })
  consultations!: OverviewConsultationView[];
  @ApiProperty({ description: 'How many closed in the quarter' }) consultations_total!: number;
  @ApiProperty({ type: [GateView] }) gates!: GateView[];
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
  @ApiProperty({ type: RunView }) meta!: RunView;
}
