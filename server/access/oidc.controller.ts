import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, cookieOf, setCookie, SESSION_COOKIE } from './cookie';
import type { OidcService } from './oidc.service';
import { NotAllowed, NotThere } from './refused';

/** The service of the city's own sign-in; null where it is not connected. */
export const OIDC = Symbol('oidc');
const COOKIE = 'busola-sign-in';
/** The page that says why nobody is signed in. */
const FAILED = '/logowanie?powod=odmowa';

/** To the city's own sign-in and back. */
@ApiTags('access')
@Controller('session/oidc')
export class OidcController {
  constructor(@Inject(OIDC) private readonly oidc: OidcService | null) {}

  @Get()
  @ApiOperation({ summary: "Set out for the city's own sign-in" })
  async setOut(
    @Query('back') back: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orFailed(reply, async () => {
      const { address, cookie, until } = await this.there().setOut(back, request.caller);
      setCookie(request, reply, { name: COOKIE, value: cookie, endsAt: until, sameSite: 'lax' });
      await reply.redirect(address, 302);
    });
  }

  @Get('callback')
  @ApiOperation({ summary: "The way back from the city's own sign-in" })
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = cookieOf(request, COOKIE);
    clearCookie(request, reply, COOKIE);
    await orFailed(reply, async () => {
      const query = request.url.split('?')[1] ?? '';
      const { secret, endsAt, back } = await this.there().comeBack(query, cookie, request.caller);
      setCookie(request, reply, { name: SESSION_COOKIE, value: secret, endsAt });
      await reply.redirect(back, 302);
    });
  }

  private there(): OidcService {
    if (this.oidc) return this.oidc;
    throw new NotThere(
      'Ta instancja nie jest połączona z systemem logowania miasta',
      "This instance is not connected to a city's own sign-in",
    );
  }
}

/** Somebody on their way through a browser is told by a page, not by a problem document. */
async function orFailed(reply: FastifyReply, go: () => Promise<void>): Promise<void> {
  try {
    await go();
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error;
    await reply.redirect(FAILED, 302);
  }
}
