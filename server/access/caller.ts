import type { Grant, Role } from './role';

type CallerKind = 'person' | 'token' | 'command_line' | 'service' | 'nobody';

/** Where a call came from. */
export interface Origin {
  address: string | null;
  request: string | null;
}

export interface Identity {
  person: number | null;
  token: number | null;
  /** Digest of the session of a browser. */
  session: string | null;
  grants: readonly Grant[];
}

const UNKNOWN: Identity = { person: null, token: null, session: null, grants: [] };
const HERE: Origin = { address: null, request: null };

/** Who asks, from where, and what they may. */
export class Caller {
  constructor(
    readonly kind: CallerKind,
    readonly identity: Identity = UNKNOWN,
    readonly origin: Origin = HERE,
  ) {}

  /** Whoever holds the home or runs the service: they can read and change its files anyway. */
  get isHolder(): boolean {
    return this.kind === 'command_line' || this.kind === 'service';
  }

  /** Whether one of the roles is theirs, anywhere. */
  has(roles: readonly Role[]): boolean {
    return this.isHolder || this.identity.grants.some(({ role }) => roles.includes(role));
  }

  /**
   * Whether one of the roles is theirs for an authority.
   * @param authority its number; null asks for a role that holds for every authority
   */
  reaches(roles: readonly Role[], authority: number | null): boolean {
    return (
      this.isHolder ||
      this.identity.grants.some(
        (grant) => roles.includes(grant.role) && (grant.authority === null || grant.authority === authority),
      )
    );
  }

  /** Codes of the units of an authority whose records they bring in as a steward. */
  unitsOf(authority: number): string[] {
    return this.identity.grants.flatMap(({ role, authority: where, unit }) =>
      role === 'steward' && unit !== null && (where === null || where === authority) ? [unit] : [],
    );
  }

  /** The same caller, once it is known which person it is. */
  as(person: number): Caller {
    return new Caller('person', { ...this.identity, person }, this.origin);
  }
}

/** Nobody known: a reader. */
export const NOBODY = new Caller('nobody');
/** The program itself, at its start. */
export const SERVICE = new Caller('service');
/** A command typed on this machine. */
export const COMMAND_LINE = new Caller('command_line');
