import { Check } from 'typeorm';
import type { RowRule } from './rules';

/** A rule over several cells of one row. `sql` is true where it is kept or cannot be judged, in DuckDB and in Postgres. */
export interface CrossRule {
  /** Name of the Postgres constraint; the rule's sentence belongs to `rule`. */
  constraint: string;
  rule: RowRule;
  /** The column a person should look at first. */
  column: string;
  columns: string[];
  /** False where broken, true or null where kept or not known. */
  sql: string;
}

const RULES = Symbol('rules');

/** Declares a cross-field rule of a contract; it becomes a named Postgres constraint and a part of the bulk check. */
export const Keeps =
  (rule: CrossRule): ClassDecorator =>
  (contract) => {
    Reflect.defineMetadata(RULES, [rule, ...crossRulesOf(contract)], contract);
    Check(rule.constraint, rule.sql)(contract);
  };

/** The cross-field rules of a contract, in the order of their declaration. */
export const crossRulesOf = (contract: object): CrossRule[] => Reflect.getMetadata(RULES, contract) ?? [];
