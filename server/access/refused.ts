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

/** A call that cannot be read at all (400). */
export class NotReadable extends Refusal {}

/** The same thing is being done already (409). */
export class Conflict extends Refusal {}

/** A body larger than what is taken (413). */
export class TooLarge extends Refusal {}

/** A body of a kind that is not taken (415). */
export class WrongKind extends Refusal {}

/** What is asked for is not there, or not for whoever asks: the two look alike (404). */
export class NotThere extends Refusal {}
