import type { ScoreView } from '../../server/publish/score.view';
import type { Table } from '../charts/table';
import type { Step } from '../charts/waterfall';
import { figures, filledIn } from '../figures';
import type { ScoreSpeech } from './scoreWords';

/** A score with its steps and the names of their dimensions. */
export interface Fallen {
  score: ScoreView;
  steps: Step[];
  names: Record<string, string>;
}

/** The way from 100 to the index as the API gives it, with nothing rounded. */
export function stepsTable({ score, steps, names }: Fallen, { words }: ScoreSpeech): Table {
  const { columns, start, end } = words.score;
  const lost = (code: string) => score.dimensions.find((one) => one.code === code)!.points ?? 0;
  let after = 100;
  return {
    columns: [
      { name: 'step', label: columns.code, type: 'code' },
      { name: 'name', label: columns.step, type: 'text' },
      { name: 'points', label: columns.points, type: 'number' },
      { name: 'after', label: columns.after, type: 'number' },
    ],
    rows: [
      ['start', start, null, after],
      ...steps.map(({ code }) => [code, names[code]!, lost(code), (after += lost(code))]),
      ['index', end, null, score.index],
    ],
  };
}

/** What is said of each row of the drawing; the index comes last, with its grade and bounds. */
export function stepsSaid({ score, steps, names }: Fallen, speech: ScoreSpeech): string[] {
  const { words, formats } = speech;
  const { tenth: shown, signed } = figures(formats, words);
  const { start, end, at } = words.score;
  const whole = [
    `${end}: ${shown(score.index!)} ${words.index.outOf}`,
    score.grade && words.index.grade(score.grade),
    filledIn(score, speech),
  ];
  return [
    `${start}: ${shown(100)}`,
    ...steps.map(({ code, points, to }) => at(names[code]!, signed(points), shown(to))),
    whole.filter(Boolean).join('; '),
  ];
}
