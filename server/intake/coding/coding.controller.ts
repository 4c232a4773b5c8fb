import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from '../../access/refused';
import { CodingView, SecondCodingView } from '../coding.view';
import type { Receipt } from '../receipt';
import { SavedView } from '../record.view';
import { GivenRecords } from '../records/given-records';
import { OfAuthority } from '../records/records.body';
import { CodingFilter, SecondCodes } from './coding.body';
import { CodingService } from './coding.service';

/** The coding desk. First codes are saved as fields of contributions, by `POST records/contribution`. */
@ApiTags('records')
@Controller('coding')
export class CodingController {
  constructor(
    private readonly coding: CodingService,
    private readonly given: GivenRecords,
  ) {}

  @Get(':consultation')
  @ApiOperation({ summary: 'Contributions of one consultation with their codes and the agreement of coders' })
  @ApiOkResponse({ type: CodingView })
  first(
    @Param('consultation') consultation: string,
    @Query() filter: CodingFilter,
    @Req() { caller }: FastifyRequest,
  ): Promise<CodingView> {
    return this.coding.first(consultation, filter, caller);
  }

  @Get(':consultation/second')
  @ApiOperation({ summary: 'The drawn contributions for a second coder, without the codes of the first' })
  @ApiOkResponse({ type: SecondCodingView })
  second(
    @Param('consultation') consultation: string,
    @Query() { authority }: OfAuthority,
    @Req() { caller }: FastifyRequest,
  ): Promise<SecondCodingView> {
    return this.coding.second(consultation, authority, caller);
  }

  @Post(':consultation/second')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Codes of a second coder, for contributions that are drawn and not theirs already',
  })
  @ApiOkResponse({ type: SavedView })
  async save(
    @Param('consultation') consultation: string,
    @Query() { authority }: OfAuthority,
    @Body() { codings }: SecondCodes,
    @Req() { caller }: FastifyRequest,
  ): Promise<Receipt> {
    const { items, coder } = await this.coding.second(consultation, authority, caller);
    const drawn = new Set(items.map(({ code }) => code));
    const strange = codings.find(({ contribution }) => !drawn.has(contribution))?.contribution;
    if (strange !== undefined) throw notDrawn(strange);
    const records = codings.map((coding) => ({ ...coding, consultation, coder }));
    return this.given.store({ type: 'coding', authority, reason: REASON }, records, caller);
  }
}

/** A change of mind is a correction, which has its reason. */
const REASON = 'drugie kodowanie / second coding';

const notDrawn = (code: string) =>
  new NotAllowed(
    `Uwaga „${code}” nie jest wylosowana do drugiego kodowania albo kodujesz ją jako pierwszy`,
    `The contribution “${code}” is not drawn for a second coding, or you are its first coder`,
  );
