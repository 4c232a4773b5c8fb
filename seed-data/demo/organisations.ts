import { DISTRICTS, ORGANISATIONS } from './city';
import { Draw } from './random';
import { weighted } from './residents';

type Kind = [code: string, weight: number, before: string[]];

const KINDS: Kind[] = [
  ['association', 52, ['Stowarzyszenie', 'Towarzystwo']],
  ['foundation', 22, ['Fundacja']],
  ['sports_club', 15, ['Klub Sportowy', 'Uczniowski Klub Sportowy']],
  ['church', 4, ['Parafialne Dzieło Pomocy']],
  ['social_cooperative', 3, ['Spółdzielnia Socjalna']],
  ['other', 4, ['Koło Gospodyń', 'Koło Działkowców']],
];

/** Fields of public tasks, in short words for those of art. 4 of the act, with how many of a hundred work there. */
export const FIELDS: [name: string, weight: number][] = [
  ['kultura fizyczna', 19],
  ['kultura i sztuka', 15],
  ['edukacja i wychowanie', 14],
  ['pomoc społeczna', 12],
  ['ochrona zdrowia', 8],
  ['osoby z niepełnosprawnościami', 8],
  ['ekologia', 7],
  ['seniorzy', 7],
  ['wspólnoty lokalne', 6],
  ['wolontariat', 4],
];

const FIRST =
  'Otwarta Zielona Dobra Wspólna Nasza Jasna Cicha Nowa Pierwsza Żywa Miejska Ciekawa Czynna'.split(' ');
const SECOND =
  'Furtka Ławka Świetlica Przestrzeń Kładka Latarnia Ścieżka Pracownia Altana Polana Studnia Przystań Bramka Iskra'.split(
    ' ',
  );

/** One organisation of the register. */
export interface OrganisationRow {
  code: string;
  name_pl: string;
  kind: string;
  fields: string[];
  district: string;
}

/** The register: names that are nobody's, numbered where the words are used up. */
export const ORGANISATION_ROWS: OrganisationRow[] = (() => {
  const draw = new Draw(640);
  const used = new Map<string, number>();
  return Array.from({ length: ORGANISATIONS }, (_, i) => {
    const [kind, , before] = weighted(draw, KINDS, ([, weight]) => weight);
    const name = `${draw.pick(before)} „${draw.pick(FIRST)} ${draw.pick(SECOND)}”`;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return {
      code: `ORG-${String(i + 1).padStart(3, '0')}`,
      name_pl: times === 1 ? name : `${name} nr ${times}`,
      kind,
      fields: fieldsOf(draw, kind),
      district: weighted(draw, DISTRICTS, ({ population }) => population!).code,
    };
  });
})();

/** The first one is the main one; sports clubs are about sport. */
function fieldsOf(draw: Draw, kind: string): string[] {
  const main = kind === 'sports_club' ? FIELDS[0]! : weighted(draw, FIELDS, ([, weight]) => weight);
  const more = draw.chance(0.4) ? [weighted(draw, FIELDS, ([, weight]) => weight)] : [];
  return [...new Set([main, ...more].map(([name]) => name))];
}
