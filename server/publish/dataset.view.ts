import { ApiProperty } from '@nestjs/swagger';
import { RunView, WordsView } from './score.view';

/** A column of a data set. */
export class ColumnView {
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['text', 'number', 'integer', 'day', 'list'] }) type!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
}

/** One way to take a data set home. */
export class DatasetFileView {
  @ApiProperty({ enum: ['csv', 'excel_csv', 'arrow', 'codebook_csv'] }) format!: string;
  @ApiProperty() href!: string;
  @ApiProperty() file_name!: string;
  @ApiProperty({ description: 'Bytes of the file' }) bytes!: number;
  @ApiProperty({ description: 'Of the file, hexadecimal' }) sha256!: string;
}

export class DatasetView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: WordsView }) label!: WordsView;
  @ApiProperty({ type: WordsView }) about!: WordsView;
  @ApiProperty() rows!: number;
  @ApiProperty({ type: [ColumnView] }) columns!: ColumnView[];
  @ApiProperty({ type: [DatasetFileView] }) files!: DatasetFileView[];
}

/** What can be downloaded of an authority, and how to cite it. */
export class DatasetListView {
  @ApiProperty() authority!: string;
  @ApiProperty({ type: [DatasetView] }) items!: DatasetView[];
  @ApiProperty({ type: WordsView }) citation!: WordsView;
  @ApiProperty() licence!: string;
  @ApiProperty({ type: RunView }) meta!: RunView;
}
