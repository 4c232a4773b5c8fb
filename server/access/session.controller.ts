import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, cookieOf, setCookie, SESSION_COOKIE } from './cookie';
import { LinkService } from './link.service';
import { NotAllowed } from './refused';
import { LinkGiven, LinkUse, SignIn } from './session.body';
import { type Opened, SessionService } from './session.service';
import { SessionBook } from './session.book';
import { LinkOpenView, SessionView } from './session.view';
import { SIGN_IN, type SignInMode } from './sign-in.mode';
import { SignInService } from './sign-in.service';

/** Signing in and out. */
@ApiTags('access')
@Controller()
export class SessionController {
  constructor(
    private readonly signing: SignInService,
    private readonly links: LinkService,
    private readonly book: SessionBook,
    private readonly sessions: SessionService,
    @Inject(SIGN_IN) private readonly mode: SignInMode,
  ) {}

  @Get('session')
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionView })
  session(@Req() request: FastifyRequest): Promise<SessionView> {
    const { kind, identity } = request.caller;
    return this.book.view(identity.person, kind === 'person' ? cookieOf(request, SESSION_COOKIE) : null);
  }

  @Post('session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with login and password' })
  @ApiOkResponse({ type: SessionView })
  async signIn(
    @Body() { login, password }: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    this.mode.requireLocal();
    const opened = await this.signing.signIn(login, password, request.caller).catch((error: unknown) => {
      request.noted = error instanceof NotAllowed;
      throw error;
    });
    return this.enter(request, reply, opened);
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signing.signOut(request.caller);
    clearCookie(request, reply, SESSION_COOKIE);
  }

  @Post('links/open')
  @HttpCode(200)
  @ApiOperation({ summary: 'For whom and what a one-time link is; does not use it up' })
  @ApiOkResponse({ type: LinkOpenView })
  open(@Body() { secret }: LinkGiven): Promise<LinkOpenView> {
    return this.links.open(secret);
  }

  @Post('links/use')
  @HttpCode(200)
  @ApiOperation({ summary: 'Use a one-time link up: set the password and sign in' })
  @ApiOkResponse({ type: SessionView })
  async use(
    @Body() { secret, ...given }: LinkUse,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.enter(request, reply, await this.links.use(secret, given, request.caller));
  }

  /** The session that was open in this browser, if any, ends: its identifier is never taken over (session fixation). */
  private async enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { person, secret, endsAt }: Opened,
  ): Promise<SessionView> {
    const old = cookieOf(request, SESSION_COOKIE);
    if (old) await this.sessions.closeSecret(old);
    setCookie(request, reply, { name: SESSION_COOKIE, value: secret, endsAt });
    return this.book.view(person, secret);
  }
}
