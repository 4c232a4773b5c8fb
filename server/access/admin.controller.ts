import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuditFilter } from './audit.filter';
import { AuditService } from './audit.service';
import { AuditListView } from './audit.view';
import { PersonChange, PersonGiven, RolesGiven } from './person.body';
import { type PersonData, PersonDataService } from './person.data';
import { PersonService } from './person.service';
import { PersonListView, PersonView } from './person.view';
import { rowNumber } from './row-number';
import { Retention, type RetentionView } from './retention';
import { LinkView } from './session.view';
import { SIGN_IN, type SignInMode } from './sign-in.mode';
import { TokenService } from './token.service';
import { TokenListView } from './token.view';

/** People, their tokens, and the log. */
@ApiTags('administration')
@Controller()
export class AdminController {
  constructor(
    private readonly people: PersonService,
    private readonly data: PersonDataService,
    private readonly tokens: TokenService,
    private readonly audit: AuditService,
    private readonly retention: Retention,
    @Inject(SIGN_IN) private readonly mode: SignInMode,
  ) {}

  @Get('people')
  @ApiOperation({ summary: 'People with accounts' })
  @ApiOkResponse({ type: PersonListView })
  async list(): Promise<PersonListView> {
    return { items: await this.people.list() };
  }

  @Post('people')
  @ApiOperation({ summary: 'Add a person; the answer holds their invitation, told this once' })
  add(
    @Body() given: PersonGiven,
    @Req() { caller }: FastifyRequest,
  ): Promise<{ person: PersonView } & LinkView> {
    return this.people.add(given, caller, this.mode);
  }

  @Put('people/:id')
  @ApiOperation({ summary: 'Change a name, close or open an account' })
  @ApiOkResponse({ type: PersonView })
  change(
    @Param('id') id: string,
    @Body() given: PersonChange,
    @Req() { caller }: FastifyRequest,
  ): Promise<PersonView> {
    return this.people.change(rowNumber(id), given, caller);
  }

  @Put('people/:id/roles')
  @ApiOperation({ summary: 'Give a person these roles and no others' })
  @ApiOkResponse({ type: PersonView })
  setRoles(
    @Param('id') id: string,
    @Body() { roles }: RolesGiven,
    @Req() { caller }: FastifyRequest,
  ): Promise<PersonView> {
    return this.people.setRoles(rowNumber(id), roles, caller);
  }

  @Post('people/:id/link')
  @ApiOperation({ summary: 'Make a link for a new password; told this once' })
  link(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<LinkView> {
    return this.people.link(rowNumber(id), caller, this.mode);
  }

  @Get('people/:id/data')
  @Header('Content-Disposition', 'attachment; filename="person.json"')
  @ApiOperation({ summary: 'Everything that is kept about a person (GDPR, art. 15)' })
  export(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<PersonData> {
    return this.data.export(rowNumber(id), caller);
  }

  @Delete('people/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Erase what tells who a person is (GDPR, art. 17)' })
  erase(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<void> {
    return this.data.erase(rowNumber(id), caller);
  }

  @Get('tokens')
  @ApiOperation({ summary: "Everybody's tokens, without their secrets" })
  @ApiOkResponse({ type: TokenListView })
  async tokenList(): Promise<TokenListView> {
    return { items: await this.tokens.list(null) };
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @ApiOperation({ summary: "Revoke anybody's token" })
  revoke(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<void> {
    return this.tokens.revoke(rowNumber(id), null, caller);
  }

  @Get('audit')
  @ApiOperation({ summary: 'Who did what, when and from where; the latest first' })
  @ApiOkResponse({ type: AuditListView })
  log(@Query() filter: AuditFilter, @Req() { url }: FastifyRequest): Promise<AuditListView> {
    return this.audit.list(filter, url);
  }

  @Get('audit.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8; header=present')
  @Header('Content-Disposition', 'attachment; filename="audit.csv"')
  @ApiOperation({ summary: 'The log as CSV; that it was taken out is logged' })
  csv(@Query() filter: AuditFilter, @Req() { caller }: FastifyRequest): Promise<string> {
    return this.audit.csv(filter, caller);
  }

  @Post('retention')
  @HttpCode(200)
  @ApiOperation({ summary: 'Remove what was kept long enough' })
  retain(@Req() { caller }: FastifyRequest): Promise<RetentionView> {
    return this.retention.run(caller);
  }
}
