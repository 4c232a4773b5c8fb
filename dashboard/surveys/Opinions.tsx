import { lazy } from 'react';
import type { SurveyView } from '../../server/publish/survey.view';
import { VIEWS } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { ChartTable } from '../charts/ChartTable';
import { Room } from '../charts/Room';
import type { Column, Table } from '../charts/table';
import { InWords } from '../indicator/common';
import { inLanguage } from '../language';
import { useAuthority } from '../pages/authority';
import type { SurveySearch } from './address';
import { fillsOf, likertHeight, likertRows, type LikertRow } from './likert';
import { sayings, type Sayings } from './say';
import { type Own, useSurveySpeech } from './words';

const LikertChart = lazy(() => import('./LikertChart'));
const SCALES = ['likert5', 'likert7'];

interface Props {
  survey: SurveyView;
  search: SurveySearch;
  show: (change: SurveySearch) => void;
}

/** The ratings of a survey: one chart for all questions of a scale. */
export function Opinions(props: Props) {
  return (
    <>
      {SCALES.map((scale) => (
        <Scale key={scale} scale={scale} {...props} />
      ))}
    </>
  );
}

function Scale({ survey, scale, search, show }: Props & { scale: string }) {
  const { own, formats } = useSurveySpeech();
  const authority = useAuthority();
  const say = sayings(formats, own);
  const rows = likertRows(survey.items, scale, say.name);
  const first = rows[0];
  if (!first) return null;
  const id = `oceny-${scale}`;
  const words = own.opinions;
  const { meta, code } = survey;
  const title = words.headline(first.name, say.percent(first.above));
  const points = rows.map((row) => pointOf(row, own, say, formats.number));
  const table = tableOf(rows, own, say);
  const last = first.item.answers.length - 1;
  return (
    <section className="opinions">
      <ChartFrame
        id={id}
        headline={title}
        sub={words.sub(say.answer(first.item, 0), say.answer(first.item, last))}
        chips={[words.n(survey.n), words.asOf(formats.day(meta.as_of)), words.snapshot(meta.snapshot ?? 0)]}
        view={search.widok ?? VIEWS[0]}
        onView={(view) => show({ widok: view === 'wykres' ? undefined : view })}
        points={points}
        table={table}
        origin={{ code, title: inLanguage(survey.title, formats.language)?.text ?? code, meta }}
        panels={{
          wykres: <Drawing rows={rows} id={id} say={say} />,
          tabela: <ChartTable table={table} caption={words.caption} missing={own.none} />,
          opis: <InWords id={id} lines={[`${title}.`, ...points]} />,
        }}
        footer={
          <>
            <p>{words.caption}</p>
            <p>{words.source(authority.name ?? survey.authority)}</p>
          </>
        }
      />
    </section>
  );
}

function Drawing({ rows, id, say }: { rows: LikertRow[]; id: string; say: Sayings }) {
  const { item } = rows[0]!;
  const answers = item.answers.map((_answer, at) => say.answer(item, at));
  return (
    <>
      <Legend answers={answers} />
      <Room height={(width) => likertHeight(rows.length, width)}>
        {(width) => <LikertChart rows={rows} id={id} width={width} />}
      </Room>
    </>
  );
}

/** What the colours mean, from the lowest answer to the highest. */
function Legend({ answers }: { answers: string[] }) {
  return (
    <ul className="likert-legend">
      {answers.map((answer, at) => (
        <li key={answer}>
          <i style={{ background: fillsOf(answers.length)[at] }} />
          {answer}
        </li>
      ))}
    </ul>
  );
}

function pointOf(row: LikertRow, own: Own, say: Sayings, number: (value: number) => string): string {
  const { item, name, below, middle, above, silent } = row;
  return own.opinions.point({
    name,
    below: say.percent(below),
    middle: say.percent(middle),
    above: say.percent(above),
    mean: item.mean ? say.whole(item.mean, say.mean) : own.none,
    n: number(item.n ?? 0),
    silent: number(silent),
  });
}

function tableOf(rows: LikertRow[], own: Own, say: Sayings): Table {
  const { columns, share } = own.opinions;
  const { item } = rows[0]!;
  const shares = item.answers.map(({ value }, at): Column => ({
    name: `share_${value}`,
    label: share(say.answer(item, at)),
    type: 'number',
    decimals: 1,
  }));
  const hasInterval = rows.some((row) => row.item.mean?.low !== null);
  const ends: Column[] = [
    { name: 'low', label: columns.low, type: 'number', decimals: 2 },
    { name: 'high', label: columns.high, type: 'number', decimals: 2 },
  ];
  return {
    columns: [
      { name: 'item', label: columns.item, type: 'text' },
      { name: 'base', label: columns.base, type: 'integer' },
      { name: 'n', label: columns.n, type: 'integer' },
      { name: 'no_answer', label: columns.silent, type: 'integer' },
      ...shares,
      { name: 'mean', label: columns.mean, type: 'number', decimals: 2 },
      ...(hasInterval ? ends : []),
    ],
    rows: rows.map((row) => {
      const { base, n, mean } = row.item;
      const known = [mean?.estimate ?? null, ...(hasInterval ? [mean?.low ?? null, mean?.high ?? null] : [])];
      return [row.name, base, n, row.silent, ...row.shares.map((one) => one * 100), ...known];
    }),
  };
}
