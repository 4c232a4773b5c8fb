import { useSurveyAt } from './address';
import { SurveyList } from './SurveyList';
import { SurveyPage } from './SurveyPage';
import '../styles/surveys.css';

/** Surveys: all of an authority, or the results of one. */
export default function SurveysPage() {
  const { code } = useSurveyAt();
  return code === undefined ? <SurveyList /> : <SurveyPage key={code} code={code} />;
}
