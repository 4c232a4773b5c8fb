import { NotAllowed } from './refused';

export const SIGN_IN = Symbol('sign-in mode');

/** How people sign in here: with passwords of this instance, or through the city's own sign-in. Never both. */
export class SignInMode {
  constructor(readonly kind: 'password' | 'oidc') {}

  /** Throws `NotAllowed` where passwords of this instance are off. */
  requireLocal(): void {
    if (this.kind === 'password') return;
    throw new NotAllowed(
      'Logowanie hasłem jest wyłączone: loguj się przez system miasta',
      "Signing in with a password is off: use the city's own sign-in",
    );
  }
}
