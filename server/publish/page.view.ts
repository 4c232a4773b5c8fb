import { ApiProperty } from '@nestjs/swagger';

const nullable = (description: string, type: unknown = String) =>
  ApiProperty({ description, type: type as never, nullable: true });

/** Words in both languages; null where the source has none. */
export class LabelView {
  @nullable('Polish') pl!: string | null;
  @nullable('English') en!: string | null;
}

/** What every list says of itself. */
export class MetaView {
  @ApiProperty({ description: 'Records that match, not only those of this page' }) total!: number;
  @nullable(
    'Number of the analytical snapshot; null where the answer comes from the records themselves',
    Number,
  )
  snapshot!: number | null;
  @ApiProperty({ description: 'The day on which "today" stands, YYYY-MM-DD (Europe/Warsaw)' }) as_of!: string;
}

export class LinksView {
  @ApiProperty() self!: string;
  @nullable('Address of the next page; null on the last') next!: string | null;
}
