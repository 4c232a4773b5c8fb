import { ApiProperty } from '@nestjs/swagger';
import { STATUS } from '../indicators/indicator';
import { RunView, WordsView } from './score.view';

const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });

/** An indicator of the catalogue. */
export class IndicatorView {
  @ApiProperty() code!: string;
  @ApiProperty() dimension!: string;
  @ApiProperty({ type: WordsView }) dimension_label!: WordsView;
  @ApiProperty({
    enum: ['consultation', 'city'],
    description: 'city: of an authority, over the four rolling quarters that end with a period',
  })
  level!: string;
  @ApiProperty({ description: 'Within its dimension; 0: shown, not aggregated' }) weight!: number;
  @ApiProperty({ type: [Number], description: 'The measures that score 0 and 100' }) goalposts!: [
    number,
    number,
  ];
  @ApiProperty() min_n!: number;
  @ApiProperty({ type: WordsView }) unit!: WordsView;
  @ApiProperty() provisional!: boolean;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) meaning!: WordsView;
  @ApiProperty({ type: WordsView }) formula!: WordsView;
  @ApiProperty({ type: WordsView }) reason!: WordsView;
  @ApiProperty({ type: WordsView }) missing!: WordsView;
  @ApiProperty() source!: string;
  @ApiProperty({ type: [String] }) facts!: string[];
}

/** What is told of every consultation beside its scores: it has no goalposts, and never enters a score. */
export class DiagnosticDefinitionView {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: [true] }) diagnostic!: true;
  @ApiProperty() min_n!: number;
  @ApiProperty({ type: WordsView }) unit!: WordsView;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) meaning!: WordsView;
  @ApiProperty({ type: WordsView }) formula!: WordsView;
  @ApiProperty({ type: WordsView }) missing!: WordsView;
  @ApiProperty() source!: string;
  @ApiProperty({ type: [String] }) facts!: string[];
}

export class IndicatorListView {
  @ApiProperty({ type: [IndicatorView] }) items!: IndicatorView[];
  @ApiProperty({ type: [DiagnosticDefinitionView] }) diagnostics!: DiagnosticDefinitionView[];
  @ApiProperty() meta!: { total: number; snapshot: number | null; as_of: string };
  @ApiProperty() links!: { self: string; next: null };
}

/** An indicator of an authority in the four rolling quarters that end with one. */
export class CityValueView {
  @ApiProperty({ enum: Object.keys(STATUS) }) status!: string;
  @number('How many cases it stands on, also where they are too few') n!: number | null;
  @number('Of a ratio') numerator!: number | null;
  @number('Of a ratio') denominator!: number | null;
}

/** An indicator in a quarter of an authority. */
export class IndicatorPointView {
  @ApiProperty({ description: 'YYYY-Qn' }) quarter!: string;
  @number('Mean of the measure, in its unit') x!: number | null;
  @number('Mean of the scores') score!: number | null;
  @number('Standard error of that mean, as of a process') se!: number | null;
  @number('Were the missing ones 0') low!: number | null;
  @number('Were the missing ones 100') high!: number | null;
  @ApiProperty() consultations!: number;
  @ApiProperty() observed!: number;
  @ApiProperty() missing!: number;
  @ApiProperty() not_due!: number;
  @ApiProperty() provisional!: boolean;
  @ApiProperty({
    type: CityValueView,
    nullable: true,
    description: 'Of an indicator of level city: the value is one, not a mean over consultations',
  })
  city!: CityValueView | null;
}

/** How many consultations have a measure from `from` up to, and but for the last bin without, `to`. */
export class BinView {
  @ApiProperty() from!: number;
  @ApiProperty() to!: number;
  @ApiProperty() consultations!: number;
}

export class IndicatorUnitView {
  @ApiProperty() unit!: string;
  @ApiProperty({ type: WordsView, description: '`en` may be null' }) name!: { pl: string; en: string | null };
  @number('Mean of the measure') x!: number | null;
  @number('Mean of the scores') score!: number | null;
  @ApiProperty() observed!: number;
  @ApiProperty() missing!: number;
  @ApiProperty() consultations!: number;
}

/** A consultation's value, as the table of the page shows it. */
export class IndicatorValueView {
  @ApiProperty() consultation!: string;
  @ApiProperty({ type: WordsView }) title!: { pl: string | null; en: string | null };
  @ApiProperty({ format: 'date' }) closed_on!: string;
  @ApiProperty() status!: string;
  @number('The measure') x!: number | null;
  @number('0 to 100') score!: number | null;
}

/** One indicator whole: definition, trend, distribution, units, values. */
export class IndicatorPageView {
  @ApiProperty() authority!: string;
  @ApiProperty({ type: IndicatorView }) indicator!: IndicatorView;
  @ApiProperty({ type: [IndicatorPointView], description: 'Up to twelve quarters, the oldest first' })
  trend!: IndicatorPointView[];
  @ApiProperty({
    type: [BinView],
    description: 'Measures of all closed consultations in bins of equal width',
  })
  distribution!: BinView[];
  @ApiProperty({ type: [IndicatorUnitView], description: 'Four rolling quarters' })
  units!: IndicatorUnitView[];
  @ApiProperty({ type: [IndicatorValueView], description: 'Up to 200, the latest first' })
  values!: IndicatorValueView[];
  @ApiProperty() values_total!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many of all values have each status',
  })
  statuses!: Record<string, number>;
  @ApiProperty({ type: RunView }) meta!: RunView;
}
