import type { Label } from '../contracts/field';

export const POINTS: Label = { pl: 'pkt', en: 'points' };
export const PERCENT: Label = { pl: '%', en: '%' };
export const DAYS: Label = { pl: 'dni', en: 'days' };
export const RATIO: Label = { pl: 'krotność', en: 'ratio' };
export const FORMS: Label = { pl: 'formy', en: 'forms' };
export const LOG_PER_THOUSAND: Label = { pl: 'na 1000 (log₁₀)', en: 'per 1,000 (log₁₀)' };
export const HOURS: Label = { pl: 'godz.', en: 'hours' };
export const ZLOTYS: Label = { pl: 'zł', en: 'PLN' };
export const PERSONS: Label = { pl: 'osoby', en: 'persons' };
