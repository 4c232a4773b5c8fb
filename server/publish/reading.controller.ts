import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { rowNumber } from '../access/row-number';
import { AuthorityService } from './authority.service';
import { AuthorityListView } from './authority.view';
import { BatchService } from './batch.service';
import { BatchListView, ReceiptView } from './batch.view';
import { CardService } from './card.service';
import { ConsultationCard } from './card.view';
import { CODEBOOK } from './codebook';
import { CodebookView } from './codebook.view';
import { ConsultationFilter } from './consultation.filter';
import { ConsultationService } from './consultation.service';
import { ConsultationListView } from './consultation.view';
import { OneAuthority } from './one-authority.filter';
import { dayInWarsaw } from './today';

/** Everything that may be read without signing in. */
@ApiTags('reading')
@Controller()
export class ReadingController {
  constructor(
    private readonly authorities: AuthorityService,
    private readonly consultations: ConsultationService,
    private readonly cards: CardService,
    private readonly batches: BatchService,
  ) {}

  @Get('authorities')
  @ApiOperation({ summary: 'Authorities that have consultations on record' })
  @ApiOkResponse({ type: AuthorityListView })
  async authorityList(@Req() { url }: FastifyRequest): Promise<AuthorityListView> {
    const items = await this.authorities.list();
    return {
      items,
      meta: { total: items.length, snapshot: null, as_of: dayInWarsaw() },
      links: { self: url, next: null },
    };
  }

  @Get('codebook')
  @ApiOperation({ summary: 'Record types, fields and codes with their words in Polish and English' })
  @ApiOkResponse({ type: CodebookView })
  codebook(): CodebookView {
    return CODEBOOK;
  }

  @Get('consultations')
  @ApiOperation({ summary: 'Consultations of one authority, filtered and counted' })
  @ApiOkResponse({ type: ConsultationListView })
  list(@Query() filter: ConsultationFilter, @Req() { url }: FastifyRequest): Promise<ConsultationListView> {
    return this.consultations.list(filter, url);
  }

  @Get('consultations/:code')
  @ApiOperation({ summary: 'One consultation: facts, events, the law, provenance' })
  @ApiOkResponse({ type: ConsultationCard })
  card(
    @Param('code') code: string,
    @Query() { authority }: OneAuthority,
    @Req() { url }: FastifyRequest,
  ): Promise<ConsultationCard> {
    return this.cards.card(code, authority, url);
  }

  @Get('batches')
  @ApiOperation({ summary: 'Files that came in, the latest first' })
  @ApiOkResponse({ type: BatchListView })
  batchList(@Query() { authority }: OneAuthority, @Req() { url }: FastifyRequest): Promise<BatchListView> {
    return this.batches.list(authority, url);
  }

  @Get('batches/:id')
  @ApiOperation({ summary: 'One file with its receipt; cells are shown to whoever may bring such files in' })
  @ApiOkResponse({ type: ReceiptView })
  receipt(@Param('id') id: string, @Req() request: FastifyRequest): Promise<ReceiptView> {
    return this.batches.receipt(rowNumber(id), request.caller);
  }
}
