import { useParams } from '@tanstack/react-router';
import type { SurveyListView, SurveyView } from '../../server/publish/survey.view';
import { one, useAddress } from '../access/address';
import { stringifySearch, VIEWS, type Raw, type View } from '../address';
import { ask } from '../api';

/** By what answers are broken down: the key in the address of the page, and the name in the API. */
export const GROUPINGS = { plec: 'sex', wiek: 'age_band', dzielnica: 'district' } as const;
export type Grouping = keyof typeof GROUPINGS;

/** What of a survey stands in the address of its page. */
export interface SurveySearch {
  grupa?: Grouping | undefined;
  widok?: View | undefined;
}

const known = <T extends string>(raw: Raw, key: string, all: readonly T[]): T | undefined =>
  all.find((value) => value === one(raw, key));

const surveySearch = (raw: Raw): SurveySearch => ({
  grupa: known(raw, 'grupa', Object.keys(GROUPINGS) as Grouping[]),
  widok: known(raw, 'widok', VIEWS),
});

/** The code of the survey that the address names, undefined for all; what of it is shown, and how to show something else. */
export function useSurveyAt() {
  const { _splat = '' } = useParams({ strict: false });
  const [search, go] = useAddress(surveySearch);
  // a code may hold a slash itself
  const code = _splat.replace(/^[^/]*\/?/, '').replace(/\/$/, '') || undefined;
  return { code, search, show: (change: SurveySearch) => go({ ...search, ...change }) };
}

export const pathOf = (code: string) => `ankiety/${code}`;

export const surveysOf = (org: string | undefined) =>
  ask<SurveyListView>(`/api/v1/surveys${stringifySearch({ authority: org })}`);
export const surveyOf = (code: string, org: string | undefined, by: Grouping | undefined) =>
  ask<SurveyView>(
    `/api/v1/surveys/${encodeURIComponent(code)}${stringifySearch({ authority: org, by: by && GROUPINGS[by] })}`,
  );
