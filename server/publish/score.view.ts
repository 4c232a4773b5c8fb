import { ApiProperty } from '@nestjs/swagger';
import { STATUS } from '../indicators/indicator';
import { RELATED } from '../indicators/related';
import { GRADES } from '../scores/grade';

const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });
const text = (description: string) => ApiProperty({ description, type: String, nullable: true });

/** Words in both languages. */
export class WordsView {
  @ApiProperty() pl!: string;
  @ApiProperty() en!: string;
}

/** By which method, on which state of the records and as of which day a result was made. */
export class RunView {
  @ApiProperty({ description: 'Version of the method' }) method!: string;
  @ApiProperty({ description: 'Number of the state of the records' }) snapshot!: number;
  @ApiProperty({ format: 'date', description: 'The day that counts as today' }) as_of!: string;
}

/** What must stand wherever an index is shown. */
export class MethodView extends WordsView {
  @ApiProperty() version!: string;
}

export const INTERVAL_KINDS = ['none', 'process', 'sampling', 'chance_band', 'model'] as const;

/** The interval of a value, with what it is of; ends in the unit of the measure. */
export class IntervalView {
  @ApiProperty({
    enum: INTERVAL_KINDS,
    description:
      'none: a fact; process: as if the office went on so, 95 %; sampling: a drawn sample, 95 %; chance_band: what chance alone makes of so many, 5 to 95 %; model: answers that nobody drew have no margin of error',
  })
  kind!: (typeof INTERVAL_KINDS)[number];
  @number('Lower end; null where there is none') low!: number | null;
  @number('Upper end; null where there is none') high!: number | null;
}

/** An index with what surrounds it. The numbers are not rounded. */
export class IndexView {
  @number('0 to 100, geometric across dimensions; null where too little is known') index!: number | null;
  @number('Its arithmetic variant') arithmetic!: number | null;
  @number('The index were every gap 0') low!: number | null;
  @number('The index were every gap 100') high!: number | null;
  @ApiProperty({ enum: GRADES, nullable: true, type: String }) grade!: string | null;
  @ApiProperty({ description: 'Dimensions that have a score' }) dimensions_observed!: number;
  @ApiProperty({ description: 'Dimensions of which something is expected' }) dimensions_expected!: number;
}

export class GateView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ description: 'The best grade that is left' }) cap!: string;
}

export class DimensionScoreView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @number('0 to 100; null where less than two thirds of the weight or fewer than two indicators are known')
  score!: number | null;
  @ApiProperty({ description: 'Share of the expected weight that is known' }) coverage!: number;
  @ApiProperty({ description: 'Indicators that are expected' }) expected!: number;
  @ApiProperty({ description: 'Indicators that are known' }) observed!: number;
  @number('The score were every gap 0') low!: number | null;
  @number('The score were every gap 100') high!: number | null;
  @number('Points that it takes away from 100, exactly; null where it has no part in the index')
  points!: number | null;
  @number('The same as one decimal: 100 and all of them sum to the index shown with one decimal')
  shown!: number | null;
}

/** A recorded fact that an indicator reads. */
export class FactView {
  @ApiProperty({ description: 'Field of the consultation, or the name of other records of it' })
  field!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @text('As stored, of other records their number; null where nothing is recorded') value!: string | null;
  @ApiProperty({ description: 'Whether it stands for other records than the consultation itself' })
  related!: boolean;
}

const SOURCE_TYPES = [
  'consultation',
  ...Object.values(RELATED).map(({ type }) => type),
  'legal_rule',
  'coding',
  'register_complete',
];

/** A row of a file that a value comes from, or several of one file. */
export class SourceView {
  @ApiProperty({
    enum: SOURCE_TYPES,
    description: 'register_complete: the word of a file that a register of a year is complete',
  })
  type!: string;
  @text(
    'Code of the record; of a register its name and year; null where several rows of a file stand together',
  )
  record!: string | null;
  @ApiProperty({ description: 'How many rows of the file' }) records!: number;
  @ApiProperty({
    type: WordsView,
    nullable: true,
    description: 'What it is, where it is not a row of the consultation',
  })
  about!: WordsView | null;
  @ApiProperty() batch!: number;
  @ApiProperty() file!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Physical line, from 1, of the first of them; null where the file as a whole says it',
  })
  line!: number | null;
}

export class IndicatorScoreView {
  @ApiProperty() code!: string;
  @ApiProperty() dimension!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) unit!: WordsView;
  @ApiProperty({ description: '0: shown, not aggregated' }) weight!: number;
  @ApiProperty({ enum: Object.keys(STATUS) }) status!: string;
  @number('Cases it stands on, also where they are too few') n!: number | null;
  @ApiProperty({ description: 'Fewest cases for a value' }) min_n!: number;
  @ApiProperty({ type: WordsView, nullable: true, description: 'What is to be said beside it' })
  remark!: WordsView | null;
  @ApiProperty({ type: IntervalView }) interval!: IntervalView;
  @number('The measure, in its unit') x!: number | null;
  @number('0 to 100') score!: number | null;
  @number('Points that it takes away from 100') points!: number | null;
  @number('The same as one decimal') shown!: number | null;
  @ApiProperty({ type: WordsView, description: 'When there is no value' }) missing!: WordsView;
  @ApiProperty({ type: [FactView] }) facts!: FactView[];
  @ApiProperty({ type: [SourceView] }) sources!: SourceView[];
}

/** What is told of a consultation beside its scores; it has no part in them. */
export class DiagnosticView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) unit!: WordsView;
  @ApiProperty({ type: WordsView }) meaning!: WordsView;
  @ApiProperty({ enum: Object.keys(STATUS) }) status!: string;
  @number('Cases it stands on, also where they are too few') n!: number | null;
  @ApiProperty({ description: 'Fewest cases for a value' }) min_n!: number;
  @ApiProperty({ type: WordsView, nullable: true, description: 'What is to be said beside it' })
  remark!: WordsView | null;
  @number('The measure, in its unit') x!: number | null;
  @ApiProperty({ type: WordsView, description: 'When there is no value' }) missing!: WordsView;
  @ApiProperty({ type: [FactView] }) facts!: FactView[];
  @ApiProperty({ type: [SourceView] }) sources!: SourceView[];
}

/** The score of a consultation, explained down to the rows it comes from. */
export class ScoreView extends IndexView {
  @ApiProperty() authority!: string;
  @ApiProperty() consultation!: string;
  @ApiProperty({ format: 'date' }) closed_on!: string;
  @ApiProperty({ description: 'YYYY-Qn, of its end' }) quarter!: string;
  @ApiProperty({ type: MethodView }) method!: MethodView;
  @ApiProperty({ type: IntervalView, description: 'Of the index, where a drawn sample stands behind it' })
  interval!: IntervalView;
  @ApiProperty({ type: WordsView, nullable: true, description: 'Why there is no index' })
  reason!: WordsView | null;
  @ApiProperty({ type: [GateView] }) gates!: GateView[];
  @ApiProperty({ type: [DimensionScoreView] }) dimensions!: DimensionScoreView[];
  @ApiProperty({ type: [IndicatorScoreView] }) indicators!: IndicatorScoreView[];
  @ApiProperty({ type: [DiagnosticView], description: 'Shown beside, without effect on the score' })
  diagnostics!: DiagnosticView[];
  @ApiProperty({ type: RunView }) meta!: RunView;
}
