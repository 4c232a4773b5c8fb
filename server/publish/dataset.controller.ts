import { createReadStream } from 'node:fs';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatasetService } from './dataset.service';
import { DatasetListView } from './dataset.view';
import { has } from './etag';
import { OneAuthority } from './one-authority.filter';

/** Tables to take home. */
@ApiTags('datasets')
@Controller('datasets')
export class DatasetController {
  constructor(private readonly datasets: DatasetService) {}

  @Get()
  @ApiOperation({ summary: 'Data sets of an authority with their files, columns and citation' })
  @ApiOkResponse({ type: DatasetListView })
  list(@Query() { authority }: OneAuthority): Promise<DatasetListView> {
    return this.datasets.list(authority);
  }

  @Get(':file')
  @ApiOperation({
    summary: 'A file: NAME.csv (RFC 4180), NAME.pl.csv (Excel), NAME.arrow, NAME.codebook.csv',
  })
  async file(
    @Param('file') file: string,
    @Query() { authority }: OneAuthority,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ready = await this.datasets.file(file, authority);
    const tag = `W/"${ready.sha256.slice(0, 27)}"`;
    void reply.header('ETag', tag).header('Cache-Control', 'no-cache');
    if (has(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    void reply
      .header('Content-Type', ready.type)
      .header('Content-Length', ready.bytes)
      .header(
        'Content-Disposition',
        `attachment; filename="${ready.name.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(ready.name)}`,
      )
      .send(createReadStream(ready.path));
  }
}
