import { NOTHING_CAME } from './answered';
import type { Diagnostic } from './indicator';
import { PERSONS } from './units';

export const X2: Diagnostic = {
  code: 'X2',
  unit: PERSONS,
  provisional: false,
  label: { pl: 'Koncentracja głosów', en: 'Concentration of voices' },
  meaning: {
    pl: 'Ilu równie aktywnych autorów dałoby takie skupienie uwag; mało wobec liczby autorów: mówiło kilku.',
    en: 'How many equally active contributors would make the same concentration; few against their number: some spoke for all.',
  },
  formula: {
    pl: '1 / suma kwadratów udziałów autorów w uwagach ważnych i w terminie, które mają klucz osoby (licznik i mianownik: ta liczba i liczba autorów)',
    en: '1 / sum of squared shares of the contributors in the contributions, valid and in time, that have the key of a person (numerator and denominator: this number and that of contributors)',
  },
  missing: {
    pl: 'Klucza osoby brakuje w ponad trzeciej części uwag albo uwag nie wprowadzono. Gdy nie wpłynęła żadna, nie dotyczy.',
    en: 'More than a third of the contributions lack the key of a person, or they are not on record. Where none came it does not apply.',
  },
  source: 'Laakso & Taagepera 1979 (effective number)',
  facts: ['contributions'],
  beside: ['dispositions'],
  n: 'f.keyed',
  remark: {
    sql: 'f.keyed < f.counted',
    label: {
      pl: 'bez uwag, które nie mają klucza osoby',
      en: 'without contributions that have no key of a person',
    },
  },
  when: { not_applicable: NOTHING_CAME, observed: 'f.keyed > 0 AND 3 * f.keyed >= 2 * f.counted' },
  numerator: 'f.effective_contributors',
  denominator: 'f.contributors',
  x: 'f.effective_contributors',
};
