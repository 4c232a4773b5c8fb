import { ApiProperty } from '@nestjs/swagger';

class SentenceView {
  @ApiProperty() pl!: string;
  @ApiProperty() en!: string;
}

/** One thing found in what was sent, in a sentence. */
export class FoundView {
  @ApiProperty({ description: 'Line of the body, from 1' }) line!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the record' }) record!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Name of the field' }) column!: string | null;
  @ApiProperty({ type: String, nullable: true }) value!: string | null;
  @ApiProperty() rule!: string;
  @ApiProperty({ type: SentenceView }) message!: SentenceView;
}

/** What became of the records that were sent: the receipt of a file. */
export class SavedView {
  @ApiProperty({ type: Number, nullable: true, description: 'Batch number; null: nothing was written' })
  batch!: number | null;
  @ApiProperty({ description: 'Record type' }) type!: string;
  @ApiProperty() authority!: string;
  @ApiProperty() dry_run!: boolean;
  @ApiProperty() rows!: number;
  @ApiProperty({ description: 'new + changed + unchanged' }) accepted!: number;
  @ApiProperty() new!: number;
  @ApiProperty() changed!: number;
  @ApiProperty() unchanged!: number;
  @ApiProperty() rejected!: number;
  @ApiProperty({ type: String, isArray: true }) dropped_columns!: string[];
  @ApiProperty({ type: [FoundView] }) issues!: FoundView[];
  @ApiProperty({ type: [FoundView] }) warnings!: FoundView[];
}

/** An earlier version of a record: how long it stood, and what ended it. */
export class VersionView {
  @ApiProperty() revision!: number;
  @ApiProperty({ description: 'Instant (UTC)' }) valid_from!: string;
  @ApiProperty({ description: 'Instant (UTC)' }) valid_to!: string;
  @ApiProperty({ description: 'Batch that brought it' }) batch!: number;
  @ApiProperty({ description: 'Batch whose arrival or revert ended it' }) ended_by!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why, as the ending batch says' })
  reason!: string | null;
}

type Value = string | number | string[] | null;

/** One stored record, for those who work on it. */
export class RecordView {
  @ApiProperty({ description: 'Record type' }) type!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({
    type: Object,
    additionalProperties: true,
    description: 'By the names of the contract; what makes keys of people is left out',
  })
  fields!: Record<string, Value>;
  @ApiProperty({ type: String, isArray: true, description: 'Fields of which a key of a person is stored' })
  keyed!: string[];
  @ApiProperty({ description: 'Batch that brought what stands now' }) batch!: number;
  @ApiProperty({ description: 'Its file' }) file!: string;
  @ApiProperty({ description: 'Physical line in it' }) line!: number;
  @ApiProperty() revision!: number;
  @ApiProperty({ description: 'Instant (UTC)' }) valid_from!: string;
  @ApiProperty({ type: [VersionView], description: 'The latest first' }) earlier!: VersionView[];
}

/** A record in a list: what makes it itself, and what it is called. */
export class RecordNameView {
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } }) identity!: Record<string, string>;
  @ApiProperty({ type: String, nullable: true }) label!: string | null;
}

export class RecordListView {
  @ApiProperty({ type: [RecordNameView] }) items!: RecordNameView[];
  @ApiProperty({ type: Object, description: 'How many there are, and how many a page shows' })
  meta!: { total: number; page: number; per_page: number };
  @ApiProperty({ type: Object }) links!: { self: string; next: string | null };
}
