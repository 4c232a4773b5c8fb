import type { ConsultationCard } from '../../server/publish/card.view';
import type { Gantt } from '../charts/gantt';
import { Swatch } from '../charts/Swatch';
import { bound } from '../words';
import { useCardSpeech } from './cardWords';
import { SourceLink } from './SourceLink';

/** What the marks of this drawing mean, only those that it has, and the law they stand for. */
export function CourseLegend({ gantt, card }: { gantt: Gantt; card: ConsultationCard }) {
  const { words } = useCardSpeech();
  const { legend, lawLink } = words.course;
  const drawn = new Set(gantt.rows.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
  const kinds = (['wait', 'tail', 'late'] as const).filter((kind) => drawn.has(kind));
  return (
    <>
      <ul className="legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <svg width="22" height="10" aria-hidden="true">
              <Swatch kind={kind} hatch="legend-hatch" box={{ x: 0, y: 0, width: 22, height: 10 }} />
            </svg>
            {legend[kind]}
          </li>
        ))}
        {gantt.rows.some(({ legal }) => legal !== null) && (
          <li>
            <svg width="3" height="14" aria-hidden="true">
              <line className="tg" x1="1.5" x2="1.5" y1="0" y2="14" />
            </svg>
            {legend.law}
          </li>
        )}
      </ul>
      {card.legal && (
        <p>
          {bound(`${card.legal.act}, ${card.legal.article}`)}
          {card.legal.basis === 'by_matter' && ` (${words.card.byMatter})`}
          {': '}
          <SourceLink href={card.legal.source_url} text={lawLink} />
        </p>
      )}
    </>
  );
}
