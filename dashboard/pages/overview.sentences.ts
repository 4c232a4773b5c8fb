import type { OverviewView } from '../../server/publish/overview.view';
import { figures, lowered, tenth } from '../figures';
import { quarterName, quarterNumber } from '../quarters';
import type { OverviewSpeech } from './overviewWords';
import { bound } from '../words';

/** Consultations below which a period has no index (method.md 4.10). */
const FEWEST = 3;
/** Dimensions that the index of an authority needs, and those it cannot do without (method.md, from a value to an index). */
const DIMENSIONS = 6;
const NEEDED = ['D4', 'D6'];
/** What a headline names: more would not be read. */
const NAMED = 2;
const KNOWN = 3;

/** The finding of a quarter in one or two sentences; it claims nothing of chance, for nothing was tested. */
export function overviewSentence(view: OverviewView, speech: OverviewSpeech): string {
  return bound(view.quarter.index === null ? unscored(view, speech) : scored(view, speech));
}

function scored(view: OverviewView, speech: OverviewSpeech): string {
  const { says } = speech.words.overview;
  const { score } = figures(speech.formats, speech.words);
  const { quarter, index } = view.quarter;
  return `${says.index(quarter, score(index!))}${change(view, speech)}. ${weakest(view, speech)}`.trim();
}

function change({ quarter: now, previous }: OverviewView, { words, formats }: OverviewSpeech): string {
  const { says } = words.overview;
  const { tenth: shown } = figures(formats, words);
  if (!previous) return says.noneBefore(now.quarter, quarterName(quarterNumber(now.quarter) - 1));
  if (previous.index === null) return says.noIndexBefore(now.quarter, previous.quarter);
  if (!previous.comparable) return '';
  const by = tenth(tenth(now.index!) - tenth(previous.index));
  const head = by === 0 ? says.same : (by > 0 ? says.more : says.less)(shown(Math.abs(by)));
  return (
    head +
    says.against({
      name: now.quarter,
      other: previous.quarter,
      now: shown(now.index!),
      before: shown(previous.index),
      n: now.consultations,
      m: previous.consultations,
    })
  );
}

function weakest({ dimensions }: OverviewView, { words, formats }: OverviewSpeech): string {
  const { score } = figures(formats, words);
  const named = dimensions
    .filter((one) => one.score !== null)
    .sort((a, b) => a.score! - b.score!)
    .slice(0, NAMED)
    .map((one) => `${lowered(one.label[formats.language])} (${score(one.score!)})`);
  return named.length < NAMED ? '' : words.overview.says.weakest(named);
}

function unscored(view: OverviewView, speech: OverviewSpeech): string {
  const { quarter, indicators } = view;
  const { words, formats } = speech;
  const { says } = words.overview;
  const known = indicators
    .filter(({ level, observed }) => level !== 'city' && observed > 0)
    .sort((a, b) => b.observed - a.observed);
  const named = known
    .slice(0, KNOWN)
    .map(({ label, code, observed, missing, not_due: waiting }) =>
      says.one(lowered(label[formats.language]), code, observed, observed + missing + waiting),
    );
  const what = known.length === 0 ? says.nothing : says.only(named, known.length - named.length);
  return `${says.not(quarter.quarter)}: ${lack(view, speech)}; ${what}.`;
}

/** The first thing that an index needs and this quarter lacks. */
function lack({ quarter, dimensions }: OverviewView, { words, formats }: OverviewSpeech): string {
  const { says } = words.overview;
  const { consultations, dimensions_observed: known, dimensions_expected: all } = quarter;
  if (consultations < FEWEST) return says.tooFew(consultations, FEWEST);
  const needed = dimensions.find(({ code, score }) => NEEDED.includes(code) && score === null);
  if (known >= DIMENSIONS && needed) return says.without(needed.label[formats.language]);
  return says.tooLittle(known, all, DIMENSIONS);
}
