import type { Codes } from './field';

export const SECTOR: Codes = {
  ngo: { pl: 'organizacja', en: 'NGO' },
  city: { pl: 'urząd', en: 'city' },
};

/** Modules of the training programme: M1 and M2 for all, then one of M3 and M4. */
export const MODULE: Codes = {
  M1: { pl: 'moduł M1', en: 'module M1' },
  M2: { pl: 'moduł M2', en: 'module M2' },
  M3: { pl: 'moduł M3', en: 'module M3' },
  M4: { pl: 'moduł M4', en: 'module M4' },
};

export const CHOSEN_MODULE: Codes = { M3: MODULE['M3']!, M4: MODULE['M4']! };

export const TEST_PHASE: Codes = {
  pre: { pl: 'przed szkoleniem', en: 'before the training' },
  post: { pl: 'po szkoleniu', en: 'after the training' },
};

export const ADVICE_KIND: Codes = {
  individual: { pl: 'indywidualne', en: 'individual' },
  group: { pl: 'grupowe', en: 'group' },
};

export const EVENT_KIND: Codes = {
  seminar: { pl: 'seminarium', en: 'seminar' },
  conference: { pl: 'konferencja', en: 'conference' },
  other: { pl: 'inne wydarzenie', en: 'other event' },
};
