import { faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import { broken, read, type Reading } from './reading';

const GAP = '[\\u0020\\u00A0\\u202F\\u2009]';
const GROUPED = new RegExp(`^-?\\d{1,3}(${GAP}\\d{3})+([.,]\\d+)?$`);
const GAPS = new RegExp(GAP, 'g');

/** A whole number: digits, thousands set apart by spaces, or a zero behind the mark ("12.0"). */
export function readInteger(field: Field, text: string): Reading {
  const whole = text.replace(/[.,]0$/, '');
  const grouped = GROUPED.test(whole);
  const digits = grouped ? whole.replace(GAPS, '') : whole;
  if (!/^-?\d{1,18}$/.test(digits)) return broken('not_an_integer');
  const fault = faultOf(field, Number(digits));
  if (fault) return broken(fault);
  return read(String(Number(digits)), [
    ...(grouped ? (['thousands_separator'] as const) : []),
    ...(whole === text ? [] : (['decimal_zero'] as const)),
  ]);
}

/** A number with the file's decimal mark. The other mark is refused, not guessed: 1.250 is two numbers. */
export function readDecimal(field: Field, text: string, mark: ',' | '.'): Reading {
  const grouped = GROUPED.test(text);
  const digits = (grouped ? text.replace(GAPS, '') : text).replace(mark, '#');
  if (!/^-?\d{1,15}(#\d{1,9})?$/.test(digits)) return broken('not_a_number');
  const plain = digits.replace('#', '.');
  const fault = faultOf(field, Number(plain));
  return fault ? broken(fault) : read(plain, grouped ? ['thousands_separator'] : []);
}
