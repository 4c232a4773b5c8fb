import { CaseError, type GoldenCase, rolesOf } from './golden-case';
import type { Sheet } from './sheet';

const USUAL = 0.95;

/** What a case gives to the function of its kind: roles as columns, and settings. Every miss is a `CaseError`. */
export class Inputs {
  private readonly roles: Record<string, unknown>;

  constructor(
    private readonly one: GoldenCase,
    private readonly sheet: Sheet | null,
  ) {
    this.roles = rolesOf(one);
  }

  /** Whether the case uses a role. */
  has(role: string): boolean {
    return (this.roles[role] ?? null) !== null;
  }

  /** A column of the data by its own name. */
  column(name: string): (string | null)[] {
    const found = this.sheet?.get(name);
    if (found) return found;
    throw new CaseError(`there is no column ${name} in ${this.one.data ?? 'the case'}`);
  }

  /** The names of the columns of a role. */
  names(role: string): string[] {
    const named = this.roles[role];
    if (this.sheet && named) return [named].flat() as string[];
    throw new CaseError(`the role ${role} names no column`);
  }

  /** The value of a role as it stands in the case. */
  value(role: string): unknown {
    if (!this.sheet && this.has(role)) return this.roles[role];
    throw new CaseError(`the role ${role} has no value in the case`);
  }

  texts(role: string): (string | null)[] {
    if (this.sheet) return this.column(this.names(role)[0]!);
    return this.list(role).map((value) => (value === null ? null : String(value)));
  }

  numbers(role: string): (number | null)[] {
    if (this.sheet) return this.numbersOf(this.names(role)[0]!);
    return this.list(role).map((value, i) => {
      if (value === null || typeof value === 'number') return value;
      throw new CaseError(`value ${i + 1} of ${role} is “${String(value)}”, not a number`);
    });
  }

  /** A column of the data, by its own name, as numbers. */
  numbersOf(name: string): (number | null)[] {
    return this.column(name).map((cell, i) => {
      if (cell === null) return null;
      const number = Number(cell);
      if (cell.trim() !== '' && Number.isFinite(number)) return number;
      throw new CaseError(`row ${i + 1} of ${name} is “${cell}”, not a number`);
    });
  }

  /** One number that stands in the case. */
  number(role: string): number {
    const value = this.value(role);
    if (typeof value === 'number') return value;
    throw new CaseError(`${role} is “${String(value)}”, not a number`);
  }

  /** A setting as the case has it; undefined where it is absent. */
  setting(name: string): unknown {
    return this.one.settings?.[name];
  }

  textSetting(name: string): string {
    const value = this.setting(name);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new CaseError(`the setting ${name} is missing`);
  }

  numberSetting(name: string): number {
    const value = this.setting(name);
    if (typeof value === 'number') return value;
    throw new CaseError(`the setting ${name} is “${String(value)}”, not a number`);
  }

  /** The confidence level; a case that asks for no interval may leave it out. */
  level(): number {
    return (this.setting('level') ?? null) === null ? USUAL : this.numberSetting('level');
  }

  /** A setting that is a list of objects. */
  listSetting<T>(name: string): T[] {
    const value = this.setting(name);
    if (Array.isArray(value) && value.every((one) => one !== null && typeof one === 'object'))
      return value as T[];
    throw new CaseError(`the setting ${name} is no list of objects`);
  }

  /** A setting that is an object. */
  objectSetting<T extends object>(name: string): T {
    const value = this.setting(name);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as T;
    throw new CaseError(`the setting ${name} is no object`);
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T {
    const value = this.setting(name);
    if (allowed.includes(value as T)) return value as T;
    throw new CaseError(`the setting ${name} is “${String(value)}”; allowed: ${allowed.join(', ')}`);
  }

  private list(role: string): unknown[] {
    const value = this.value(role);
    return Array.isArray(value) ? value : [value];
  }
}
