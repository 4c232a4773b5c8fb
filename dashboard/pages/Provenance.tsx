import { Link } from '@tanstack/react-router';
import type { ConsultationCard, ProvenanceView } from '../../server/publish/card.view';
import { useLabels, useSpeech } from '../language';
import { Checksum } from './Checksum';
import { useShownFact } from './facts';
import { Heads } from './Heads';
import { SourceLink } from './SourceLink';

/** Where the record comes from: the page of its source, and the file, line and batch that brought it in. */
export function Provenance({ card }: { card: ConsultationCard }) {
  const { words } = useSpeech();
  const labels = useLabels();
  const precision = useShownFact(card)('source_precision');
  return (
    <section>
      <div className="sec">
        <h2>{words.source.title}</h2>
      </div>
      <dl className="facts wide">
        <dt>{labels.field('source_url')}</dt>
        <dd>{card.links.source ? <SourceLink href={card.links.source} /> : words.source.noSource}</dd>
        <dt>{labels.field('source_precision')}</dt>
        <dd className={precision === null ? 'none' : undefined}>{precision ?? words.notRecorded}</dd>
      </dl>
      <ProvenanceTable card={card} />
      <p>
        <a className="more" href={card.links.self}>
          {words.source.json}
        </a>
      </p>
    </section>
  );
}

function ProvenanceTable({ card }: { card: ConsultationCard }) {
  const { words } = useSpeech();
  const { columns } = words.source;
  return (
    <table className="tbl cards provenance">
      <caption>{words.source.table}</caption>
      <Heads of={[columns.file, columns.batch, columns.revision, columns.at, columns.sum]} />
      <tbody>
        {card.provenance.map((one) => (
          <Version key={`${one.batch}-${one.line}-${one.revision}`} version={one} code={card.code} />
        ))}
      </tbody>
    </table>
  );
}

function Version({ version, code }: { version: ProvenanceView; code: string }) {
  const { words, formats } = useSpeech();
  const { columns } = words.source;
  return (
    <tr>
      <th scope="row">
        <Link
          to="/zasilanie/$partia"
          params={{ partia: String(version.batch) }}
          search={{ wiersz: version.line, rekord: code }}
        >
          {version.file}, {words.source.line(version.line)}
        </Link>
      </th>
      <td data-l={columns.batch}>{version.batch}</td>
      <td data-l={columns.revision}>
        {version.revision}, {version.current ? words.source.current : words.source.earlier}
      </td>
      <td data-l={columns.at} className="full">
        {formats.instant(version.taken_in_at)}
      </td>
      <td data-l={columns.sum} className="full">
        <Checksum sum={version.sha256} />
      </td>
    </tr>
  );
}
