import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import { useLabels, useSpeech } from '../language';
import { bound } from '../words';
import { useCardSpeech } from './cardWords';
import { periodOf } from './ConsultationTable';
import { useShownFact } from './facts';

const SHOWN = [
  'unit_name',
  'forms',
  'addressee',
  'topics',
  'reported_participants',
  'reported_contributions',
  'reported_accepted',
];

/** The facts a reader asks for first; what is not recorded says so. */
export function CardFacts({ card }: { card: ConsultationCard }) {
  const { words, formats } = useCardSpeech();
  const labels = useLabels();
  const shown = useShownFact(card);
  const period = periodOf(card, words, formats);
  const until = card.facts['remarks_until'];
  return (
    <>
      <h2 className="vh">{words.card.facts}</h2>
      <dl className="facts">
        <Fact name={words.card.basis}>
          <Basis card={card} />
        </Fact>
        <Fact name={words.card.period}>
          {period}
          {period && card.days_open !== null && `, ${words.days(card.days_open)}`}
        </Fact>
        {typeof until === 'string' && until !== card.closes_on && (
          <Fact name={labels.field('remarks_until')}>{formats.day(until)}</Fact>
        )}
        <Fact name={labels.field('matter_type')}>{shown('matter_type')}</Fact>
        {SHOWN.map((name) => (
          <Fact key={name} name={labels.field(name)}>
            {shown(name)}
          </Fact>
        ))}
        {card.surveys.map((code) => (
          <Fact key={code} name={words.surveysPage}>
            <Link to="/$" params={{ _splat: `ankiety/${code}` }}>
              {code}
            </Link>
          </Fact>
        ))}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { words } = useSpeech();
  const empty = children === null || (Array.isArray(children) && children.every((one) => !one));
  return (
    <>
      <dt>{name}</dt>
      <dd className={empty ? 'none' : undefined}>{empty ? words.notRecorded : children}</dd>
    </>
  );
}

function Basis({ card }: { card: ConsultationCard }) {
  const { words } = useCardSpeech();
  const stated = card.facts['legal_basis'];
  const rule = card.legal && bound(`${card.legal.act}, ${card.legal.article}`);
  if (typeof stated !== 'string' && !rule) return <span className="none">{words.notRecorded}</span>;
  return (
    <>
      {typeof stated === 'string' && <span>{bound(stated)}</span>}
      {rule && (typeof stated === 'string' ? <small>{rule}</small> : <span>{rule}</span>)}
      {card.legal?.basis === 'by_matter' && <small>{words.card.byMatter}</small>}
    </>
  );
}
