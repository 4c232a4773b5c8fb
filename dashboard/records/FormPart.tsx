import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordView, SavedView } from '../../server/intake/record.view';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { useLabels } from '../language';
import { Pending } from '../pages/Waiting';
import { identityOf } from './codebook';
import { formPathOf, identityIn, pathOf, recordAddress, useRecordsAt } from './address';
import { RecordForm } from './RecordForm';
import { titled } from './RecordsPage';
import { Saved } from './Saved';
import { Source } from './Source';
import { useRecordSpeech } from './words';

interface Props {
  type: string;
  authority: string;
}

/** What was saved last, told above the form that stands there now. */
export interface LastSaved {
  receipt: SavedView;
  isNew: boolean;
}

/** The form of one record: a known one to correct, or a new one. */
export function FormPart({ type, authority }: Props) {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const { search } = useRecordsAt();
  const [last, setLast] = useState<LastSaved | null>(null);
  const identity = identityIn(search, identityOf(labels.codebook, type));
  const name = titled(labels.type(type));
  return (
    <>
      <nav className="crumb" aria-label={records.title}>
        <Link to="/$" params={{ _splat: pathOf(type) }}>
          {name}
        </Link>
      </nav>
      <Head title={identity ? records.correct(name) : records.newRecord(name)} />
      {last && <Saved key={last.receipt.batch} type={type} last={last} />}
      {identity ? (
        <Known
          key={JSON.stringify(identity)}
          type={type}
          authority={authority}
          identity={identity}
          onSaved={(receipt) => setLast({ receipt, isNew: false })}
        />
      ) : (
        <New type={type} authority={authority} onSaved={(receipt) => setLast({ receipt, isNew: true })} />
      )}
    </>
  );
}

type Saving = Props & { onSaved: (receipt: SavedView) => void };

function Known({ type, authority, identity, onSaved }: Saving & { identity: Record<string, string> }) {
  const { data, error, reload } = useLive<RecordView>(recordAddress(type, authority, identity));
  if (!data) return <Pending of={{ error, retry: () => void reload() }} rows={10} />;
  return (
    <>
      <RecordForm
        // what is stored now is what the next correction begins with
        key={data.revision}
        type={type}
        authority={authority}
        identity={identity}
        record={data}
        onSaved={async (receipt) => {
          await reload();
          onSaved(receipt);
        }}
      />
      <Source record={data} />
    </>
  );
}

function New({ type, authority, onSaved }: Saving) {
  const navigate = useNavigate();
  return (
    <RecordForm
      type={type}
      authority={authority}
      identity={{}}
      record={null}
      onSaved={async (receipt, identity) => {
        onSaved(receipt);
        const to = { to: '/$', params: { _splat: formPathOf(type) }, replace: true } as const;
        await navigate({ ...to, search: identity as object, ignoreBlocker: true });
      }}
    />
  );
}
