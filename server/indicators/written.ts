import { DIMENSIONS, INDICATORS, ofLevel } from './catalogue';
import { DIAGNOSTICS } from './diagnostics';
import { GATES } from './gates';
import type { Diagnostic, Indicator } from './indicator';
import { METHOD } from './method';
import { cityValuesSql, closedSql, valuesSql } from './plan';

const DAY = `DATE '2026-01-01'`;

/** `docs/plan.sql`: the statements that measure everything, for whoever wants to read or rerun them. */
export const writtenPlan =
  (): string => `-- Written by \`npm run generate\` from server/indicators; method ${METHOD.version}.
-- DuckDB and Postgres both run it. The day that counts as today stands as ${DAY}.

-- What is told of each consultation that has closed.
${closedSql(DAY)};

-- Every value of every indicator and diagnostic of a consultation.
${valuesSql([...ofLevel('consultation'), ...DIAGNOSTICS], DAY)};

-- Every value of every indicator of an authority, over the four rolling quarters that end with each period.
${cityValuesSql(ofLevel('city'), DAY)};
`;

/** `docs/indicators.md`: a card for every indicator and gate, in both languages. */
export function indicatorCards(): string {
  const dimensions = DIMENSIONS.map(({ code, label, source }) =>
    [
      `## ${code} ${label.pl} / ${label.en}`,
      source,
      ...INDICATORS.filter(({ dimension }) => dimension === code).map(cardOf),
    ].join('\n\n'),
  );
  const gates = GATES.map(
    ({ code, label, cap, sql }) => `| ${code} | ${label.pl} | ${label.en} | ${cap} | \`${sql}\` |`,
  );
  return `# Indicators

Written by \`npm run generate\` from \`server/indicators\`. ${METHOD.label.en}; ${METHOD.label.pl}.

${dimensions.join('\n\n')}

## Beside the scores

Diagnostics: told of every consultation, without goalposts, without a score, in no dimension.

${DIAGNOSTICS.map(diagnosticCard).join('\n\n')}

## Gates

A gate caps the grade, whatever the score; it needs recorded facts, so an empty cell raises none.

| code | po polsku | in English | best grade left | condition |
| --- | --- | --- | --- | --- |
${gates.join('\n')}
`;
}

function cardOf({
  code,
  level,
  label,
  meaning,
  formula,
  goalposts,
  unit,
  reason,
  missing,
  weight,
  source,
  facts,
}: Indicator): string {
  return [
    `### ${code} ${label.pl} / ${label.en}`,
    `${meaning.pl} / ${meaning.en}`,
    [
      `- ${formula.pl} / ${formula.en}`,
      `- 0 → 100: ${goalposts[0]} → ${goalposts[1]} ${unit.pl} / ${unit.en}. ${reason.pl} / ${reason.en}`,
      `- ${missing.pl} / ${missing.en}`,
      ...(level === 'city'
        ? ['- of the authority, over the four rolling quarters that end with the period']
        : []),
      weight === 0 ? '- shown, not aggregated' : `- weight ${weight}`,
      `- reads ${facts.map((fact) => `\`${fact}\``).join(', ')}`,
      `- ${source}`,
    ].join('\n'),
  ].join('\n\n');
}

function diagnosticCard({ code, label, meaning, formula, unit, missing, facts, source }: Diagnostic): string {
  return [
    `### ${code} ${label.pl} / ${label.en}`,
    `${meaning.pl} / ${meaning.en}`,
    [
      `- ${formula.pl} / ${formula.en} (${unit.pl} / ${unit.en})`,
      `- ${missing.pl} / ${missing.en}`,
      `- reads ${facts.map((fact) => `\`${fact}\``).join(', ')}`,
      `- ${source}`,
    ].join('\n'),
  ].join('\n\n');
}
