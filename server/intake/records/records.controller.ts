import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotThere } from '../../access/refused';
import { RECORD_TYPES, type RecordType } from '../../contracts/record-type';
import type { Receipt } from '../receipt';
import { RecordListView, RecordView, SavedView } from '../record.view';
import { GivenRecords } from './given-records';
import { StoredRecords } from './stored-records';
import { RecordFilter, Taking } from './records.body';

/** Records one by one: sent, read, found. */
@ApiTags('records')
@Controller('records')
export class RecordsController {
  constructor(
    private readonly given: GivenRecords,
    private readonly stored: StoredRecords,
  ) {}

  @Post(':type')
  @ApiOperation({ summary: 'Take records in: 201 with the receipt, 200 where nothing was written' })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      '8–200 printable characters: the same call again within 24 hours is answered, not done again',
  })
  @ApiBody({
    schema: {
      oneOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }],
      description: 'Fields of the type by name. One that is left out stays as it was, null clears it',
    },
  })
  @ApiOkResponse({ type: SavedView })
  async take(
    @Param('type') name: string,
    @Query() given: Taking,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt> {
    const { status, receipt, replayed } = await this.given.take(typeNamed(name).name, given, request);
    void reply.status(status);
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return receipt;
  }

  @Get(':type')
  @ApiOperation({ summary: 'One record with its earlier versions, by the fields that make it itself' })
  @ApiQuery({ name: 'authority', type: String })
  @ApiQuery({
    name: 'identity',
    type: 'object',
    style: 'form',
    explode: true,
    additionalProperties: { type: 'string' },
    description: 'Every field of the identity of the type, for example code, or code and consultation',
  })
  @ApiOkResponse({ type: RecordView })
  one(
    @Param('type') name: string,
    @Query() query: Record<string, unknown>,
    @Req() { caller }: FastifyRequest,
  ): Promise<RecordView> {
    return this.stored.one(typeNamed(name), query, caller);
  }

  @Get(':type/list')
  @ApiOperation({ summary: 'What makes records themselves, and what they are called' })
  @ApiOkResponse({ type: RecordListView })
  list(
    @Param('type') name: string,
    @Query() filter: RecordFilter,
    @Req() { caller, url }: FastifyRequest,
  ): Promise<RecordListView> {
    return this.stored.list(typeNamed(name), filter, { caller, url });
  }
}

/** Throws `NotThere`. */
function typeNamed(name: string): RecordType {
  const type = RECORD_TYPES.find((known) => known.name === name);
  if (type) return type;
  const allowed = RECORD_TYPES.map((known) => known.name).join(', ');
  throw new NotThere(
    `Nie ma rodzaju rekordów „${name}”; są: ${allowed}`,
    `There is no record type “${name}”; there are: ${allowed}`,
  );
}
