import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, setCookie, SESSION_COOKIE } from './cookie';
import { TokenGiven } from './person.body';
import { AccountView } from './person.view';
import { NotAllowed } from './refused';
import { rowNumber } from './row-number';
import { SessionBook } from './session.book';
import { PasswordChange } from './session.body';
import { SessionView } from './session.view';
import { SIGN_IN, type SignInMode } from './sign-in.mode';
import { SignInService } from './sign-in.service';
import { TokenService } from './token.service';
import { NewTokenView } from './token.view';

/** One's own account. */
@ApiTags('access')
@Controller('account')
export class AccountController {
  constructor(
    private readonly book: SessionBook,
    private readonly signing: SignInService,
    private readonly tokens: TokenService,
    @Inject(SIGN_IN) private readonly mode: SignInMode,
  ) {}

  @Get()
  @ApiOperation({ summary: 'My account: roles, open sessions, tokens' })
  @ApiOkResponse({ type: AccountView })
  account(@Req() { caller: { identity } }: FastifyRequest): Promise<AccountView> {
    return this.book.account(identity.person!, identity.session);
  }

  @Put('password')
  @ApiOperation({ summary: 'Change the password; every other session ends' })
  @ApiOkResponse({ type: SessionView })
  async changePassword(
    @Body() { current, password }: PasswordChange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    this.mode.requireLocal();
    const opened = await this.signing
      .changePassword(current, password, request.caller)
      .catch((error: unknown) => {
        request.noted = error instanceof NotAllowed;
        throw error;
      });
    setCookie(request, reply, { name: SESSION_COOKIE, value: opened.secret, endsAt: opened.endsAt });
    return this.book.view(opened.person, opened.secret);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere, here too' })
  async signOutEverywhere(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signing.signOutEverywhere(request.caller);
    clearCookie(request, reply, SESSION_COOKIE);
  }

  @Post('tokens')
  @ApiOperation({ summary: 'Make a token for a machine; its secret is told this once' })
  @ApiCreatedResponse({ type: NewTokenView })
  makeToken(@Body() given: TokenGiven, @Req() { caller }: FastifyRequest): Promise<NewTokenView> {
    return this.tokens.make(given, caller);
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token of mine' })
  revokeToken(@Param('id') id: string, @Req() { caller }: FastifyRequest): Promise<void> {
    return this.tokens.revoke(rowNumber(id), caller.identity.person, caller);
  }
}
