import { ApiProperty } from '@nestjs/swagger';
import { LabelView, LinksView, MetaView } from './page.view';

/** One file that came in. */
export class BatchView {
  @ApiProperty({ description: 'Batch number' }) id!: number;
  @ApiProperty() authority!: string;
  @ApiProperty({ description: 'Record type' }) type!: string;
  @ApiProperty({ description: 'File name' }) file!: string;
  @ApiProperty({ description: 'Of the file as it came' }) sha256!: string;
  @ApiProperty({ enum: ['in_force', 'reverted'] }) state!: string;
  @ApiProperty({ description: 'Instant (UTC)' }) taken_in_at!: string;
  @ApiProperty({ description: 'Instant (UTC)', type: String, nullable: true }) reverted_at!: string | null;
  @ApiProperty({ description: 'Data rows = accepted + rejected' }) rows!: number;
  @ApiProperty({ description: 'new + changed + unchanged' }) accepted!: number;
  @ApiProperty() new!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() rejected!: number;
  @ApiProperty({ description: 'Cells of rows that were taken, and columns, worth a warning' })
  warnings!: number;
}

export class BatchListView {
  @ApiProperty({ type: [BatchView] }) items!: BatchView[];
  @ApiProperty({ type: MetaView }) meta!: MetaView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}

/** One thing found in a file, in a sentence. */
export class FindingView {
  @ApiProperty({ description: 'Physical line, from 1' }) line!: number;
  @ApiProperty({ description: 'Code of the record, where it could be read', type: String, nullable: true })
  record!: string | null;
  @ApiProperty({ description: 'Column of the file', type: String, nullable: true }) column!: string | null;
  @ApiProperty({
    description: 'The cell, personal data masked; of a warning of a whole column the kind of data',
    type: String,
    nullable: true,
  })
  value!: string | null;
  @ApiProperty() rule!: string;
  @ApiProperty({ description: 'False: the row was left out' }) accepted!: boolean;
  @ApiProperty({ type: LabelView }) message!: { pl: string; en: string };
}

/** How many findings of one rule a file has. */
export class RuleTotalView {
  @ApiProperty() rule!: string;
  @ApiProperty({ description: 'False: the rows were left out' }) accepted!: boolean;
  @ApiProperty() count!: number;
  @ApiProperty({ description: 'Physical line of the first' }) line!: number;
}

/** A page of what was found in a file. */
export class FindingListView {
  @ApiProperty({ type: [FindingView] }) items!: FindingView[];
  @ApiProperty({ type: MetaView }) meta!: MetaView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}

export class ReceiptView extends BatchView {
  @ApiProperty({ description: 'Why it was brought in; null: not said', type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: Object, additionalProperties: true }) dialect!: Record<string, string | number | null>;
  @ApiProperty({ type: Object, additionalProperties: true, description: 'The mapping file as given' })
  mapping!: Record<string, unknown>;
  @ApiProperty({ type: String, isArray: true }) dropped_columns!: string[];
  @ApiProperty({ description: 'How many findings the batch has; `findings` holds the first 1,000' })
  findings_total!: number;
  @ApiProperty({ type: [RuleTotalView] }) by_rule!: RuleTotalView[];
  @ApiProperty({ type: [FindingView] }) findings!: FindingView[];
}
