import { ApiProperty } from '@nestjs/swagger';
import { LabelView, LinksView, MetaView } from './page.view';

const text = (description: string) => ApiProperty({ description, type: String, nullable: true });
const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });
const day = (description: string) =>
  ApiProperty({ description, type: String, format: 'date', nullable: true });

/** Whether a sampling error may be stated at all: only people who were drawn, or everyone, have one. */
export const INTERVAL_KINDS = ['sampling', 'none'] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];
/** Why a survey, or one estimate, has no interval. */
export const INTERVAL_REASONS = [
  'not_random',
  'design_unknown',
  'no_clusters',
  'design_incomplete',
  'one_unit_in_stratum',
] as const;
export type IntervalReason = (typeof INTERVAL_REASONS)[number];
/** Why a number or a table is not shown. */
export const HIDDEN_REASONS = ['too_few', 'suppressed', 'no_answers', 'own_words'] as const;
export type HiddenReason = (typeof HIDDEN_REASONS)[number];
export const RATE_REASONS = ['not_random', 'design_unknown', 'no_invited', 'invited_below_n'] as const;
export const ALPHA_REASONS = ['reversed_unknown', 'too_few', 'no_variance'] as const;
/** By what answers may be broken down. */
export const BREAKDOWNS = ['sex', 'age_band', 'district'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** An estimate with its sampling error; the error is null where `interval_kind` is `none` or the reason says why. */
export class EstimateView {
  @ApiProperty() estimate!: number;
  @number('Standard error, linearised with strata, units and the finite population correction') se!:
    number | null;
  @number('Lower end of the 95 % interval') low!: number | null;
  @number('Upper end of the 95 % interval') high!: number | null;
}

export class ConsultationNameView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: LabelView }) title!: LabelView;
}

export class SurveyListItem {
  @ApiProperty() authority!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: LabelView }) title!: LabelView;
  @ApiProperty({ type: ConsultationNameView, nullable: true }) consultation!: ConsultationNameView | null;
  @text('Code') kind!: string | null;
  @number('Wave of a survey that is repeated') wave!: number | null;
  @text('Code: how people were found') design!: string | null;
  @ApiProperty({ description: 'Responses' }) n!: number;
  @number('People who were asked') invited!: number | null;
  @day('First day') opens_on!: string | null;
  @day('Last day') closes_on!: string | null;
  @day('Day of the first response') answered_from!: string | null;
  @day('Day of the last response') answered_to!: string | null;
  @ApiProperty({ enum: INTERVAL_KINDS }) interval_kind!: IntervalKind;
}

export class SurveyListView {
  @ApiProperty({ type: [SurveyListItem] }) items!: SurveyListItem[];
  @ApiProperty({ type: MetaView }) meta!: MetaView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}

/** How many of those asked gave no answer, by kind. */
export class NonResponseView {
  @ApiProperty() skipped!: number;
  @ApiProperty() not_applicable!: number;
  @ApiProperty() dont_know!: number;
  @ApiProperty() unreadable!: number;
}

/** One answer and how many gave it. `count` is of people, `share` is weighted, 0 to 1. */
export class AnswerView {
  @number('Code of the answer; null for options of a multiple choice and for what is put together') value!:
    number | null;
  @text('The answer in words, as the survey has it') label!: string | null;
  @ApiProperty({ description: 'Answers that fewer than five people gave, put together' }) rare!: boolean;
  @ApiProperty() count!: number;
  @ApiProperty({ type: EstimateView }) share!: EstimateView;
}

/** `small`: groups of fewer than ten, put together; `unknown`: of whom the attribute is not known, their number only. */
export const GROUP_KINDS = ['group', 'small', 'unknown'] as const;

/** A group of people in a breakdown, with its answers on the same columns as every other group. */
export class GroupView {
  @ApiProperty({ enum: GROUP_KINDS }) kind!: (typeof GROUP_KINDS)[number];
  @text('Code of the group; null for the small and the unknown') code!: string | null;
  @ApiProperty({ type: LabelView, nullable: true }) label!: LabelView | null;
  @ApiProperty({ description: 'Answers in the group' }) n!: number;
  @ApiProperty({ type: EstimateView, nullable: true }) mean!: EstimateView | null;
  @ApiProperty({ description: 'Whether the group is large enough (30) to be held against another' })
  comparable!: boolean;
  @ApiProperty({ type: [Number], description: 'People by column' }) counts!: number[];
  @ApiProperty({ type: [Number], description: 'Weighted shares by column, 0 to 1' }) shares!: number[];
}

export class BreakdownView {
  @ApiProperty({ enum: BREAKDOWNS }) by!: Breakdown;
  @ApiProperty({ enum: HIDDEN_REASONS, nullable: true, type: String, description: 'Null where it is shown' })
  hidden!: HiddenReason | null;
  @ApiProperty({
    enum: ['answers', 'sides'],
    nullable: true,
    type: String,
    description:
      'Columns: each answer, or, where a cell would be below five, the lower, middle and upper ones',
  })
  columns!: 'answers' | 'sides' | null;
  @ApiProperty({ type: [GroupView] }) groups!: GroupView[];
}

/** The same item in another wave. */
export class WavePointView {
  @ApiProperty() survey!: string;
  @ApiProperty() wave!: number;
  @number('Weighted mean; null with fewer than ten answers') mean!: number | null;
  @ApiProperty() n!: number;
  @ApiProperty({ description: 'Wording, scale or answers differ from the wave before' }) break!: boolean;
}

/** One question: what was asked, of whom, and what they answered. */
export class SurveyItemView {
  @ApiProperty() code!: string;
  @ApiProperty() position!: number;
  @ApiProperty({ type: LabelView, description: 'The question as it was asked' }) text!: LabelView;
  @ApiProperty({ description: 'Code' }) scale!: string;
  @number('Lowest answer of the scale') lowest!: number | null;
  @number('Highest answer of the scale') highest!: number | null;
  @text('What it measures') construct!: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Asked the other way round; null: not recorded',
  })
  reversed!: boolean | null;
  @number('Base: people to whom it was put; null for own words') base!: number | null;
  @number('People who answered') n!: number | null;
  @ApiProperty({ type: NonResponseView, nullable: true }) missing!: NonResponseView | null;
  @ApiProperty({ type: EstimateView, nullable: true, description: 'Weighted mean, on the scale as asked' })
  mean!: EstimateView | null;
  @number('Mean without weights') unweighted_mean!: number | null;
  @number('Kish: answers of equal weight that would say as much') n_eff!: number | null;
  @number('Kish: what unequal weights cost, n / n_eff') deff_w!: number | null;
  @ApiProperty({
    enum: HIDDEN_REASONS,
    nullable: true,
    type: String,
    description: 'Why there are no figures',
  })
  hidden!: HiddenReason | null;
  @ApiProperty({ type: [AnswerView], description: 'Empty for numbers, own words and where hidden' })
  answers!: AnswerView[];
  @ApiProperty({
    type: BreakdownView,
    nullable: true,
    description: 'Null without `by`, and for other scales',
  })
  breakdown!: BreakdownView | null;
  @ApiProperty({ type: [WavePointView], description: 'All waves, this one too; empty where there is one' })
  waves!: WavePointView[];
}

/** How far the items of one construct measure one thing. */
export class ScaleReliabilityView {
  @ApiProperty({ description: 'As Q_FAIR' }) stem!: string;
  @ApiProperty({ type: [String] }) items!: string[];
  @ApiProperty({ description: 'People who answered all of them' }) n!: number;
  @number('Cronbach’s alpha with reversed items turned round') alpha!: number | null;
  @number('The same with every item as it was asked') alpha_as_asked!: number | null;
  @ApiProperty({ enum: ALPHA_REASONS, nullable: true, type: String, description: 'Why alpha is null' })
  reason!: (typeof ALPHA_REASONS)[number] | null;
  @ApiProperty({
    type: [String],
    description: 'Items that run against the others and of which nobody has said whether they are reversed',
  })
  doubtful!: string[];
}

/** What the intervals rest on. */
export class SamplingView {
  @ApiProperty() strata!: number;
  @ApiProperty({ description: 'Primary sampling units' }) units!: number;
  @ApiProperty({ description: 'Degrees of freedom: units less strata' }) df!: number;
  @ApiProperty({ description: 'Whether sizes of the population made the error smaller' }) fpc!: boolean;
}

export class SurveyView extends SurveyListItem {
  @ApiProperty({ enum: INTERVAL_REASONS, nullable: true, type: String })
  interval_reason!: IntervalReason | null;
  @ApiProperty({ type: SamplingView, nullable: true }) sampling!: SamplingView | null;
  @number('Responses of those invited, 0 to 1') response_rate!: number | null;
  @ApiProperty({ enum: RATE_REASONS, nullable: true, type: String }) response_rate_reason!:
    (typeof RATE_REASONS)[number] | null;
  @ApiProperty({ description: 'Whether responses carry weights that differ' }) weighted!: boolean;
  @number('Kish: responses of equal weight that would say as much') n_eff!: number | null;
  @number('Kish: what unequal weights cost') deff_w!: number | null;
  @ApiProperty({ type: [String], description: 'What answers may be broken down by' })
  breakdowns!: Breakdown[];
  @ApiProperty({ type: [SurveyItemView] }) items!: SurveyItemView[];
  @ApiProperty({ type: [ScaleReliabilityView] }) scales!: ScaleReliabilityView[];
  @ApiProperty({ type: MetaView }) meta!: MetaView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}
