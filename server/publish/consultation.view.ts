import { ApiProperty } from '@nestjs/swagger';
import { GRADES } from '../scores/grade';
import { LabelView, LinksView, MetaView } from './page.view';
import { MethodView, RunView } from './score.view';

const text = (description: string) => ApiProperty({ description, type: String, nullable: true });
const day = (description: string) =>
  ApiProperty({ description, type: String, format: 'date', nullable: true });
const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });
const texts = (description: string) =>
  ApiProperty({ description, type: String, isArray: true, nullable: true });

export const STATUSES = [
  'planned',
  'announced',
  'open',
  'closed',
  'reported',
  'decided',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];
export const STATES = ['happened', 'not_happened', 'not_recorded'] as const;
export type State = (typeof STATES)[number];

/** What the list and the card share. Codes have their words in /api/v1/codebook. Null always means "not recorded". */
export class ConsultationCore {
  @ApiProperty() authority!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ type: LabelView }) title!: LabelView;
  @ApiProperty({
    enum: STATUSES,
    nullable: true,
    description: 'Derived from the days; null where no day is recorded',
  })
  status!: Status | null;
  @text('Code') matter_type!: string | null;
  @text('Code') addressee!: string | null;
  @texts('As in the source') topics!: string[] | null;
  @texts('Codes') forms!: string[] | null;
  @text('Responsible unit') unit_name!: string | null;
  @day('Announced') announced_on!: string | null;
  @day('Opens') opens_on!: string | null;
  @day('Closes (planned)') closes_on!: string | null;
  @day('The later of closes_on and remarks_until once past, unless the source states the day') closed_on!:
    string | null;
  @number('Days from opens_on to closes_on, both counted') days_open!: number | null;
  @number('Contributions as stated by the source') reported_contributions!: number | null;
  @ApiProperty({ enum: STATES }) report!: State;
}

/** One row of the list. Without an index: not closed yet, too little on record, or (`meta.scored` null) not scored yet. */
export class ConsultationItem extends ConsultationCore {
  @number('0 to 100, not rounded; `meta.method` must stand beside it') index!: number | null;
  @ApiProperty({ enum: GRADES, nullable: true, type: String, description: 'After the gates' })
  grade!: string | null;
  @number('The index were every gap 0') low!: number | null;
  @number('The index were every gap 100') high!: number | null;
  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'Codes of the gates raised; null where there is no score',
  })
  gates!: string[] | null;
}

/** One value of a filter with the number of records it would leave. */
export class FacetValue {
  @ApiProperty() value!: string;
  @ApiProperty() count!: number;
}

export class FacetsView {
  @ApiProperty({ type: [FacetValue] }) status!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) matter_type!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) addressee!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) form!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) topic!: FacetValue[];
  @ApiProperty({ type: [FacetValue] }) unit!: FacetValue[];
  @ApiProperty({ type: [FacetValue], description: 'Year of the latest recorded day' }) year!: FacetValue[];
}

export class ConsultationMeta extends MetaView {
  @ApiProperty({ description: 'Records of the authority without any filter' }) all!: number;
  @ApiProperty({ type: FacetsView, description: 'Counts for each filter with the other filters applied' })
  facets!: FacetsView;
  @ApiProperty({ type: MethodView }) method!: MethodView;
  @ApiProperty({
    type: RunView,
    nullable: true,
    description: 'Which results the indices are; null while the present records are being scored',
  })
  scored!: RunView | null;
}

export class ConsultationListView {
  @ApiProperty({ type: [ConsultationItem] }) items!: ConsultationItem[];
  @ApiProperty({ type: ConsultationMeta }) meta!: ConsultationMeta;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}
