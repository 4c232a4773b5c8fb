/** What a person may be, beside a reader, who needs no account. */
export const ROLES = ['steward', 'researcher', 'analyst', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that a machine may have: accounts and approvals need a person. */
export const MACHINE_ROLES = ['steward', 'researcher', 'analyst'] as const satisfies readonly Role[];

/** A role where it holds. */
export interface Grant {
  role: Role;
  /** Number of the authority; null: every one of the instance. */
  authority: number | null;
  /** Code of the unit of a steward; null for the other roles. */
  unit: string | null;
}
