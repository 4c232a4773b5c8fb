import type { Codes } from './field';

export const MATTER_TYPE: Codes = {
  local_law: { pl: 'akt prawa miejscowego', en: 'local law' },
  cooperation_programme: { pl: 'program współpracy z NGO', en: 'cooperation programme with NGOs' },
  strategy: { pl: 'strategia lub program', en: 'strategy or programme' },
  spatial_plan: { pl: 'planowanie przestrzenne', en: 'spatial planning' },
  revitalisation: { pl: 'rewitalizacja', en: 'revitalisation' },
  participatory_budget: { pl: 'budżet obywatelski', en: 'participatory budget' },
  other: { pl: 'inna sprawa', en: 'other matter' },
};

export const ADDRESSEE: Codes = {
  residents: { pl: 'mieszkańcy', en: 'residents' },
  organisations: { pl: 'organizacje pozarządowe', en: 'organisations' },
  council: { pl: 'rada (RDPP)', en: 'council of NGOs' },
  mixed: { pl: 'mieszkańcy i organizacje', en: 'residents and organisations' },
};

export const INITIATOR: Codes = {
  mayor: { pl: 'prezydent, burmistrz lub wójt', en: 'mayor' },
  residents: { pl: 'mieszkańcy', en: 'residents' },
  district_council: { pl: 'rada dzielnicy', en: 'district council' },
  organisations: { pl: 'organizacje pozarządowe', en: 'organisations' },
  councillors: { pl: 'radni', en: 'councillors' },
};

export const IAP2_LEVEL: Codes = {
  inform: { pl: 'informujemy', en: 'inform' },
  consult: { pl: 'konsultujemy', en: 'consult' },
  involve: { pl: 'angażujemy', en: 'involve' },
  collaborate: { pl: 'współpracujemy', en: 'collaborate' },
  empower: { pl: 'powierzamy decyzję', en: 'empower' },
};

export const STAGE: Codes = {
  diagnosis: { pl: 'diagnoza', en: 'diagnosis' },
  assumptions: { pl: 'założenia', en: 'assumptions' },
  variants: { pl: 'warianty', en: 'variants' },
  draft: { pl: 'gotowy projekt', en: 'draft' },
  draft_after_approval: { pl: 'projekt po akceptacji', en: 'draft after approval' },
};

/** Kinds of forms in which people take part; also the kinds of events. */
export const FORM: Codes = {
  letter: { pl: 'uwagi na piśmie lub e-mailem', en: 'letter or e-mail' },
  online_form: { pl: 'formularz internetowy', en: 'online form' },
  orally_on_record: { pl: 'ustnie do protokołu', en: 'orally on record' },
  open_meeting: { pl: 'otwarte spotkanie', en: 'open meeting' },
  public_hearing: { pl: 'wysłuchanie publiczne', en: 'public hearing' },
  workshop: { pl: 'warsztat', en: 'workshop' },
  walk: { pl: 'spacer badawczy', en: 'walk' },
  consultation_point: { pl: 'punkt konsultacyjny', en: 'consultation point' },
  survey: { pl: 'ankieta', en: 'survey' },
  phone: { pl: 'telefon', en: 'phone' },
  display: { pl: 'wyłożenie do wglądu', en: 'public display' },
};

export const YES_NO: Codes = {
  yes: { pl: 'tak', en: 'yes' },
  no: { pl: 'nie', en: 'no' },
  not_recorded: { pl: 'nie odnotowano', en: 'not recorded' },
};

export const CHECK: Codes = {
  met: { pl: 'spełnione', en: 'met' },
  not_met: { pl: 'niespełnione', en: 'not met' },
  not_applicable: { pl: 'nie dotyczy', en: 'not applicable' },
  not_recorded: { pl: 'nie odnotowano', en: 'not recorded' },
};

export const EVENT_MODE: Codes = {
  on_site: { pl: 'na miejscu', en: 'on site' },
  remote: { pl: 'zdalnie', en: 'remote' },
  hybrid: { pl: 'hybrydowo', en: 'hybrid' },
};

export const AUTHORITY_KIND: Codes = {
  gmina: { pl: 'gmina', en: 'municipality' },
  powiat: { pl: 'powiat', en: 'county' },
  voivodeship: { pl: 'województwo', en: 'voivodeship' },
  state: { pl: 'organ państwa', en: 'state authority' },
  union: { pl: 'instytucja Unii Europejskiej', en: 'institution of the European Union' },
  other: { pl: 'inny organ', en: 'other authority' },
};

export const UNIT_KIND: Codes = {
  department: { pl: 'wydział', en: 'department' },
  office: { pl: 'biuro', en: 'office' },
  agency: { pl: 'jednostka', en: 'agency' },
};

export const COUNT_FROM: Codes = {
  announcement: { pl: 'od ogłoszenia', en: 'from the announcement' },
  opening: { pl: 'od rozpoczęcia', en: 'from the opening' },
};

export const SCOPE: Codes = {
  residents: { pl: 'mieszkańcy', en: 'residents' },
  organisations: { pl: 'organizacje', en: 'organisations' },
};

export const DIMENSION: Codes = {
  sex_age: { pl: 'płeć i wiek', en: 'sex and age' },
  district: { pl: 'dzielnica', en: 'district' },
  organisation_kind: { pl: 'rodzaj organizacji', en: 'kind of organisation' },
  field: { pl: 'sfera zadań publicznych', en: 'field of public tasks' },
};

/** Registers that an authority may declare complete for a year: then an empty cell means "did not happen". */
export const REGISTER: Codes = {
  plan: { pl: 'plan konsultacji', en: 'yearly plan' },
  report: { pl: 'raporty', en: 'reports' },
  decision: { pl: 'decyzje', en: 'decisions' },
  dispositions: { pl: 'rozpatrzenia uwag', en: 'dispositions' },
};
