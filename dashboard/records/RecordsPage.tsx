import { Link } from '@tanstack/react-router';
import { Head } from '../access/Head';
import { SignedIn } from '../access/SignedIn';
import { useLabels } from '../language';
import { useAuthority } from '../pages/authority';
import { pathOf, useRecordsAt } from './address';
import { typesOf } from './codebook';
import { FormPart } from './FormPart';
import { ListPart } from './ListPart';
import { useRecordSpeech } from './words';
import '../styles/records.css';

/** Records one by one, for those who bring them in: all types, the records of one, the form of one record. */
export default function RecordsPage() {
  const { records } = useRecordSpeech();
  return (
    <SignedIn title={records.title} isWorker>
      {() => <Records />}
    </SignedIn>
  );
}

function Records() {
  const { records } = useRecordSpeech();
  const types = typesOf(useLabels().codebook);
  const { type, isForm } = useRecordsAt();
  const { current, org } = useAuthority();
  const authority = org ?? current?.code;
  if (type === undefined) return <Types />;
  if (!types.includes(type)) return <Head title={records.unknownType(type)} />;
  if (authority === undefined)
    return (
      <Head title={records.title}>
        <p className="lead">{records.noAuthority}</p>
      </Head>
    );
  const Part = isForm ? FormPart : ListPart;
  return <Part key={`${type} ${authority}`} type={type} authority={authority} />;
}

function Types() {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  return (
    <>
      <Head title={records.title}>
        <p className="lead">{records.lead}</p>
      </Head>
      <ul className="types">
        {typesOf(labels.codebook).map((type) => (
          <li key={type}>
            <Link to="/$" params={{ _splat: pathOf(type) }}>
              {titled(labels.type(type))}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A name of the codebook at the beginning of a line. */
export const titled = (name: string): string => name.charAt(0).toLocaleUpperCase() + name.slice(1);
