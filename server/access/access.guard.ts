import { timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { POLICY, type Policy } from './policy';

/** The token of the home that this server owns. */
export const HOME_TOKEN = Symbol('home token');

interface Asking {
  headers: { authorization?: string };
}

/** Lets a call through only where the route's policy says so; a route without a policy is closed to everyone. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(HOME_TOKEN) private readonly token: string,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === 'anyone') return true;
    if (policy !== 'holder_of_the_home') throw new ForbiddenException('This address is closed');
    if (this.isHolder(context.switchToHttp().getRequest<Asking>())) return true;
    throw new UnauthorizedException(
      'Writing is open only to the holder of the token of this instance (BUSOLA_HOME/lock)',
    );
  }

  /** Whether a call carries the token of the home. */
  isHolder({ headers }: Asking): boolean {
    const given = Buffer.from(headers.authorization?.replace(/^Bearer /, '') ?? '');
    const wanted = Buffer.from(this.token);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
