import type { Codes } from './field';

export const SURVEY_KIND: Codes = {
  after_consultation: { pl: 'po konsultacjach', en: 'after a consultation' },
  panel: { pl: 'panel', en: 'panel' },
  training_before: { pl: 'przed szkoleniem', en: 'before a training' },
  training_after: { pl: 'po szkoleniu', en: 'after a training' },
  event: { pl: 'po wydarzeniu', en: 'after an event' },
};

/** How respondents were found; only a drawn sample has a margin of error. */
export const DESIGN: Codes = {
  census: { pl: 'wszyscy', en: 'census' },
  srs: { pl: 'losowanie proste', en: 'simple random sample' },
  stratified: { pl: 'losowanie warstwowe', en: 'stratified sample' },
  cluster: { pl: 'losowanie zespołowe', en: 'cluster sample' },
  open_link: { pl: 'otwarty odnośnik', en: 'open link' },
  quota: { pl: 'dobór kwotowy', en: 'quota sample' },
};

export const SCALE: Codes = {
  likert5: { pl: 'skala 1–5', en: 'scale 1–5' },
  likert7: { pl: 'skala 1–7', en: 'scale 1–7' },
  likert0_10: { pl: 'skala 0–10', en: 'scale 0–10' },
  number: { pl: 'liczba', en: 'number' },
  bool: { pl: 'tak lub nie', en: 'yes or no' },
  single: { pl: 'jedna odpowiedź', en: 'single choice' },
  multi: { pl: 'wiele odpowiedzi', en: 'multiple choice' },
  text: { pl: 'tekst', en: 'text' },
};
