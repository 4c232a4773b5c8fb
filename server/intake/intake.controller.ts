import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Multipart } from '@fastify/multipart';
import { Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rowNumber } from '../access/row-number';
import { NotReadable, TooLarge } from '../access/refused';
import type { Home } from '../store/home';
import { readRequest } from './import-request';
import { IntakeService } from './intake.service';
import { type Preview, wantsPreview } from './preview';
import type { Receipt } from './receipt';
import type { Reverted } from './revert';

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

/** A file name is a name: what leads to another folder was not made by a file dialogue. */
function plainName(name: string): string {
  if (!/[/\\]|^\.\.?$/.test(name)) return name;
  throw new NotReadable(
    `Nazwa pliku „${name}” jest ścieżką; dozwolona nazwa bez / i \\`,
    `The file name “${name}” is a path; allowed: a name without / and \\`,
  );
}

interface Received {
  path: string;
  name: string;
  fields: string;
}

/** The file and the request of a body. A body that is none is the sender's mistake, which its parser does not say. */
async function received(request: FastifyRequest, folder: string): Promise<Received> {
  if (!request.isMultipart())
    throw new NotReadable(
      'Treść musi być multipart/form-data z częścią „file”',
      'The body must be multipart/form-data with a part named "file"',
    );
  try {
    return await readParts(request, folder);
  } catch (error) {
    // the parser's own errors are bare: neither a code nor a class of their own
    const { code, constructor } = error as Error & { code?: string };
    if (code !== undefined || constructor !== Error) throw error;
    throw new NotReadable(
      'Treści nie da się odczytać jako multipart/form-data',
      'The body cannot be read as multipart/form-data',
    );
  }
}

async function readParts(request: FastifyRequest, folder: string): Promise<Received> {
  let found: { path: string; name: string } | null = null;
  let fields = '{}';
  for await (const part of request.parts({ preservePath: true }) as AsyncIterable<Multipart>) {
    if (part.type === 'field') {
      if (part.fieldname === 'request') fields = String(part.value);
      continue;
    }
    const path = join(folder, 'file');
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated)
      throw new TooLarge(
        'Plik jest większy, niż przyjmuje ta instancja',
        'The file is larger than this instance takes',
      );
    found = { path, name: plainName(part.filename || 'file') };
  }
  if (!found) throw new NotReadable('Brak części „file”', 'The part "file" is missing');
  return { ...found, fields };
}
