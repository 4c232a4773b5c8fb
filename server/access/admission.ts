import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller';
import { isTooDeep } from './depth';
import { cookieOf, SESSION_COOKIE } from './cookie';
import type { Policy } from './policy';
import { NotAllowed, NotReadable, SignInNeeded, WrongKind } from './refused';
import { csrfOf } from './session.service';

/** Throws where the policy does not name the caller. */
export function requireNamed({ who }: Policy, caller: Caller): void {
  if (who === 'anyone_known') return;
  if (caller.kind === 'nobody') throw new SignInNeeded();
  if (who === 'signed_in') {
    if (caller.kind === 'person') return;
    throw new NotAllowed('To jest tylko dla zalogowanych osób', 'This is for people who signed in');
  }
  if (caller.has(who as Exclude<typeof who, string>)) return;
  throw new NotAllowed('Twoja rola na to nie pozwala', 'Your role does not allow this');
}

/** A body nested deeper than any of ours would exhaust the stack of whoever walks through it. */
export async function refuseDeep({ body }: FastifyRequest): Promise<void> {
  if (isTooDeep(body))
    throw new NotReadable('Treść jest zbyt głęboko zagnieżdżona', 'The body is nested too deep');
}

/** For an address without a line in the policy. */
export const closed = () => new NotAllowed('Ten adres jest zamknięty', 'This address is closed');

/** A form of another site cannot send JSON; files come with a token, or with what `refuseForeignPage` asks for. */
export function refuseForeignBody({ headers }: FastifyRequest, { files }: Policy): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new NotAllowed('Wywołanie z innej strony', 'A call from another site');
  const type = headers['content-type'];
  if (files || type === undefined || /^application\/json\s*(;|$)/i.test(type)) return;
  throw new WrongKind(
    `Content-Type to „${type}”; dozwolone: application/json`,
    `Content-Type is “${type}”; allowed: application/json`,
  );
}

/** A browser sends its cookie along whoever wrote the page; only our pages know what belongs to the session. */
export function refuseForeignPage(request: FastifyRequest): void {
  if (request.caller.kind !== 'person') return;
  const secret = cookieOf(request, SESSION_COOKIE)!;
  if (isSame(String(request.headers['x-csrf-token'] ?? ''), csrfOf(secret))) return;
  throw new NotAllowed(
    'Wywołanie nie pochodzi ze strony tej instancji (brak X-CSRF-Token)',
    'The call does not come from a page of this instance (X-CSRF-Token is missing)',
  );
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
