import { Choice, TextField } from '../access/controls';
import { useLabels } from '../language';
import type { ContentProps } from './Content';
import { withFact } from './mapping';
import { useIntakeSpeech } from './words';

const TEXTS = ['code', 'title_pl', 'title_en', 'consultation', 'invited'] as const;

/** What is known of the survey itself. */
export function SurveyFacts({ mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const { survey } = mapping;
  const set = (name: string, value: string) =>
    onChange(withFact(mapping, name, value === '' ? undefined : value));
  return (
    <section>
      <div className="sec">
        <h2>{intake.surveyTitle}</h2>
      </div>
      <div className="cols">
        {TEXTS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={intake.surveyFacts[name]!}
            value={String(survey?.[name] ?? '')}
            maxLength={1000}
            autoComplete="off"
            inputMode={name === 'invited' ? 'numeric' : undefined}
            onChange={({ target: { value } }) => set(name, value)}
          />
        ))}
        <Choice
          name="design"
          label={intake.surveyFacts['design']!}
          hint={intake.designNote}
          value={String(survey?.['design'] ?? '')}
          options={[
            ['', intake.unknownDesign],
            ...labels
              .codes('design', 'survey')
              .map((code) => [code, labels.code('design', code, 'survey')] as const),
          ]}
          onChange={(value) => set('design', value)}
        />
      </div>
    </section>
  );
}
