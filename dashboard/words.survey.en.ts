import { formats, tidy } from './words';
import type { SurveyWords } from './words.survey.pl';

const { count, number } = formats('en');

const surveys = { one: 'survey', other: 'surveys' };
const people = { one: 'person', other: 'people' };

/** The English words of surveys. */
export const surveyWords: SurveyWords = tidy({
  title: 'Surveys',
  headline: (n: number) => (n === 0 ? 'There is no survey yet' : `${count(n, surveys)} with results`),
  lead: 'What was asked, who answered and what it says. Only surveys whose people were drawn, or that asked everyone, have a margin of error.',
  empty: 'This authority has not brought in any answers to a survey.',
  caption: 'Surveys, the latest first',
  toList: 'Go to the list of surveys',
  columns: {
    survey: 'Survey',
    consultation: 'Consultation',
    kind: 'Kind',
    design: 'Design',
    n: 'Responses',
    closes: 'End',
  },
  wave: (n: number) => `wave ${number(n)}`,
  none: '—',
  notKnown: 'not recorded',
  finding: {
    n: (n: number) => `${count(n, people)} answered this survey.`,
    highest: (name: string, mean: string, top: string) =>
      `Rated highest: “${name}”, ${mean} out of ${top} on average.`,
    lowest: (name: string, mean: string) => `Lowest: “${name}”, ${mean}.`,
  },
  facts: {
    title: 'Facts of the survey',
    n: 'Responses',
    invited: 'Invited',
    rate: 'Response rate',
    design: 'Design',
    period: 'Period',
    consultation: 'Consultation',
    weights: 'Weights',
    sample: 'Sample',
  },
  rate: {
    not_random: 'there is none: people were not drawn',
    design_unknown: 'there is none: how people were found is not recorded',
    no_invited: 'how many were asked is not recorded',
    invited_below_n: 'there are more responses than people invited',
  },
  weights: {
    none: 'each response counts once',
    some: (n_eff: string, deff: string) =>
      `yes; the responses say as much as ${n_eff} equal ones (${deff} times fewer)`,
  },
  sample: (s: { units: string; strata: string; df: string; fpc: boolean }) =>
    `units: ${s.units}, strata: ${s.strata}, degrees of freedom: ${s.df}${s.fpc ? ', corrected for the size of the population' : ''}`,
  designSays: {
    sampling:
      'People were drawn, or everyone was asked, so a 95% confidence interval (CI) stands beside the results. It speaks of the error of sampling only.',
    not_random:
      'This is no random sample: the results speak of those who answered and have no margin of error.',
    design_unknown:
      'How people were found is not recorded: the results speak of those who answered and have no margin of error.',
    no_clusters:
      'The clusters that were drawn are not recorded, so the error of sampling cannot be computed.',
    design_incomplete:
      'The stratum or the cluster is recorded for some responses only, so the error of sampling cannot be computed.',
    one_unit_in_stratum: 'One of the strata has a single unit, so the error of sampling cannot be computed.',
  } as Record<string, string>,
  opinions: {
    title: 'Ratings',
    headline: (name: string, share: string) => `Most answers above the middle: “${name}” (${share})`,
    sub: (low: string, high: string) =>
      `Share of answers from ${low} (left) to ${high} (right); the middle of the scale is split at the axis`,
    caption: 'Shares are weighted and of those who answered; numbers of people are not weighted.',
    point: (p: {
      name: string;
      below: string;
      middle: string;
      above: string;
      mean: string;
      n: string;
      silent: string;
    }) =>
      `${p.name}: below the middle ${p.below}, middle ${p.middle}, above ${p.above}; mean ${p.mean}; answers ${p.n}, no answer ${p.silent}`,
    row: (n: string, silent: string) => `n = ${n} · no answer ${silent}`,
    columns: {
      item: 'Question',
      base: 'Asked',
      n: 'Answers',
      silent: 'No answer',
      mean: 'Mean',
      low: 'CI from',
      high: 'CI to',
    },
    share: (answer: string) => `${answer} (%)`,
    source: (authority: string) => `Source: ${authority}, answers to the survey`,
    n: (n: number) => `n = ${number(n)}`,
    asOf: (day: string) => `data to ${day}`,
    snapshot: (n: number) => `snapshot ${number(n)}`,
    below: 'lower',
    middle: 'middle',
    above: 'upper',
  },
  breakdown: {
    title: 'Break answers down',
    by: { '': 'not at all', plec: 'sex', wiek: 'age', dzielnica: 'district' } as Record<string, string>,
    name: { sex: 'Sex', age_band: 'Age', district: 'District' },
    caption: (name: string) => `Answers by ${name}; shares within the group`,
    n: 'Answers',
    rest: { group: '', small: 'smaller groups together', unknown: 'not known' },
    small: 'n below 30: not compared',
    hidden:
      '[c] This question is not broken down: one of its cells would be about fewer than 5 people, or could be worked out.',
    sides: 'Answers are put together to three, so that every cell is about at least 5 people or nobody.',
  },
  items: {
    title: 'Questions',
    note: 'Worded exactly as in the survey.',
    base: (base: number, n: number) => `${count(base, people)} asked, ${number(n)} answered`,
    silent: {
      skipped: 'no answer',
      not_applicable: 'not applicable or don’t know',
      dont_know: 'don’t know',
      unreadable: 'unreadable',
    },
    mean: (mean: string) => `mean ${mean}`,
    unweighted: (mean: string) => `unweighted ${mean}`,
    range: (low: string, high: string) => `95% CI: ${low}–${high}`,
    reversed: 'reversed question: a higher answer means worse',
    caption: (name: string) => `Answers: ${name}`,
    each: 'The answers one by one',
    answer: 'Answer',
    count: 'People',
    share: 'Share',
    rare: 'others, each from fewer than 5 people',
    several: 'Several answers were possible; shares are of those who chose at least one.',
    yesNo: ['no', 'yes'],
    hidden: {
      too_few: 'Too few answers (n < 10) to show a result.',
      suppressed:
        '[c] All gave the same answer and are fewer than 20: the result would say what each of them answered.',
      no_answers: 'Nobody answered.',
      own_words: 'What people wrote in their own words is not shown.',
    } as Record<string, string>,
  },
  waves: {
    title: 'Over the waves',
    caption: 'Mean over the waves',
    wave: 'Wave',
    mean: 'Mean',
    n: 'Answers',
    break: '[b] the question was changed: not compared with the wave before',
  },
  scales: {
    title: 'Do the questions measure one thing',
    caption: 'Cronbach’s alpha of the questions about one thing',
    columns: { stem: 'Construct', items: 'Questions', n: 'Answers', alpha: 'Alpha', note: 'Note' },
    reversed_unknown: (items: string) =>
      `waits: ${items} runs against the others, and whether it is reversed is not known`,
    too_few: 'too few answers (n < 10)',
    no_variance: 'the answers do not differ',
  },
  json: 'Results of this survey as JSON',
});
