import type { ImportPreview } from '../../server/intake/imports/import.view';
import { Choice } from '../access/controls';
import { useAuthorities } from '../access/roles';
import { useLabels } from '../language';
import { typesOf } from '../records/codebook';
import { JsonEditor } from './JsonEditor';
import { fromProfile, kindOf, type Mapping, mappingFor, SURVEY } from './mapping';
import { RecordColumns } from './RecordColumns';
import { Constants } from './Constants';
import { SurveyColumns } from './SurveyColumns';
import { SurveyFacts } from './SurveyFacts';
import { useIntakeSpeech } from './words';

export interface ContentProps {
  preview: ImportPreview;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** What a file is: its kind, whose it is, what each of its columns means. */
export function Content(props: ContentProps) {
  const { intake } = useIntakeSpeech();
  return (
    <>
      <section>
        <div className="sec">
          <h2>{intake.whatTitle}</h2>
        </div>
        <Profiles {...props} />
        <div className="cols">
          <Kind {...props} />
          <Whose {...props} />
        </div>
      </section>
      {props.mapping.survey ? (
        <>
          <SurveyFacts {...props} />
          <SurveyColumns {...props} />
        </>
      ) : (
        <>
          <RecordColumns {...props} />
          <Constants {...props} />
        </>
      )}
      <JsonEditor key={JSON.stringify(props.mapping)} {...props} />
    </>
  );
}

function Kind({ preview, mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const percent = (confidence: number) => intake.certainty(Math.round(100 * confidence));
  const found = new Map(preview.proposals.map(({ type, confidence }) => [type, confidence]));
  if (preview.survey) found.set(SURVEY, preview.survey.confidence);
  const word = (kind: string) => (kind === SURVEY ? intake.survey : labels.type(kind));
  const likely = [...found].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
  const others = typesOf(labels.codebook).filter((kind) => !found.has(kind));
  return (
    <Choice
      name="kind"
      label={intake.kind}
      value={kindOf(mapping)}
      options={[
        ...likely.map((kind) => [kind, `${word(kind)} (${percent(found.get(kind)!)})`] as const),
        ...others.map((kind) => [kind, word(kind)] as const),
      ]}
      onChange={(kind) =>
        onChange({
          ...mappingFor(kind, preview, mapping.read, labels.codebook),
          authority: mapping['authority'],
        })
      }
    />
  );
}

function Whose({ mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const authorities = useAuthorities();
  const own = String(mapping['authority'] ?? '');
  const isNew = own !== '' && !authorities.some(([code]) => code === own);
  return (
    <Choice
      name="authority"
      label={intake.authority}
      value={own}
      options={[['', intake.chooseAuthority], ...(isNew ? [[own, own] as const] : []), ...authorities]}
      onChange={(authority) => onChange({ ...mapping, authority: authority === '' ? undefined : authority })}
    />
  );
}

function Profiles({ preview, mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const known = preview.profiles.flatMap((profile) => {
    const own = fromProfile(profile, mapping.read);
    return own ? [{ profile, own }] : [];
  });
  if (known.length === 0) return null;
  return (
    <>
      <p className="strong">{intake.profiles}</p>
      <p className="btns">
        {known.map(({ profile, own }) => (
          <button key={profile.id} type="button" className="btn small" onClick={() => onChange(own)}>
            {intake.profile(profile.name, Math.round(100 * profile.likeness))}
          </button>
        ))}
      </p>
    </>
  );
}
