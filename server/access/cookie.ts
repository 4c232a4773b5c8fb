import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie of a session. */
export const SESSION_COOKIE = 'busola';

/** Behind TLS the browser itself holds the cookie to this host and to TLS; a plain-HTTP intranet cannot have that. */
const nameOf = (name: string, { protocol }: FastifyRequest) =>
  protocol === 'https' ? `__Host-${name}` : name;

/** A cookie of the service; null where none was sent. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  const { cookie } = request.headers;
  return (cookie && parseCookie(cookie)[nameOf(name, request)]) || null;
}

interface Kept {
  endsAt: Date;
  /** `strict`: not even a link from elsewhere brings it along; `lax`: a way back from the city's own sign-in does. */
  sameSite?: 'strict' | 'lax';
}

/** Sets a cookie that no script can read. */
export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, endsAt, sameSite = 'strict' }: Kept & { name: string; value: string },
): void {
  void reply.header(
    'Set-Cookie',
    stringifySetCookie({
      name: nameOf(name, request),
      value,
      path: '/',
      httpOnly: true,
      secure: request.protocol === 'https',
      sameSite,
      expires: endsAt,
    }),
  );
}

export function clearCookie(request: FastifyRequest, reply: FastifyReply, name: string): void {
  setCookie(request, reply, { name, value: '', endsAt: new Date(0) });
}
