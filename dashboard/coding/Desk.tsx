import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import type { SavedView } from '../../server/intake/record.view';
import { Alarm } from '../access/Alarm';
import { CodeFields } from './CodeFields';
import { Contribution } from './Contribution';
import { type DeskItem, type Drafts, type Given, givenOf } from './drafts';
import { useCodingSpeech } from './words';

interface Props {
  items: DeskItem[];
  /** Which of them is on the desk. */
  at: number;
  /** How many stand before the first of them, and how many there are in all. */
  before: number;
  total: number;
  hasCluster: boolean;
  drafts: Drafts;
  give: (item: DeskItem, given: Partial<Given>) => void;
  /** Puts another one on the desk; one beyond the items is on the next page or the one before. */
  move: (to: number) => void;
  save: () => Promise<SavedView>;
}

/** One contribution at a time with its codes, by keyboard: digits choose, Enter goes on. */
export function Desk(props: Props) {
  const { items, at, before, total, hasCluster, drafts, give, move } = props;
  const { coding } = useCodingSpeech();
  const form = useRef<HTMLFormElement>(null);
  const { saving, saveAll } = useSaving(props);
  const item = items[at];
  useFocusOnCodes(form, item?.code);
  if (!item) return <p className="text empty">{coding.none}</p>;
  const step = (by: number) => {
    const place = before + at + by;
    if (place >= 0 && place < total) move(at + by);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) step(-1);
    else saveAll();
  };
  const goOn = (event: SubmitEvent) => {
    event.preventDefault();
    step(1);
  };
  return (
    <form className="desk" ref={form} noValidate onSubmit={goOn}>
      <Contribution item={item} place={before + at + 1} total={total} />
      <div className="desk-codes">
        <CodeFields
          key={item.code}
          given={drafts[item.code] ?? givenOf(item)}
          clusters={hasCluster ? clustersOf(items, drafts) : null}
          give={(given) => give(item, given)}
          onKey={onKey}
        />
        <Buttons {...props} back={() => step(-1)} saveAll={saveAll} />
        <p className="hint">{coding.keys}</p>
        <Outcome {...saving} />
      </div>
    </form>
  );
}

/** The first button is what Enter presses. */
function Buttons({ items, drafts, move, back, saveAll }: Props & { back: () => void; saveAll: () => void }) {
  const { coding } = useCodingSpeech();
  const uncoded = items.findIndex((one) => (drafts[one.code] ?? one).outcome === null);
  return (
    <p className="btns">
      <button type="submit" className="btn">
        {coding.next}
      </button>
      <button type="button" className="btn" onClick={back}>
        {coding.previous}
      </button>
      {uncoded >= 0 && (
        <button type="button" className="btn" onClick={() => move(uncoded)}>
          {coding.toUncoded}
        </button>
      )}
      <button type="button" className="btn pri" onClick={saveAll}>
        {coding.save(Object.keys(drafts).length)}
      </button>
    </p>
  );
}

interface Saving {
  failure: Error | null;
  receipt: SavedView | null;
  isEmpty: boolean;
}

const IDLE: Saving = { failure: null, receipt: null, isEmpty: false };

function useSaving({ drafts, save }: Props) {
  const [saving, setSaving] = useState(IDLE);
  const busy = useRef(false);
  const saveAll = async () => {
    if (busy.current) return;
    if (Object.keys(drafts).length === 0) return setSaving({ ...IDLE, isEmpty: true });
    busy.current = true;
    try {
      setSaving({ ...IDLE, receipt: await save() });
    } catch (failure) {
      setSaving({ ...IDLE, failure: failure as Error });
    }
    busy.current = false;
  };
  return { saving, saveAll: () => void saveAll() };
}

/** What became of what was saved last. */
function Outcome({ failure, receipt, isEmpty }: Saving) {
  const { coding, formats } = useCodingSpeech();
  return (
    <>
      <Alarm error={failure} />
      <output className="checked">
        {isEmpty && coding.nothing}
        {receipt && (
          <>
            {coding.saved(receipt.accepted)}{' '}
            {receipt.batch !== null && (
              <Link to="/zasilanie/$partia" params={{ partia: String(receipt.batch) }}>
                {coding.toBatch(receipt.batch)}
              </Link>
            )}
          </>
        )}
      </output>
      {receipt && receipt.issues.length > 0 && (
        <div className="alarm" role="alert">
          <p>{coding.refusedOnes}</p>
          <ul>
            {receipt.issues.map(({ record, column, message }) => (
              <li key={`${record} ${column}`}>
                {record}: {message[formats.language]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Whoever goes on to another contribution goes on coding; at first the page keeps the focus. */
function useFocusOnCodes(form: { current: HTMLFormElement | null }, code: string | undefined) {
  const last = useRef(code);
  useEffect(() => {
    if (last.current === code) return;
    last.current = code;
    const radios = form.current?.querySelectorAll<HTMLInputElement>('[name=outcome]') ?? [];
    ([...radios].find(({ checked }) => checked) ?? radios[0])?.focus();
  }, [code, form]);
}

const clustersOf = (items: DeskItem[], drafts: Drafts): string[] => {
  const all = items.map((item) => (drafts[item.code] ?? item).cluster).filter((one) => one !== null);
  return [...new Set(all)].sort();
};
