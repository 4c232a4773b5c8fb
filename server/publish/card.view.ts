import { ApiProperty } from '@nestjs/swagger';
import { ConsultationCore, STATES, type State } from './consultation.view';

const text = (description: string) => ApiProperty({ description, type: String, nullable: true });
const day = (description: string) =>
  ApiProperty({ description, type: String, format: 'date', nullable: true });
const number = (description: string) => ApiProperty({ description, type: Number, nullable: true });

/** The legal rule that applies, and how the recorded days stand to it. */
export class LegalView {
  @ApiProperty() code!: string;
  @ApiProperty() act!: string;
  @ApiProperty() article!: string;
  @ApiProperty() source_url!: string;
  @ApiProperty({
    enum: ['recorded', 'by_matter'],
    description: 'Named by the record, or found by matter and day',
  })
  basis!: string;
  @number('Shortest time for remarks, in days') min_days!: number | null;
  @text('announcement or opening') count_from!: string | null;
  @day('First day on which the consultation may close by this rule') may_close_on!: string | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether the minimum was kept; null where a day is not recorded',
  })
  kept!: boolean | null;
  @number('Days the law gives for the report') report_due_days!: number | null;
  @day('Day on which the report is due') report_due_on!: string | null;
  @number('Days the law gives the council of NGOs') council_days!: number | null;
}

/** The four things that may have happened; "not_happened" only where the register of that year is declared complete. */
export class StatesView {
  @ApiProperty({ enum: STATES }) plan!: State;
  @ApiProperty({ enum: STATES }) report!: State;
  @ApiProperty({ enum: STATES }) decision!: State;
  @ApiProperty({ enum: STATES }) decision_publication!: State;
}

export class EventView {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Code of the form' }) kind!: string;
  @day('Announced') announced_on!: string | null;
  @day('Planned for') planned_on!: string | null;
  @day('Held on') held_on!: string | null;
  @day('Cancelled') cancelled_on!: string | null;
  @text('Place') place!: string | null;
  @number('How many came') attendance!: number | null;
}

/** Where the record comes from: the file, the physical line, the batch. */
export class ProvenanceView {
  @ApiProperty({ description: 'Batch number' }) batch!: number;
  @ApiProperty() file!: string;
  @ApiProperty({ description: 'Physical line of the file on which the row starts, from 1' }) line!: number;
  @ApiProperty({ description: 'Of the file as it came' }) sha256!: string;
  @ApiProperty({ description: '1 for the first version of the record' }) revision!: number;
  @ApiProperty({ description: 'Instant (UTC) at which this version was taken in' }) taken_in_at!: string;
  @ApiProperty({ type: Boolean, description: 'Whether this is the version in force' }) current!: boolean;
}

export class CardMeta {
  @ApiProperty() as_of!: string;
  @number('Number of the analytical snapshot') snapshot!: number | null;
}

export class CardLinks {
  @ApiProperty() self!: string;
  @text('Address of the source, as the record gives it') source!: string | null;
}

/** One consultation whole. */
export class ConsultationCard extends ConsultationCore {
  @ApiProperty({
    type: Object,
    description: 'Every field of the record under its contract name; null = not recorded',
    additionalProperties: true,
  })
  facts!: Record<string, string | number | string[] | null>;
  @ApiProperty({ type: String, isArray: true, description: 'Names of the fields that are not recorded' })
  not_recorded!: string[];
  @ApiProperty({ type: StatesView }) states!: StatesView;
  @ApiProperty({ type: LegalView, nullable: true, description: 'Null where no known rule applies' })
  legal!: LegalView | null;
  @ApiProperty({ type: [EventView] }) events!: EventView[];
  @ApiProperty({ type: [String], description: 'Codes of the surveys about it that have responses' })
  surveys!: string[];
  @ApiProperty({ type: [ProvenanceView], description: 'The version in force first, then earlier ones' })
  provenance!: ProvenanceView[];
  @ApiProperty({ type: CardMeta }) meta!: CardMeta;
  @ApiProperty({ type: CardLinks }) links!: CardLinks;
}
