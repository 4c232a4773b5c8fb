import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rowNumber } from '../access/row-number';
import { MOST_SHOWN } from '../intake/receipt';
import { FindingListView } from './batch.view';
import { FindingFileFilter, FindingFilter } from './finding.filter';
import { FindingService } from './finding.service';

/** Everything that was found in a file, however much it is. */
@ApiTags('reading')
@Controller('batches')
export class FindingController {
  constructor(private readonly findings: FindingService) {}

  @Get(':id/findings')
  @ApiOperation({ summary: 'What was found in one file, page by page; cells as in its receipt' })
  @ApiOkResponse({ type: FindingListView })
  list(
    @Param('id') id: string,
    @Query() { from = 0, limit = MOST_SHOWN }: FindingFilter,
    @Req() { url, caller }: FastifyRequest,
  ): Promise<FindingListView> {
    return this.findings.list(rowNumber(id), { from, limit }, caller, url);
  }

  @Get(':id/findings.csv')
  @ApiOperation({ summary: 'All that was found in one file, as CSV; cells as in its receipt' })
  async csv(
    @Param('id') id: string,
    @Query() { excel }: FindingFileFilter,
    @Req() { caller }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const number = rowNumber(id);
    const lines = await this.findings.csv(number, caller, excel === 'yes');
    void reply
      .header('Content-Type', 'text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="findings-${number}.csv"`)
      .send(Readable.from(lines));
  }
}
