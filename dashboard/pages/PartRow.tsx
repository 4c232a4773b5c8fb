import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import type { IndicatorScoreView } from '../../server/publish/score.view';
import { figures } from '../figures';
import { useLabels, useSpeech } from '../language';
import { useShownFact } from './facts';
import { Mark } from './marks';
import { useScoreSpeech } from './scoreWords';

interface Props {
  one: IndicatorScoreView;
  card: ConsultationCard;
}

/** One indicator of a consultation; it opens to the facts it reads and the rows they come from. */
export function PartRow({ one, card }: Props) {
  const { words, formats } = useScoreSpeech();
  const { columns, apart } = words.score.parts;
  const { score, signed, measure } = figures(formats, words);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <tr className="sub">
        <th scope="row">
          <button
            type="button"
            className="opens"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <Mark shape="right" />
            {one.label[formats.language]}
          </button>
          {one.weight === 0 && <small>{apart}</small>}
        </th>
        <td className={one.x === null ? 'r none' : 'r'} data-l={columns.x}>
          {one.x === null ? (words.score.status[one.status] ?? one.status) : measure(one.x, one.unit)}
          <Certainty one={one} />
        </td>
        <td className="r" data-l={columns.score}>
          {one.score === null ? '–' : score(one.score)}
        </td>
        <td className="r" data-l={columns.weight}>
          {formats.number(one.weight)}
        </td>
        <td className="r" data-l={columns.points}>
          {one.shown === null ? '–' : signed(one.shown)}
        </td>
      </tr>
      <tr className="behind" id={id} hidden={!isOpen}>
        <td colSpan={5} className="full">
          <Behind one={one} card={card} />
        </td>
      </tr>
    </>
  );
}

/** How sure a value is: the cases it stands on, its interval and what that is of, and what must be said beside it. */
function Certainty({ one }: Pick<Props, 'one'>) {
  const { words, formats } = useScoreSpeech();
  const { n, least } = words.score.certainty;
  const cases = one.n ?? 0;
  if (one.status === 'insufficient_n') return <small className="sure">{least(cases, one.min_n)}</small>;
  if (one.x === null) return null;
  const said = [one.min_n > 1 && n(cases), <Ends key="ends" one={one} />, one.remark?.[formats.language]];
  return (
    <small className="sure">
      {said.filter(Boolean).map((part, i) => (
        <span key={i}>{part} </span>
      ))}
    </small>
  );
}

/** The ends of an interval and what it is of; nothing of a fact. */
function Ends({ one: { interval, unit } }: Pick<Props, 'one'>) {
  const { words, formats } = useScoreSpeech();
  const { measure } = figures(formats, words);
  const { kind, low, high } = interval;
  const end = (x: number | null) => (x === null ? '…' : measure(x, unit));
  return words.score.certainty.interval[kind]?.(`${end(low)} – ${end(high)}`) ?? null;
}

/** The facts of an indicator as they are recorded, and the lines of the files that say so. */
export function Behind({
  one,
  card,
}: {
  one: Pick<Props['one'], 'facts' | 'sources'>;
  card: ConsultationCard;
}) {
  const { words } = useScoreSpeech();
  const { parts } = words.score;
  return (
    <>
      <dl className="facts wide">
        {one.facts.map((fact) => (
          <Fact key={fact.field} fact={fact} card={card} />
        ))}
      </dl>
      <p className="sources">
        {parts.sources(one.sources.length)}:{' '}
        {one.sources.map((source, i) => (
          <span key={`${source.type}-${source.batch}-${source.record}`}>
            {i > 0 && '; '}
            <SourceLink of={source} />
          </span>
        ))}
      </p>
    </>
  );
}

/** The line of a file, and where it is not a row of this consultation what it says. */
function SourceLink({
  of: { about, batch, file, line, record },
}: {
  of: IndicatorScoreView['sources'][number];
}) {
  const { words, formats } = useScoreSpeech();
  return (
    <>
      {about && `${about[formats.language]}: `}
      <Link
        to="/zasilanie/$partia"
        params={{ partia: String(batch) }}
        search={line === null ? {} : { wiersz: line, ...(record !== null && { rekord: record }) }}
      >
        {line === null ? file : `${file}, ${words.source.line(line)}`}
      </Link>
    </>
  );
}

function Fact({ fact, card }: { fact: IndicatorScoreView['facts'][number]; card: ConsultationCard }) {
  const { words, formats } = useSpeech();
  const labels = useLabels();
  const shown = useShownFact(card);
  const value = fact.related ? fact.value : shown(fact.field);
  return (
    <>
      <dt>{fact.related ? fact.label[formats.language] : labels.field(fact.field)}</dt>
      <dd className={value === null ? 'none' : undefined}>{value ?? words.notRecorded}</dd>
    </>
  );
}
