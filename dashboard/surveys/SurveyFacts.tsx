import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SurveyView } from '../../server/publish/survey.view';
import { Title, useLabels } from '../language';
import { sayings } from './say';
import { useSurveySpeech } from './words';

/** The facts a reader asks for first; what is not recorded says so. */
export function SurveyFacts({ survey }: { survey: SurveyView }) {
  const { own, formats } = useSurveySpeech();
  const labels = useLabels();
  const { facts } = own;
  const { design, invited, consultation } = survey;
  const [from, to] = [survey.opens_on ?? survey.answered_from, survey.closes_on ?? survey.answered_to];
  return (
    <>
      <h2 className="vh">{facts.title}</h2>
      <dl className="facts">
        <Fact name={facts.n}>{formats.number(survey.n)}</Fact>
        <Fact name={facts.invited}>{invited === null ? null : formats.number(invited)}</Fact>
        <Fact name={facts.rate}>
          <Rate survey={survey} />
        </Fact>
        <Fact name={facts.design}>{design && labels.code('design', design, 'survey')}</Fact>
        <Fact name={facts.sample}>
          <Sample survey={survey} />
        </Fact>
        <Fact name={facts.period}>{from && to ? formats.period(from, to) : null}</Fact>
        <Fact name={facts.consultation}>
          {consultation && (
            <Link to="/konsultacje/$kod" params={{ kod: consultation.code }}>
              <Title title={consultation.title} code={consultation.code} />
            </Link>
          )}
        </Fact>
        <Fact name={facts.weights}>
          <Weights survey={survey} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { own } = useSurveySpeech();
  return (
    <>
      <dt>{name}</dt>
      <dd className={children === null ? 'none' : undefined}>{children ?? own.notKnown}</dd>
    </>
  );
}

function Rate({ survey: { response_rate: rate, response_rate_reason: reason } }: { survey: SurveyView }) {
  const { own, formats } = useSurveySpeech();
  if (rate !== null) return <>{sayings(formats, own).percent(rate)}</>;
  return <>{reason && own.rate[reason]}</>;
}

function Sample({ survey: { sampling } }: { survey: SurveyView }) {
  const { own, formats } = useSurveySpeech();
  if (!sampling) return <>{own.none}</>;
  const { units, strata, df, fpc } = sampling;
  const { number } = formats;
  return <>{own.sample({ units: number(units), strata: number(strata), df: number(df), fpc })}</>;
}

function Weights({ survey: { weighted, n_eff, deff_w } }: { survey: SurveyView }) {
  const { own, formats } = useSurveySpeech();
  if (!weighted || n_eff === null || deff_w === null) return <>{own.weights.none}</>;
  return <>{own.weights.some(formats.number(n_eff), formats.number(deff_w, 2))}</>;
}
