import { useEffect, useId, useState, type ComponentProps } from 'react';
import type { RecordListView, RecordNameView } from '../../server/intake/record.view';
import { call } from '../access/session';
import { listAddress } from './address';

interface Props {
  input: ComponentProps<'input'>;
  /** Type of the records whose codes are known. */
  of: string;
  authority: string;
}

const PAUSE_MS = 250;

/** The code of another record, with known ones suggested as it is typed. */
export function ReferenceInput({ input, of, authority }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const known = useKnown(typed === null ? null : listAddress(of, authority, { search: typed }));
  return (
    <>
      <input
        {...input}
        list={id}
        onFocus={() => setTyped((now) => now ?? '')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={id}>
        {known.map(({ identity, label }) => (
          <option key={JSON.stringify(identity)} value={Object.values(identity)[0]}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** What a list holds, asked once the typing rests; nothing where the list is not theirs to see. */
function useKnown(address: string | null): RecordNameView[] {
  const [known, setKnown] = useState<RecordNameView[]>([]);
  useEffect(() => {
    if (address === null) return;
    let isOver = false;
    const timer = setTimeout(() => {
      call('GET', address)
        .then((response) => response.json())
        .then((list: RecordListView) => !isOver && setKnown(list.items))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address]);
  return known;
}
