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
  @ApiProperty({
    description: 'text, url, day, integer, decimal, code, codes, texts, reference or pseudonym',
  })
  kind!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty() required!: boolean;
  @ApiProperty({ type: [CodeView], nullable: true }) codes!: CodeView[] | null;
  @ApiProperty({
    oneOf: [{ type: 'number' }, { type: 'string' }],
    nullable: true,
    description: 'Smallest number, earliest day',
  })
  min!: number | string | null;
  @ApiProperty({
    oneOf: [{ type: 'number' }, { type: 'string' }],
    nullable: true,
    description: 'Largest number, latest day, characters of a text',
  })
  max!: number | string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code that says that nothing is recorded' })
  unrecorded!: string | null;
  @ApiProperty({ description: 'For those who work on the records only' }) restricted!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Record type whose code stands here' })
  of!: string | null;
}

export class RecordTypeView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: [FieldView] }) fields!: FieldView[];
  @ApiProperty({ type: String, isArray: true, description: 'Fields that make a record itself' })
  identity!: string[];
  @ApiProperty({ type: String, nullable: true, description: 'Record type to whose records its fields add' })
  adds_to!: string | null;
}

/** Everything that is stored, with its words; pages take their labels from here. */
export class CodebookView {
  @ApiProperty({ type: [RecordTypeView] }) types!: RecordTypeView[];
  @ApiProperty({ type: [CodeView], description: 'Codes of the derived status' }) statuses!: CodeView[];
  @ApiProperty({ type: [CodeView], description: 'happened, not_happened, not_recorded' }) states!: CodeView[];
}
