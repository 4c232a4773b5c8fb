import type { Codes } from './field';

export const ORGANISATION_KIND: Codes = {
  association: { pl: 'stowarzyszenie', en: 'association' },
  foundation: { pl: 'fundacja', en: 'foundation' },
  social_cooperative: { pl: 'spółdzielnia socjalna', en: 'social cooperative' },
  church: { pl: 'kościelna osoba prawna', en: 'church body' },
  sports_club: { pl: 'klub sportowy', en: 'sports club' },
  other: { pl: 'inny podmiot', en: 'other body' },
};

/** Whose view a contribution is, or who took part. */
export const AUTHOR_KIND: Codes = {
  resident: { pl: 'mieszkaniec', en: 'resident' },
  organisation: { pl: 'organizacja', en: 'organisation' },
  business: { pl: 'przedsiębiorca', en: 'business' },
  auxiliary_unit: { pl: 'jednostka pomocnicza', en: 'auxiliary unit' },
  councillor: { pl: 'radny', en: 'councillor' },
  institution: { pl: 'instytucja', en: 'institution' },
  other: { pl: 'kto inny', en: 'other' },
  unknown: { pl: 'nie wiadomo kto', en: 'unknown' },
};

export const AGE_BAND: Codes = {
  u17: { pl: 'do 17 lat', en: 'up to 17' },
  '18_24': { pl: '18–24 lata', en: '18–24' },
  '25_39': { pl: '25–39 lat', en: '25–39' },
  '40_59': { pl: '40–59 lat', en: '40–59' },
  '60_74': { pl: '60–74 lata', en: '60–74' },
  '75_plus': { pl: '75 lat i więcej', en: '75 and over' },
};

export const SEX: Codes = {
  f: { pl: 'kobieta', en: 'female' },
  m: { pl: 'mężczyzna', en: 'male' },
  other: { pl: 'inna', en: 'other' },
};

export const STANCE: Codes = {
  for: { pl: 'za', en: 'for' },
  against: { pl: 'przeciw', en: 'against' },
  for_with_changes: { pl: 'za, ze zmianami', en: 'for, with changes' },
  neutral: { pl: 'bez stanowiska', en: 'neutral' },
};

/** What the authority did with a contribution. */
export const OUTCOME: Codes = {
  accepted: { pl: 'uwzględniona', en: 'accepted' },
  partly: { pl: 'częściowo uwzględniona', en: 'partly accepted' },
  rejected: { pl: 'nieuwzględniona', en: 'rejected' },
  out_of_scope: { pl: 'poza przedmiotem', en: 'out of scope' },
  passed_on: { pl: 'przekazana', en: 'passed on' },
  explained: { pl: 'wyjaśniona', en: 'explained' },
};

export const RATIONALE: Codes = {
  none: { pl: 'brak uzasadnienia', en: 'none' },
  general: { pl: 'ogólne', en: 'general' },
  substantive: { pl: 'merytoryczne', en: 'substantive' },
  substantive_with_reference: {
    pl: 'merytoryczne, ze wskazaniem podstawy',
    en: 'substantive, with a reference',
  },
};

export const OPINION: Codes = {
  positive: { pl: 'pozytywna', en: 'positive' },
  negative: { pl: 'negatywna', en: 'negative' },
  with_remarks: { pl: 'z uwagami', en: 'with remarks' },
  none: { pl: 'nie wydano', en: 'none given' },
};
