import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rowNumber } from '../access/row-number';
import type { Home } from '../store/home';
import { readRequest } from './import-request';
import { IntakeService } from './intake.service';
import { type Preview, wantsPreview } from './preview';
import type { Receipt } from './receipt';
import type { Reverted } from './revert';
import { received } from './upload';

/** The folders of the instance. */
export const HOME = Symbol('home');

/** Bringing files in and taking them back. */
@ApiTags('intake')
@Controller('batches')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    @Inject(HOME) private readonly home: Home,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Take a file in: 201 with the receipt, 200 where nothing was written' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        request: { type: 'string', description: 'JSON: mapping, as, authority, dry_run, …' },
      },
    },
  })
  async import(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Receipt | Preview> {
    const folder = join(this.home.work, `upload-${randomUUID()}`);
    await mkdir(folder, { mode: 0o700 });
    try {
      const { path, name, fields } = await received(request, folder);
      const asked = readRequest(path, name, fields);
      if (wantsPreview(asked)) {
        void reply.status(200);
        return await this.intake.preview(asked);
      }
      const receipt = await this.intake.import(asked, request.caller);
      void reply.status(receipt.batch === null ? 200 : 201);
      return receipt;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  @Post(':id/revert')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo a batch as a whole; its receipt and history stay' })
  revert(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<Reverted> {
    return this.intake.revert(rowNumber(id), caller);
  }
}
