import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from './refused';

const QUARTER_HOUR = 15 * 60;

/** Wrong sign-ins for one account, from wherever, and from one address, for whichever account, in a quarter of an hour. */
export const WRONG_PER_ACCOUNT = 10;
export const WRONG_PER_ADDRESS = 50;
/** Refused calls of one address that the log takes in a minute: a flood must not fill it. */
const NOTED_PER_MINUTE = 60;

/** How often is too often. Kept in memory: a restart forgives. */
export class Limits {
  private readonly accounts = new RateLimiterMemory({ points: WRONG_PER_ACCOUNT, duration: QUARTER_HOUR });
  private readonly addresses = new RateLimiterMemory({ points: WRONG_PER_ADDRESS, duration: QUARTER_HOUR });
  private readonly noted = new RateLimiterMemory({ points: NOTED_PER_MINUTE, duration: 60 });
  private readonly routes = new Map<string, RateLimiterMemory>();

  /** Counts a call of a route. Throws `TooMany`. */
  async call(route: string, perMinute: number, address: string): Promise<void> {
    let limiter = this.routes.get(route);
    if (!limiter)
      this.routes.set(route, (limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })));
    await limiter.consume(address).catch(tooMany);
  }

  /**
   * Counts a sign-in as wrong until it proves right: many at once get no more tries than one after another.
   * Throws `TooMany`.
   */
  async signIn(login: string, address: string): Promise<void> {
    await this.addresses.consume(address).catch(tooMany);
    await this.accounts.consume(login).catch(tooMany);
  }

  async right(login: string, address: string): Promise<void> {
    await this.accounts.delete(login);
    await this.addresses.reward(address);
  }

  /** Whether the log still takes a refusal of this address. */
  async mayNote(address: string): Promise<boolean> {
    return this.noted.consume(address).then(
      () => true,
      () => false,
    );
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): never {
  throw new TooMany(Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
