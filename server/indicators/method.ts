import type { Label } from '../contracts/field';
import { type Dimension, DIMENSIONS, INDICATORS } from './catalogue';
import { DIAGNOSTICS } from './diagnostics';
import type { Diagnostic, Indicator } from './indicator';

/**
 * A version of the method: what is measured and how it becomes an index. A published one never changes; a change of
 * anything in it is another version, and what was published under this one can be computed again.
 */
export interface Method {
  version: string;
  /** The day from which results are published under it, and the one from which they no longer are. */
  effective_from: string;
  retired_on: string | null;
  /** What must stand wherever an index of it is shown. */
  label: Label;
  dimensions: Dimension[];
  indicators: Indicator[];
  /** What is told beside the scores. */
  diagnostics: Diagnostic[];
  /** How many dimensions an index needs, that of an authority how many, and which of them neither can do without. */
  needed: { dimensions: number; ofAuthority: number; among: string[] };
}

const FIRST_CODES = 'GF1 GF2 OP3 OP4 TR1 TR2 CO1 CO2 PR1 PR2 PR3 PR4 IN3'.split(' ');
const FIRST_DIMENSIONS = ['D1', 'D2', 'D3', 'D5', 'D6', 'D7'];

/** What could be told before single contributions and surveys were taken in: influence was shown, and not aggregated. */
const FIRST: Method = {
  version: '0.1.0',
  effective_from: '2026-11-01',
  retired_on: '2026-11-24',
  label: {
    pl: 'wskaźnik częściowy (bez responsywności i wpływu), metoda 0.1.0',
    en: 'partial index (without responsiveness and influence), method 0.1.0',
  },
  dimensions: DIMENSIONS.filter(({ code }) => FIRST_DIMENSIONS.includes(code)).map((dimension) =>
    dimension.code === 'D7' ? { ...dimension, weight: 0 } : dimension,
  ),
  indicators: INDICATORS.filter(({ code }) => FIRST_CODES.includes(code)).map((indicator) =>
    indicator.code === 'IN3' ? { ...indicator, weight: 0 } : indicator,
  ),
  diagnostics: [],
  needed: { dimensions: 4, ofAuthority: 4, among: ['D6'] },
};

/** The version in force. Results are keyed by it. */
export const METHOD: Method = {
  version: '1.0.0',
  effective_from: '2026-11-24',
  retired_on: null,
  label: { pl: 'indeks skuteczności konsultacji, metoda 1.0.0', en: 'effectiveness index, method 1.0.0' },
  dimensions: DIMENSIONS,
  indicators: INDICATORS,
  diagnostics: DIAGNOSTICS,
  needed: { dimensions: 5, ofAuthority: 6, among: ['D4', 'D6'] },
};

export const METHODS: Method[] = [FIRST, METHOD];
