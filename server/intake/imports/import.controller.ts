import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { rowNumber } from '../../access/row-number';
import { LanguageFilter } from './findings';
import { ImportCopies } from './import.copies';
import { ImportService } from './import.service';
import { ImportListView, type ImportPreview, ImportView } from './import.view';
import { ProfileService } from './profile.service';
import { ProfileBody, ProfileView } from './profile.view';

/** A file step by step: brought, looked at, tried, taken in. Each is seen by whoever brought it alone. */
@ApiTags('intake')
@Controller('imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly copies: ImportCopies,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Bring a file; nothing is taken in yet, and it is forgotten after a day' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: ImportView })
  bring(@Req() request: FastifyRequest): Promise<ImportView> {
    return this.imports.bring(request);
  }

  @Get()
  @ApiOperation({ summary: 'The files that one brought within a day' })
  @ApiOkResponse({ type: ImportListView })
  async list(@Req() { caller }: FastifyRequest): Promise<ImportListView> {
    return { items: await this.imports.list(caller) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'How far a file is; its receipt once it was tried or taken in' })
  @ApiOkResponse({ type: ImportView })
  one(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<ImportView> {
    return this.imports.one(id, caller);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'How the file reads, what it could be, and mappings that were kept for such files',
  })
  @ApiBody({ schema: { type: 'object', properties: { read: { type: 'object' } } } })
  preview(
    @Param('id') id: string,
    @Req() { caller }: FastifyRequest,
    @Body() body: object,
  ): Promise<ImportPreview> {
    return this.imports.preview(id, caller, body);
  }

  @Post(':id/run')
  @HttpCode(202)
  @ApiOperation({ summary: 'Begin to take the file in, or only to try it (dry_run)' })
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        mapping: { type: 'object' },
        authority: { type: 'string' },
        dry_run: { type: 'boolean' },
        all_or_nothing: { type: 'boolean' },
      },
    },
  })
  @ApiOkResponse({ type: ImportView })
  run(
    @Param('id') id: string,
    @Req() { caller }: FastifyRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<ImportView> {
    return this.imports.run(id, caller, body);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Break a run off; says what became of it' })
  @ApiOkResponse({ type: ImportView })
  cancel(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<ImportView> {
    return this.imports.cancel(id, caller);
  }

  @Get(':id/findings.csv')
  @ApiOperation({ summary: 'Everything found in the file, as CSV for Excel: byte order mark, semicolons' })
  async findings(
    @Param('id') id: string,
    @Query() { lang }: LanguageFilter,
    @Req() { caller }: FastifyRequest,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.copies.findings(id, caller, lang), {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: 'attachment; filename="findings.csv"',
    });
  }

  @Get(':id/marked.xlsx')
  @ApiOperation({
    summary: 'The file as a workbook with faulty cells coloured and a column that says what is wrong',
  })
  async marked(
    @Param('id') id: string,
    @Query() { lang }: LanguageFilter,
    @Req() { caller }: FastifyRequest,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.copies.marked(id, caller, lang), {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: 'attachment; filename="marked.xlsx"',
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a file; what was taken in of it stays' })
  forget(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<void> {
    return this.imports.forget(id, caller);
  }
}

/** Mappings kept for the next file of their kind. */
@ApiTags('intake')
@Controller('profiles')
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  @Post()
  @ApiOperation({ summary: 'Keep a mapping; one of the same name is replaced' })
  @ApiCreatedResponse({ type: ProfileView })
  save(@Body() body: ProfileBody, @Req() { caller }: FastifyRequest): Promise<ProfileView> {
    return this.profiles.save(body, caller);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a mapping that was kept' })
  remove(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<void> {
    return this.profiles.remove(rowNumber(id), caller);
  }
}
