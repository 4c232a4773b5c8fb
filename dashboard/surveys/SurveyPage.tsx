import { Link } from '@tanstack/react-router';
import type { SurveyView } from '../../server/publish/survey.view';
import { stringifySearch } from '../address';
import { useAnswer, type Answer } from '../answers';
import { inLanguage, Title, useLabels } from '../language';
import { useAuthority, useDocumentTitle } from '../pages/authority';
import { Pending } from '../pages/Waiting';
import { GROUPINGS, surveyOf, useSurveyAt, type Grouping, type SurveySearch } from './address';
import { Items } from './Items';
import { Opinions } from './Opinions';
import { Scales } from './Scales';
import { sayings } from './say';
import { SurveyFacts } from './SurveyFacts';
import { useSurveySpeech } from './words';

/** One survey: who answered and how they were found, the ratings, every question with its answers. */
export function SurveyPage({ code }: { code: string }) {
  const { formats } = useSurveySpeech();
  const { org } = useAuthority();
  const { search, show } = useSurveyAt();
  const query = useAnswer(surveyOf(code, org, search.grupa));
  // another breakdown is an old state of this survey, another survey is not
  const survey = query.data?.code === code ? query.data : undefined;
  useDocumentTitle((survey && inLanguage(survey.title, formats.language)?.text) ?? code);
  return (
    <>
      <Crumb code={code} survey={survey} />
      <div className="grid">
        <div className="c7">
          <h1 className="name" tabIndex={-1}>
            {survey ? <Title title={survey.title} code={code} /> : code}
          </h1>
          {survey ? <Finding survey={survey} /> : <NoSurvey query={query} />}
        </div>
        {survey && (
          <div className="c5 side">
            <SurveyFacts survey={survey} />
          </div>
        )}
      </div>
      {survey && <Parts survey={survey} search={search} show={show} />}
    </>
  );
}

/** Until there is a survey: its shape, or why it will not come and the way back to the list. */
function NoSurvey({ query }: { query: Pick<Answer<SurveyView>, 'error' | 'retry'> }) {
  const { own } = useSurveySpeech();
  return (
    <>
      <Pending of={query} rows={8} height={44} />
      {query.error && (
        <Link className="more" to="/$" params={{ _splat: 'ankiety' }}>
          {own.toList}
        </Link>
      )}
    </>
  );
}

interface PartsProps {
  survey: SurveyView;
  search: SurveySearch;
  show: (change: SurveySearch) => void;
}

function Parts({ survey, search, show }: PartsProps) {
  const { own } = useSurveySpeech();
  const { code, authority, items, scales } = survey;
  return (
    <>
      <Opinions survey={survey} search={search} show={show} />
      <Chooser survey={survey} chosen={search.grupa} show={show} />
      <Items items={items} />
      <Scales scales={scales} />
      <p>
        <a
          className="more"
          href={`/api/v1/surveys/${encodeURIComponent(code)}${stringifySearch({ authority })}`}
        >
          {own.json}
        </a>
      </p>
    </>
  );
}

function Crumb({ code, survey }: { code: string; survey: SurveyView | undefined }) {
  const { own } = useSurveySpeech();
  const labels = useLabels();
  return (
    <div className="crumb">
      <Link to="/$" params={{ _splat: 'ankiety' }} activeOptions={{ exact: true }}>
        {own.title}
      </Link>
      <span>{code}</span>
      {survey?.kind && <span className="chip">{labels.code('kind', survey.kind, 'survey')}</span>}
    </div>
  );
}

/** How many answered, what was rated highest and lowest, and what the design means for it. */
function Finding({ survey }: { survey: SurveyView }) {
  const { own, formats } = useSurveySpeech();
  const say = sayings(formats, own);
  const rated = survey.items
    .filter(({ mean, scale, reversed }) => mean !== null && scale === 'likert5' && reversed !== true)
    .sort((a, b) => b.mean!.estimate - a.mean!.estimate);
  const [first, last] = [rated[0], rated.at(-1)];
  const sentences = [
    own.finding.n(survey.n),
    first && own.finding.highest(say.name(first), say.mean(first.mean!.estimate), formats.number(5)),
    last && last !== first && own.finding.lowest(say.name(last), say.mean(last.mean!.estimate)),
  ];
  return (
    <>
      <p className="say second">{sentences.filter(Boolean).join(' ')}</p>
      <p className="design">{own.designSays[survey.interval_reason ?? 'sampling']}</p>
    </>
  );
}

interface ChooserProps {
  survey: SurveyView;
  chosen: Grouping | undefined;
  show: (change: SurveySearch) => void;
}

/** By what the answers are broken down; offered is what is known of those who answered. */
function Chooser({ survey, chosen, show }: ChooserProps) {
  const { own } = useSurveySpeech();
  const offered = (Object.keys(GROUPINGS) as Grouping[]).filter((key) =>
    survey.breakdowns.includes(GROUPINGS[key]),
  );
  if (offered.length === 0) return null;
  return (
    <fieldset className="switch groups">
      <legend>{own.breakdown.title}</legend>
      {[undefined, ...offered].map((key) => (
        <label key={key ?? ''}>
          <input type="radio" name="grupa" checked={key === chosen} onChange={() => show({ grupa: key })} />
          {own.breakdown.by[key ?? '']}
        </label>
      ))}
    </fieldset>
  );
}
