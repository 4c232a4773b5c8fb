import { DISTRICTS } from './city';
import { ORGANISATION_ROWS } from './organisations';
import type { Proceeding } from './proceeding';
import type { Draw } from './random';
import { RESIDENTS, residentsOf, weighted } from './residents';

/** Who takes part, as the register of one consultation knows them. */
export interface Voice {
  person: string | null;
  kind: string;
  organisation: string | null;
  age_band: string | null;
  sex: string | null;
  district: string | null;
}

/** Somebody of whom nothing is known but the view. */
export const NOBODY: Voice = {
  person: null,
  kind: 'unknown',
  organisation: null,
  age_band: null,
  sex: null,
  district: null,
};

const KINDS: Record<string, [kind: string, weight: number][]> = {
  residents: [
    ['resident', 84],
    ['organisation', 5],
    ['business', 4],
    ['auxiliary_unit', 3],
    ['councillor', 2],
    ['institution', 1],
    ['other', 1],
  ],
  organisations: [
    ['organisation', 84],
    ['resident', 10],
    ['institution', 4],
    ['other', 2],
  ],
  mixed: [
    ['resident', 60],
    ['organisation', 34],
    ['councillor', 4],
    ['other', 2],
  ],
};
/** Those that come to nearly everything. */
const REGULARS = 150;
const OTHERS = 3000;

/** Different people and bodies that take part in one consultation. */
export function voicesOf(proceeding: Proceeding, draw: Draw, count: number): Voice[] {
  const voices = new Map<string, Voice>();
  while (voices.size < count) {
    const voice = voiceOf(proceeding, draw);
    if (!voices.has(voice.person!)) voices.set(voice.person!, voice);
  }
  return [...voices.values()];
}

function voiceOf({ consultation, task: { care } }: Proceeding, draw: Draw): Voice {
  const [kind] = weighted(draw, KINDS[consultation.addressee!]!, ([, weight]) => weight);
  if (kind === 'organisation') return organisation(draw);
  if (kind !== 'resident') return { ...NOBODY, kind, person: `i${draw.from(1, OTHERS)}@example.org` };
  const { person, sex, age_band, district } = residentFor(draw, consultation.districts ?? []);
  const told = (chance: number) => draw.chance(chance + 0.36 * care);
  const asked = told(0.66);
  return {
    ...NOBODY,
    person,
    // who only signs with an address has not said that it is a resident
    kind: draw.chance(0.04 + 0.28 * (1 - care)) ? 'unknown' : 'resident',
    sex: asked ? sex : null,
    age_band: asked && draw.chance(0.97) ? age_band : null,
    district: told(0.62) ? district : null,
  };
}

function organisation(draw: Draw): Voice {
  const { code, district } = draw.pick(ORGANISATION_ROWS);
  const named = draw.chance(0.92);
  return {
    ...NOBODY,
    kind: 'organisation',
    person: `${code.toLowerCase()}@example.org`,
    organisation: named ? code : null,
    district: named ? district : null,
  };
}

/** What concerns a district is heard there first. */
function residentFor(draw: Draw, districts: string[]) {
  if (draw.chance(0.04)) return RESIDENTS[draw.below(REGULARS)]!;
  if (districts.length === 0 || draw.chance(0.3)) return draw.pick(RESIDENTS);
  const name = draw.pick(districts);
  const { code } = DISTRICTS.find(({ name_pl }) => name_pl === name)!;
  return draw.pick(residentsOf(code));
}
