import type { Codes } from '../contracts/field';
import { RECORD_TYPES, RESPONSES } from '../contracts/record-type';
import type { CodebookView, CodeView } from './codebook.view';

const STATUS: Codes = {
  planned: { pl: 'zaplanowane', en: 'planned' },
  announced: { pl: 'ogłoszone', en: 'announced' },
  open: { pl: 'trwają', en: 'open' },
  closed: { pl: 'zakończone', en: 'closed' },
  reported: { pl: 'z raportem', en: 'reported' },
  decided: { pl: 'z decyzją', en: 'decided' },
  cancelled: { pl: 'odwołane', en: 'cancelled' },
};

const STATE: Codes = {
  happened: { pl: 'tak', en: 'yes' },
  not_happened: { pl: 'nie', en: 'no' },
  not_recorded: { pl: 'nie odnotowano', en: 'not recorded' },
};

const listed = (codes: Codes): CodeView[] => Object.entries(codes).map(([code, label]) => ({ code, label }));

/** Every record type with its fields and codes, made from the contracts. */
export const CODEBOOK: CodebookView = {
  types: [...RECORD_TYPES, RESPONSES].map(({ name, label, fields, identity, table }) => ({
    name,
    label,
    identity,
    adds_to: table === name ? null : table,
    fields: fields.map((field) => ({
      name: field.name,
      kind: field.kind,
      label: field.label,
      required: field.required,
      codes: field.codes ? listed(field.codes) : null,
      unrecorded: field.unrecorded ?? null,
      restricted: field.restricted ?? false,
      min: field.min ?? null,
      max: field.max ?? null,
      of: field.of ?? null,
    })),
  })),
  statuses: listed(STATUS),
  states: listed(STATE),
};
