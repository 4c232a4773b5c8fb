import { Refusal } from '../store/home';

/** Who asks is not known, or known no longer (401). */
export class SignInNeeded extends Refusal {
  constructor(pl = 'Zaloguj się, żeby to zrobić', en = 'Sign in to do this') {
    super(pl, en);
  }
}

/** Who asks is known and may not (403). */
export class NotAllowed extends Refusal {}

/** Asked too often (429). */
export class TooMany extends Refusal {
  /** @param wait seconds after which asking again makes sense */
  constructor(readonly wait: number) {
    super(`Za dużo prób; spróbuj ponownie za ${wait} s`, `Too many attempts; try again in ${wait} s`);
  }
}

/** What is asked for is not there, or not for whoever asks: the two look alike (404). */
export class NotThere extends Refusal {}
