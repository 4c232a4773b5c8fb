import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import { VIEWS, type View } from '../address';
import { useAnswer, type Answer } from '../answers';
import { cardOf } from '../api';
import { inLanguage, Title, useLabels, useSpeech } from '../language';
import { useDocumentTitle } from './authority';
import { CardFacts } from './CardFacts';
import { useCardSpeech } from './cardWords';
import { Course } from './Course';
import { cardSentences } from './sentences';
import { Pending, Waiting } from './Waiting';

// The waterfall and its table come after the facts: they wait for an answer of their own anyway. Records stand below.
const Score = lazy(() => import('./Score').then((module) => ({ default: module.Score })));
const CardRecords = lazy(() => import('./CardRecords'));

const route = getRouteApi('/konsultacje/$kod');

/** One consultation: what is known of it, its days against the law, what is not recorded, and the source of each fact. */
export function ConsultationPage() {
  const { formats } = useSpeech();
  const { kod } = route.useParams();
  const { org, widok, ocena } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useAnswer(cardOf(kod, org));
  // The card before this one is not this one's old state: it is never shown under this address.
  const card = query.isOld ? undefined : query.data;
  useDocumentTitle((card && inLanguage(card.title, formats.language)?.text) ?? kod);
  const show = (key: 'widok' | 'ocena') => (view: View) =>
    void navigate({
      search: (now) => ({ ...now, [key]: view === 'wykres' ? undefined : view }),
      resetScroll: false,
    });

  return (
    <>
      <Crumb code={kod} card={card} />
      <div className="grid">
        <div className="c7">
          <h1 className="name" tabIndex={-1}>
            {card ? <Title title={card.title} code={card.code} /> : kod}
          </h1>
          {card ? <Finding card={card} /> : <NoCard query={query} />}
        </div>
        {card && (
          <div className="c5 side">
            <CardFacts card={card} />
          </div>
        )}
      </div>
      {card && (
        <>
          <Suspense fallback={<Waiting rows={6} height={44} />}>
            <Score card={card} org={org} view={ocena} onView={show('ocena')} />
          </Suspense>
          <Course card={card} view={widok ?? VIEWS[0]} onView={show('widok')} />
          <Suspense fallback={<Waiting rows={6} height={44} />}>
            <CardRecords card={card} />
          </Suspense>
        </>
      )}
    </>
  );
}

/** Until there is a card: its shape, or why it will not come and the way back to the list. */
function NoCard({ query }: { query: Pick<Answer<ConsultationCard>, 'error' | 'retry'> }) {
  const { words } = useSpeech();
  return (
    <>
      <Pending of={query} rows={8} height={44} />
      {query.error && (
        <Link className="more" to="/konsultacje">
          {words.lost.back}
        </Link>
      )}
    </>
  );
}

function Crumb({ code, card }: { code: string; card: ConsultationCard | undefined }) {
  const { words } = useSpeech();
  const labels = useLabels();
  return (
    <div className="crumb">
      <Link to="/konsultacje">{words.consultationsPage}</Link>
      <span>{code}</span>
      {card?.status && <span className="chip">{labels.status(card.status)}</span>}
    </div>
  );
}

function Finding({ card }: { card: ConsultationCard }) {
  const { words } = useCardSpeech();
  const labels = useLabels();
  return <p className="say second">{cardSentences(card, words, labels).join(' ')}</p>;
}
