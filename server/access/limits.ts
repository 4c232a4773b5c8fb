import { isIPv6 } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from './refused';

const QUARTER_HOUR = 15 * 60;

/**
 * Wrong sign-ins in a quarter of an hour: for one account from one network, from one network for whichever account, and
 * for one account from wherever. The last is high: whoever knows a login must not lock its owner out with a few tries,
 * and 20,000 a day get nowhere with a password that takes more than 10^8.
 */
export const WRONG_PER_ACCOUNT = 10;
export const WRONG_PER_NETWORK = 50;
export const WRONG_PER_ACCOUNT_ANYWHERE = 200;
/** Refused calls of one network that the log takes in a minute: a flood must not fill it. */
const NOTED_PER_MINUTE = 60;
const NOTED_PER_MINUTE_OF_ALL = 1200;

const perQuarterHour = (points: number) => new RateLimiterMemory({ points, duration: QUARTER_HOUR });

/** How often is too often. Kept in memory: a restart forgives. */
export class Limits {
  private readonly pairs = perQuarterHour(WRONG_PER_ACCOUNT);
  private readonly networks = perQuarterHour(WRONG_PER_NETWORK);
  private readonly accounts = perQuarterHour(WRONG_PER_ACCOUNT_ANYWHERE);
  private readonly noted = new RateLimiterMemory({ points: NOTED_PER_MINUTE, duration: 60 });
  private readonly notedOfAll = new RateLimiterMemory({ points: NOTED_PER_MINUTE_OF_ALL, duration: 60 });
  private readonly routes = new Map<string, RateLimiterMemory>();

  /** Counts a call of a route. Throws `TooMany`. */
  async call(route: string, perMinute: number, address: string): Promise<void> {
    let limiter = this.routes.get(route);
    if (!limiter)
      this.routes.set(route, (limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })));
    await limiter.consume(networkOf(address)).catch(tooMany);
  }

  /**
   * Counts a sign-in as wrong until it proves right: many at once get no more tries than one after another.
   * Throws `TooMany`.
   */
  async signIn(account: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.networks.consume(network).catch(tooMany);
    await this.pairs.consume(`${network} ${account}`).catch(tooMany);
    await this.accounts.consume(account).catch(tooMany);
  }

  /** Takes back what a sign-in that proved right was counted for. */
  async right(account: string, address: string): Promise<void> {
    const network = networkOf(address);
    await this.networks.reward(network);
    await this.pairs.delete(`${network} ${account}`);
    await this.accounts.delete(account);
  }

  /** Whether the log still takes a refusal of this address. */
  async mayNote(address: string): Promise<boolean> {
    return this.noted
      .consume(networkOf(address))
      .then(() => this.notedOfAll.consume(''))
      .then(
        () => true,
        () => false,
      );
  }
}

/** Who has one address of IPv6 has the 2^64 around it: they count as one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head, tail] = address
    .split('%')[0]!
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = tail ? Array<string>(Math.max(0, 8 - head!.length - tail.length)).fill('0') : [];
  const parts = [...head!, ...zeros, ...(tail ?? [])].slice(0, 4);
  return parts.map((part) => parseInt(part, 16).toString(16)).join(':');
}

function tooMany({ msBeforeNext }: RateLimiterRes): never {
  throw new TooMany(Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
