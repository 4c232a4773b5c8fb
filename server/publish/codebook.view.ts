import { ApiProperty } from '@nestjs/swagger';

class WordsView {
  @ApiProperty() pl!: string;
  @ApiProperty() en!: string;
}

export class CodeView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
}

/** One field of a record type: what may stand in it and what it is called. */
export class FieldView {
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'text, url, day, integer, decimal, code, codes, texts or reference' })
  kind!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty() required!: boolean;
  @ApiProperty({ type: [CodeView], nullable: true }) codes!: CodeView[] | null;
}

export class RecordTypeView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: [FieldView] }) fields!: FieldView[];
}

/** Everything that is stored, with its words; pages take their labels from here. */
export class CodebookView {
  @ApiProperty({ type: [RecordTypeView] }) types!: RecordTypeView[];
  @ApiProperty({ type: [CodeView], description: 'Codes of the derived status' }) statuses!: CodeView[];
  @ApiProperty({ type: [CodeView], description: 'happened, not_happened, not_recorded' }) states!: CodeView[];
}
