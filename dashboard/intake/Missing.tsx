import { useLabels } from '../language';
import { Mark } from '../pages/marks';
import type { Mapping } from './mapping';
import { useIntakeSpeech } from './words';

/** What a mapping still lacks before it can be tried, in the words of the page; none where it is whole. */
export function useMissing(mapping: Mapping): string[] {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const whose = mapping['authority'] ? [] : [intake.authority];
  if (mapping.survey) return [...whose, ...(mapping.survey.code ? [] : [intake.surveyFacts['code']!])];
  const isGiven = (name: string) => mapping.fields?.[name] !== undefined || mapping[name] !== undefined;
  const required = labels
    .fields(mapping.type)
    .filter(({ name, required: isNeeded }) => isNeeded && !isGiven(name));
  return [...whose, ...required.map(({ name }) => labels.field(name, mapping.type))];
}

/** What is lacking, beside the button that needs it. */
export function Missing({ of }: { of: string[] }) {
  const { intake } = useIntakeSpeech();
  if (of.length === 0) return null;
  return (
    <output className="alarm">
      <Mark shape="square" />
      {intake.missing(of.join(', '))}
    </output>
  );
}
