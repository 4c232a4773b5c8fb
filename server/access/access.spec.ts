import { type ExecutionContext, ForbiddenException, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Anyone, HolderOfTheHome } from './policy';

class Routes {
  @Anyone() open(): void {}
  @HolderOfTheHome() closed(): void {}
  forgotten(): void {}
}

const guard = new AccessGuard(new Reflector(), 'the-token');
const ask = (route: keyof Routes, authorization?: string) =>
  guard.canActivate({
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => ({ headers: { authorization } }) }),
  } as unknown as ExecutionContext);

it('lets anyone read', () => expect(ask('open')).toBe(true));

it('lets only the holder of the token write', () => {
  expect(ask('closed', 'Bearer the-token')).toBe(true);
  for (const wrong of [
    undefined,
    '',
    'Bearer ',
    'Bearer the-tokem',
    'Bearer the-token ',
    'Basic the-token',
  ]) {
    expect(() => ask('closed', wrong)).toThrow(UnauthorizedException);
  }
});

it('closes a route that names no policy, to the holder too', () => {
  expect(() => ask('forgotten', 'Bearer the-token')).toThrow(ForbiddenException);
});
